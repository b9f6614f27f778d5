/** The smallest box around points on a globe. */

export interface Extent {
  south: number;
  north: number;
  west: number;
  /** At least `west`; above 180 when the box crosses the antimeridian. */
  east: number;
}

export interface Point {
  latitude: number;
  longitude: number;
}

/** A box over the antimeridian has to be this much smaller: people know the world the other way. */
const WORTH = 0.7;

/**
 * The box around points; over the antimeridian where that is much shorter, so that Fiji and Samoa
 * lie side by side and not a world apart. `null` when there are no points.
 */
export function extentOf(points: readonly Point[]): Extent | null {
  if (points.length === 0) return null;
  let south = 90;
  let north = -90;
  const longitudes = new Float64Array(points.length);
  points.forEach((point, i) => {
    south = Math.min(south, point.latitude);
    north = Math.max(north, point.latitude);
    longitudes[i] = point.longitude;
  });
  longitudes.sort();
  const first = longitudes[0]!;
  const last = longitudes[longitudes.length - 1]!;
  let [west, east] = [first, last];
  let narrowest = (last - first) * WORTH;
  for (let i = 1; i < longitudes.length; i += 1) {
    const gap = longitudes[i]! - longitudes[i - 1]!;
    if (360 - gap < narrowest) {
      narrowest = 360 - gap;
      west = longitudes[i]!;
      east = longitudes[i - 1]! + 360;
    }
  }
  return { south, north, west, east };
}

/** Whether the points of a box are one point, so that zooming in cannot part them. */
export function isOnePoint({ south, north, west, east }: Extent): boolean {
  return north - south < 1e-6 && east - west < 1e-6;
}
