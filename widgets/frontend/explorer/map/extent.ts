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
 *
 * @param longitudes Sorted in place.
 */
export function extentOf(latitudes: Float64Array, longitudes: Float64Array): Extent | null {
  if (latitudes.length === 0) return null;
  let south = 90;
  let north = -90;
  for (const latitude of latitudes) {
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
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

/** The box around points given one by one. */
export function extentOfPoints(points: readonly Point[]): Extent | null {
  return extentOf(
    Float64Array.from(points, ({ latitude }) => latitude),
    Float64Array.from(points, ({ longitude }) => longitude),
  );
}

/** Whether the points of a box are one point, so that zooming in cannot part them. */
export function isOnePoint({ south, north, west, east }: Extent): boolean {
  return north - south < 1e-6 && east - west < 1e-6;
}
