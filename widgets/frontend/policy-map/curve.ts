import type { Deaths } from "./laws";

/** Room around the plot, in pixels: the counts stand on the left, the years below. */
export const MARGIN = { top: 30, right: 18, bottom: 28, left: 46 };

export interface Point {
  year: number;
  deaths: number;
  x: number;
  y: number;
}

export interface Curve {
  final: Point[];
  provisional: Point[];
  /** Counts at which a line runs across. */
  rows: { deaths: number; y: number }[];
  /** Years that are named below. */
  columns: { year: number; x: number }[];
  x: (year: number) => number;
  y: (deaths: number) => number;
}

/** A step that divides the axis into three to six parts of round numbers. */
export function roundStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const parts = [0.2, 0.5, 1, 2].map((part) => part * power);
  return parts.find((step) => most / step <= 6) ?? power;
}

/** Where everything of the curve stands in a drawing of this size. The count axis begins at 0. */
export function curveOf(
  rows: readonly Deaths[],
  first: number,
  last: number,
  width: number,
  height: number,
): Curve {
  const most = Math.max(1, ...rows.map(({ deaths }) => deaths));
  const step = roundStep(most);
  const top = Math.ceil(most / step) * step;
  const span = Math.max(1, last - first);
  const x = (year: number) =>
    MARGIN.left + ((year - first) / span) * (width - MARGIN.left - MARGIN.right);
  const y = (deaths: number) =>
    height - MARGIN.bottom - (deaths / top) * (height - MARGIN.top - MARGIN.bottom);
  const points = (series: string): Point[] =>
    rows
      .filter((row) => row.series === series)
      .map(({ year, deaths }) => ({ year, deaths, x: x(year), y: y(deaths) }));
  const every = 5 * Math.ceil((span * 46) / (5 * Math.max(1, width - MARGIN.left))) || 5;
  const named = [first, last];
  for (let year = Math.ceil(first / every) * every; year < last; year += every) {
    if ([first, last].every((end) => Math.abs(x(end) - x(year)) > 38)) named.push(year);
  }
  return {
    final: points("final"),
    provisional: points("provisional"),
    rows: Array.from({ length: Math.round(top / step) + 1 }, (_, i) => ({
      deaths: i * step,
      y: y(i * step),
    })),
    columns: [...new Set(named)].sort((a, b) => a - b).map((year) => ({ year, x: x(year) })),
    x,
    y,
  };
}

/** The curve in words: where it begins, its highest point, and where it ends. */
export function curveWords(rows: readonly Deaths[]): string {
  const final = rows.filter(({ series }) => series === "final");
  const [first, last] = [final[0], final[final.length - 1]];
  if (!first || !last) return "No final count was read.";
  const highest = final.reduce((most, row) => (row.deaths > most.deaths ? row : most));
  const say = ({ deaths, year }: Deaths) => `${deaths.toLocaleString("en-US")} in ${year}`;
  const early = rows.filter(({ series }) => series === "provisional").map(say);
  return (
    `Final counts, any drug: ${say(first)}, at most ${say(highest)}, ${say(last)}.` +
    (early.length ? ` Provisional counts: ${early.join(", ")}.` : "")
  );
}
