import type { Result } from "../shared/directory/filter";

/** All rows of a result, those of wide reach after the near ones; they have no distance. */
export function everything({ shown, apart, distance_km }: Result): {
  rows: Uint32Array;
  distances: Float64Array | null;
} {
  const rows = new Uint32Array(shown.length + apart.length);
  rows.set(shown);
  rows.set(apart, shown.length);
  if (!distance_km) return { rows, distances: null };
  const distances = new Float64Array(rows.length).fill(Number.NaN);
  distances.set(distance_km);
  return { rows, distances };
}
