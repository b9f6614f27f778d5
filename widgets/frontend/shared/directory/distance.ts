/** Mean radius of the earth in km (IUGG: (2a + b) / 3 of GRS 80). */
export const EARTH_RADIUS_KM = 6371.0088;

/** A row exactly on the circle is inside, whatever the last digits of the arithmetic say. */
export const TOLERANCE_KM = 1e-9;

export const KM_PER_MILE = 1.609344;

const RADIANS = Math.PI / 180;

/**
 * Great-circle distance in km between two positions in degrees, by the haversine formula
 * (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984) 159).
 */
export function distance(
  latitudeA: number,
  longitudeA: number,
  latitudeB: number,
  longitudeB: number,
): number {
  const sinLatitude = Math.sin(((latitudeB - latitudeA) * RADIANS) / 2);
  const sinLongitude = Math.sin(((longitudeB - longitudeA) * RADIANS) / 2);
  const h =
    sinLatitude * sinLatitude +
    Math.cos(latitudeA * RADIANS) * Math.cos(latitudeB * RADIANS) * sinLongitude * sinLongitude;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)));
}
