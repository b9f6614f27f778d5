/** The published table of language, as the browser gets it. */
import { readFileSync } from "node:fs";
import type { Term } from "../../language-helper/terms";

const LISTS = new Set(["patterns", "fine_in", "instead"]);
const CELL = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g;

/** Rows of a CSV file that the build has checked. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(CELL)) {
    rows[rows.length - 1]!.push(quoted?.replace(/""/g, '"') ?? plain ?? "");
    if (end === "\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

const file = new URL("../../../../data/language.csv", import.meta.url);
const [header, ...rows] = rowsOf(readFileSync(file, "utf8"));

export const TERMS: Term[] = rows.map((row) => {
  const cells = header!.map((name, at) => {
    const cell = row[at]!;
    return [name, LISTS.has(name) ? (cell ? cell.split(";") : []) : cell];
  });
  return Object.fromEntries(cells) as Term;
});
