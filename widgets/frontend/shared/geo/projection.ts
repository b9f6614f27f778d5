/** From a position (longitude and latitude in degrees, or x and y of a plane) to a point to draw. */
export type Project = (position: readonly number[]) => [x: number, y: number];

/** For a map that is a plane already, such as `basemap/us-map`. */
export const asItIs: Project = ([x, y]) => [x!, y!];

/**
 * The size of `basemap/us-map`: the states side by side in Albers' equal-area projection, with
 * Alaska and Hawaii set in below. The build takes it from us-atlas, so no page has to compute it.
 */
export const US_MAP = { width: 975, height: 610 };
