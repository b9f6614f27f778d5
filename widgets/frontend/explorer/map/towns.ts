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

/** Read the resource `basemap/towns`: name, latitude, longitude and zoom, biggest towns first. */
export function readTowns(data: unknown): Town[] {
  const { towns } = data as { towns: [string, number, number, number][] };
  return towns.map(([name, latitude, longitude, zoom]) => ({ name, latitude, longitude, zoom }));
}

/**
 * Choose names that fit into a view without touching each other; earlier towns go first.
 *
 * @param place where a town lies in the view, in pixels
 */
export function placeLabels(
  towns: readonly Town[],
  zoom: number,
  width: number,
  height: number,
  place: (town: Town) => { x: number; y: number },
): Label[] {
  const taken: { left: number; top: number; right: number; bottom: number }[] = [];
  const labels: Label[] = [];
  for (const town of towns) {
    if (labels.length >= MOST) break;
    if (town.zoom > zoom) continue;
    const { x, y } = place(town);
    const half = town.name.length * 3.6 + 10;
    const box = { left: x - half, right: x + half, top: y - 18, bottom: y + 18 };
    if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue;
    const free = taken.every(
      (other) =>
        box.right < other.left ||
        box.left > other.right ||
        box.bottom < other.top ||
        box.top > other.bottom,
    );
    if (free) {
      taken.push(box);
      labels.push({ name: town.name, x, y });
    }
  }
  return labels;
}
