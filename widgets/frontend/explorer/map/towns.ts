import type { Point } from "./extent";

/** A town whose name may stand on the basemap. */
export interface Town extends Point {
  name: string;
  /** From this zoom level on there is room for the name beside those of bigger towns. */
  zoom: number;
}

export interface Label {
  name: string;
  x: number;
  y: number;
}

/** More names than this hide the map. */
const MOST = 36;

/** Read a resource of towns: name, latitude, longitude and zoom, biggest towns first. */
export function readTowns(data: unknown): Town[] {
  const { towns } = data as { towns: [string, number, number, number][] };
  return towns.map(([name, latitude, longitude, zoom]) => ({ name, latitude, longitude, zoom }));
}

/** A part of the view that is taken. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A name stands under its town, so that a pin on the town leaves it readable. */
const BELOW = 20;

/**
 * Choose names that fit into a view without touching each other or a pin; earlier towns go first.
 *
 * @param place where a town lies in the view, in pixels
 */
export function placeLabels(
  towns: readonly Town[],
  zoom: number,
  width: number,
  height: number,
  place: (town: Town) => { x: number; y: number },
  pins: readonly Box[] = [],
): Label[] {
  const taken: Box[] = [];
  const labels: Label[] = [];
  for (const town of towns) {
    if (labels.length >= MOST) break;
    if (town.zoom > zoom) continue;
    const { x, y } = place(town);
    const half = town.name.length * 3.4;
    const middle = y + BELOW;
    const text = { left: x - half, right: x + half, top: middle - 7, bottom: middle + 7 };
    if (text.left < 0 || text.right > width || text.top < 0 || text.bottom > height) continue;
    // More room around a name than it needs, so that the map stays calm.
    const room = { left: x - half - 12, right: x + half + 12, top: y - 8, bottom: middle + 12 };
    if (taken.some((other) => touch(room, other)) || pins.some((pin) => touch(text, pin))) continue;
    taken.push(room);
    labels.push({ name: town.name, x, y: middle });
  }
  return labels;
}

function touch(one: Box, other: Box): boolean {
  return (
    one.right > other.left &&
    one.left < other.right &&
    one.bottom > other.top &&
    one.top < other.bottom
  );
}
