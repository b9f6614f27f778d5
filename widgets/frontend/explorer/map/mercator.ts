/** Web Mercator on the unit square: x runs 0 to 1 eastward from 180° W, y 0 to 1 southward. */

const LIMIT = 85.0511287798066;

export function mercatorX(longitude: number): number {
  return longitude / 360 + 0.5;
}

export function mercatorY(latitude: number): number {
  const kept = Math.max(-LIMIT, Math.min(LIMIT, latitude));
  const sine = Math.sin((kept * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
