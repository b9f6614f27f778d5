/**
 * The states as equal squares, roughly where they lie: row, column.
 *
 * A map makes Alaska large and Rhode Island impossible to touch; here each state is as large as
 * any other.
 */
export const TILES: Readonly<Record<string, readonly [row: number, column: number]>> =
  Object.fromEntries(
    [
      "AK . . . . . . . . . ME",
      ". . . . . WI . . . VT NH",
      "WA ID MT ND MN IL MI . NY MA .", // codespell:ignore
      "OR NV WY SD IA IN OH PA NJ CT RI",
      "CA UT CO NE MO KY WV VA MD DE .",
      ". AZ NM KS AR TN NC SC DC . .",
      ". . . OK LA MS AL GA . . .",
      "HI . . TX . . . . FL . .",
    ].flatMap((line, row) =>
      line
        .split(" ")
        .map((region, column) => [region, [row, column] as const] as const)
        .filter(([region]) => region !== "."),
    ),
  );

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

/**
 * The square that an arrow key leads to: the nearest one on that side, those straight ahead first.
 *
 * At an edge the square stays the same.
 */
export function neighbour(from: string, arrow: Arrow, among: readonly string[]): string {
  const here = TILES[from];
  if (!here) return from;
  const along = arrow === "ArrowUp" || arrow === "ArrowDown" ? 0 : 1;
  const sign = arrow === "ArrowDown" || arrow === "ArrowRight" ? 1 : -1;
  let [best, least] = [from, Number.POSITIVE_INFINITY];
  for (const region of among) {
    const there = TILES[region];
    if (!there) continue;
    const ahead = (there[along]! - here[along]!) * sign;
    const aside = Math.abs(there[1 - along]! - here[1 - along]!);
    // Left and right stay in their row; up and down may step aside where the shape has a gap.
    if (ahead <= 0 || (along === 1 && aside > 0)) continue;
    const cost = ahead + 3 * aside;
    if (cost < least) [best, least] = [region, cost];
  }
  return best;
}
