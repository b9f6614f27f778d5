/** Which dots stand on the map: places, or several as one where their dots would overlap. */
import type { Project } from "../shared/geo/projection";
import { isPlaced, type TimelineEvent } from "./events";

export interface Spot {
  x: number;
  y: number;
  events: readonly TimelineEvent[];
}

/** A part of the map, in the map's own units. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of a map that holds the events, never so small that no coast is to be seen. */
export function frameOf(
  events: readonly TimelineEvent[],
  project: Project,
  map: { width: number; height: number },
): Frame {
  const points = events.filter(isPlaced).map((event) => project([event.longitude, event.latitude]));
  if (points.length === 0) return { x: 0, y: 0, width: map.width, height: map.height };
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const ratio = map.width / map.height;
  const room = map.width / 16;
  const wide = Math.max(...xs) - Math.min(...xs) + 2 * room;
  const high = Math.max(...ys) - Math.min(...ys) + 2 * room;
  const width = Math.min(map.width, Math.max(wide, high * ratio, map.width / 4));
  const height = width / ratio;
  const middle = (values: number[]): number => (Math.max(...values) + Math.min(...values)) / 2;
  const inside = (from: number, most: number): number => Math.min(Math.max(0, from), most);
  return {
    x: inside(middle(xs) - width / 2, map.width - width),
    y: inside(middle(ys) - height / 2, map.height - height),
    width,
    height,
  };
}

/** Dots that are at least so far apart, in the map's units; the first to come keeps its place. */
export function spotsOf(events: readonly TimelineEvent[], project: Project, apart: number): Spot[] {
  const places = new Map<string, Spot>();
  for (const event of events) {
    if (!isPlaced(event)) continue;
    const [x, y] = project([event.longitude, event.latitude]);
    const name = `${event.longitude} ${event.latitude}`;
    const place = places.get(name);
    places.set(name, { x, y, events: place ? [...place.events, event] : [event] });
  }
  const spots: Spot[] = [];
  // Where most happened keeps its place.
  for (const place of [...places.values()].sort((a, b) => b.events.length - a.events.length)) {
    const near = spots.find((spot) => Math.hypot(spot.x - place.x, spot.y - place.y) < apart);
    if (near) near.events = [...near.events, ...place.events];
    else spots.push(place);
  }
  return spots;
}

/** "Tacoma, Washington: 3 events", "New York City and 2 places near it: 12 events". */
export function spotWords({ events }: Spot): string {
  const places = [...new Set(events.map(({ place }) => place))];
  const near =
    places.length > 1
      ? ` and ${places.length - 1} ${places.length === 2 ? "place" : "places"} near it`
      : "";
  const what = events.length === 1 ? events[0]!.title : `${events.length} events`;
  return `${places[0]}${near}: ${what}`;
}
