/**
 * The rows a reader chose as files; the same content as `Directory.to_csv` and `to_geojson`.
 */
import {
  type ColumnName,
  type Directory,
  isListColumn,
  isNumberColumn,
  TABLE_COLUMNS,
} from "./table";

const COLUMNS: readonly ColumnName[] = [...TABLE_COLUMNS, "badge"];

const POSITION_DIGITS = 6;
const DISTANCE_DIGITS = 1;

/** A spreadsheet runs what begins so, unless it is a plain number. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?[0-9]+(\.[0-9]+)?$/;

/**
 * Rows as CSV: RFC 4180 with a header, several values in a cell separated by semicolons, cells
 * that a spreadsheet would take for a formula made text by an apostrophe.
 *
 * @param rows Rows of the directory in the order wanted.
 * @param distances The distance of each in km, when they are near a place.
 */
export function toCsv(
  directory: Directory,
  rows: ArrayLike<number>,
  distances: ArrayLike<number> | null = null,
): string {
  const lines = [[...COLUMNS, ...(distances === null ? [] : ["distance_km"])].join(",")];
  for (let i = 0; i < rows.length; i += 1) {
    const cells = COLUMNS.map((name) => cellText(directory, name, rows[i]!));
    if (distances !== null) cells.push(decimal(distances[i]!, DISTANCE_DIGITS));
    lines.push(cells.map((cell) => quoted(neutral(cell))).join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** Rows as GeoJSON (RFC 7946); a row without a position has no geometry. */
export function toGeojson(
  directory: Directory,
  rows: ArrayLike<number>,
  distances: ArrayLike<number> | null = null,
): string {
  const features = Array.from(rows, (row, i) => {
    const properties: Record<string, unknown> = {};
    for (const name of COLUMNS) {
      if (isListColumn(name)) properties[name] = directory.list(name, row);
      else if (!isNumberColumn(name)) properties[name] = directory.text(name, row) || null;
    }
    if (distances !== null) properties.distance_km = distances[i];
    const position = [directory.number("longitude", row), directory.number("latitude", row)];
    return {
      type: "Feature",
      id: directory.text("id", row),
      geometry: directory.hasPosition(row) ? { type: "Point", coordinates: position } : null,
      properties,
    };
  });
  return JSON.stringify({ type: "FeatureCollection", edition: directory.edition, features });
}

/** A cell that no spreadsheet takes for a formula. */
export function neutral(cell: string): string {
  return FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

function cellText(directory: Directory, name: ColumnName, row: number): string {
  if (isListColumn(name)) return directory.list(name, row).join(";");
  if (isNumberColumn(name)) return decimal(directory.number(name, row), POSITION_DIGITS);
  return directory.text(name, row);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** At most so many decimals and no zeros at the end; "" for what is not known. */
function decimal(value: number, digits: number): string {
  return Number.isNaN(value) ? "" : String(Number(value.toFixed(digits)));
}
