import { ALPHABET, width } from "../../../shared/directory/codes";
import type { Cell, Column, Directory, Payload } from "../../../shared/directory/table";
import { Directory as Table } from "../../../shared/directory/table";

/** A row in the form of the Python frame, as `tests/cases` writes it. */
export type Row = { readonly [column: string]: Cell };

/** A payload from rows: plain columns, or dictionaries as Python sends what repeats. */
export function payload(
  rows: readonly Row[],
  vocabularies: Payload["vocabularies"] = {},
  { coded = false, edition = "2026-11-22" } = {},
): Payload {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns: Record<string, Column> = {};
  for (const name of names) {
    const cells = rows.map((row) => row[name] ?? null);
    columns[name] = coded ? encode(cells) : cells;
  }
  return { schema: 2, edition, count: rows.length, vocabularies, columns };
}

export function directory(...details: Parameters<typeof payload>): Directory {
  return new Table(payload(...details));
}

function encode(cells: readonly Cell[]): Column {
  const keys = [...new Set(cells.map((cell) => JSON.stringify(cell)))];
  return {
    dictionary: keys.map((key) => JSON.parse(key) as Cell),
    codes: pack(
      cells.map((cell) => keys.indexOf(JSON.stringify(cell))),
      keys.length,
    ),
  };
}

/** Codes as text, the way Python writes them. */
export function pack(codes: readonly number[], distinct: number): string {
  const digit = (code: number, place: number) =>
    ALPHABET[Math.floor(code / ALPHABET.length ** place) % ALPHABET.length];
  return codes
    .map((code) =>
      Array.from({ length: width(distinct) }, (_, place) => digit(code, place)).join(""),
    )
    .join("");
}
