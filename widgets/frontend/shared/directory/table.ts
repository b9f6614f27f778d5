import { unpack } from "./codes";
import { compare, fold } from "./text";

/** The vocabularies a payload brings; `countries` come as code and name. */
export type VocabularyName =
  | "types"
  | "services"
  | "approaches"
  | "audiences"
  | "statuses"
  | "evidence"
  | "countries"
  | "reaches"
  | "precisions";

/** The columns of `directory.csv`, in its order. */
export const TABLE_COLUMNS = [
  "id",
  "name",
  "former_names",
  "organisation_id",
  "description",
  "type",
  "services",
  "approach",
  "audience",
  "reach",
  "city",
  "region",
  "country",
  "address",
  "postcode",
  "address_public",
  "visitable",
  "latitude",
  "longitude",
  "precision",
  "website",
  "website_evidence",
  "phone",
  "phone_source",
  "phone_date",
  "listed_address",
  "listed_phone",
  "listed_source",
  "listed_year",
  "status",
  "founded",
  "founded_evidence",
  "closed",
  "evidence",
  "source_title",
  "source_url",
  "source_date",
  "last_checked",
  "note",
] as const;

/** The columns that Python works out from them. */
export const COMPUTED_COLUMNS = [
  "region_name",
  "country_name",
  "evidence_grade",
  "evidence_label",
  "badge_kind",
  "badge",
] as const;

/** Columns whose cells are lists of ids (or of names). */
const LIST_COLUMNS = ["former_names", "services", "approach", "audience"] as const;
/** Columns whose cells are numbers or missing. */
const NUMBER_COLUMNS = ["latitude", "longitude"] as const;

export type ColumnName = (typeof TABLE_COLUMNS)[number] | (typeof COMPUTED_COLUMNS)[number];
export type ListColumn = (typeof LIST_COLUMNS)[number];
export type NumberColumn = (typeof NUMBER_COLUMNS)[number];
/** All others: text, "" where nothing is known. */
export type TextColumn = Exclude<ColumnName, ListColumn | NumberColumn>;

export function isListColumn(name: ColumnName): name is ListColumn {
  return (LIST_COLUMNS as readonly string[]).includes(name);
}

export function isNumberColumn(name: ColumnName): name is NumberColumn {
  return (NUMBER_COLUMNS as readonly string[]).includes(name);
}

export type Cell = string | number | null | readonly string[];
/** All cells, or the distinct cells and which one each row has. */
export type Column = readonly Cell[] | Packed;

/** A column as it comes: the codes as text (`./codes`). */
export interface Packed {
  readonly dictionary: readonly Cell[];
  readonly codes: string;
  /**
   * The columns that this one follows from. Then the codes are not those of the rows but of the
   * combinations of their cells, in the order in which the rows first have them.
   */
  readonly of?: readonly ColumnName[];
}

/** A column as it is read. */
export interface Coded<Value> {
  readonly dictionary: readonly Value[];
  readonly codes: ArrayLike<number>;
}

/** Id, label, definition. */
export type TermCells = readonly [id: string, label: string, definition: string];

/** What Python sends: a directory by columns. Columns without any value are left out. */
export interface Payload {
  readonly schema: 2;
  readonly edition: string;
  readonly count: number;
  readonly vocabularies: { readonly [Name in VocabularyName]?: readonly TermCells[] };
  readonly columns: { readonly [name: string]: Column };
}

export interface Term {
  readonly id: string;
  readonly label: string;
  readonly definition: string;
}

/** One row with every column; `row` is its place in the directory. */
export type Entry = { readonly row: number } & {
  readonly [Name in TextColumn]: string;
} & { readonly [Name in ListColumn]: readonly string[] } & {
  /** NaN where the position is not known. */
  readonly [Name in NumberColumn]: number;
};

export type BadgeKind = "confirmed" | "seen" | "named" | "listed" | "as-listed" | "historical";

const NOTHING: readonly string[] = [];

/** The form of the payload that is read here. */
const SCHEMA = 2;

/** Reaches that are never "near" anywhere. */
const WIDE = new Set(["national", "international", "online"]);

/**
 * A directory in the browser: the payload as it came, and indexes made when first asked for.
 *
 * Rows are numbers from 0 to `count - 1`, in the payload's order.
 */
export class Directory {
  readonly count: number;
  readonly edition: string;
  private readonly columns: Payload["columns"];
  private readonly terms: Payload["vocabularies"];
  private readonly vocabularies = new Map<VocabularyName, ReadonlyMap<string, Term>>();
  private readonly coded = new Map<ColumnName, Coded<string | readonly string[]>>();
  private readonly unpacked = new Map<ColumnName, Coded<Cell>>();
  private rowsById: Map<string, number> | undefined;
  private sorted: Uint32Array | undefined;
  private wideRows: Uint8Array | undefined;
  private placed: { latitude: Float64Array; longitude: Float64Array } | undefined;

  constructor(payload: Payload) {
    if (payload.schema !== SCHEMA) {
      throw new Error(
        `The directory has schema ${payload.schema}; this page reads schema ${SCHEMA}.`,
      );
    }
    this.count = payload.count;
    this.edition = payload.edition;
    this.columns = payload.columns;
    this.terms = payload.vocabularies;
  }

  /** The cell of a text column; "" where nothing is known. */
  text(column: TextColumn, row: number): string {
    const cell = this.cell(column, row);
    return typeof cell === "string" ? cell : cell == null ? "" : String(cell);
  }

  /** The cell of a list column; empty where nothing is known. */
  list(column: ListColumn, row: number): readonly string[] {
    const cell = this.cell(column, row);
    return Array.isArray(cell) ? cell : NOTHING;
  }

  /** The cell of a number column; NaN where nothing is known. */
  number(column: NumberColumn, row: number): number {
    const cell = this.cell(column, row);
    return typeof cell === "number" ? cell : Number.NaN;
  }

  /** Everything known of one row. */
  entry(row: number): Entry {
    const entry: Record<string, unknown> = { row };
    for (const name of [...TABLE_COLUMNS, ...COMPUTED_COLUMNS]) {
      if (isListColumn(name)) entry[name] = this.list(name, row);
      else if (isNumberColumn(name)) entry[name] = this.number(name, row);
      else entry[name] = this.text(name, row);
    }
    return entry as Entry;
  }

  /** The row with this id, or -1. */
  find(id: string): number {
    if (this.rowsById === undefined) {
      this.rowsById = new Map();
      for (let row = 0; row < this.count; row += 1) this.rowsById.set(this.text("id", row), row);
    }
    return this.rowsById.get(id) ?? -1;
  }

  /** The terms of a vocabulary by id, in the order shown. */
  vocabulary(name: VocabularyName): ReadonlyMap<string, Term> {
    let vocabulary = this.vocabularies.get(name);
    if (vocabulary === undefined) {
      vocabulary = new Map(
        (this.terms[name] ?? []).map(([id, label, definition]) => [id, { id, label, definition }]),
      );
      this.vocabularies.set(name, vocabulary);
    }
    return vocabulary;
  }

  /** What people read for an id; the id itself when the vocabulary does not know it. */
  label(name: VocabularyName, id: string): string {
    return this.vocabulary(name).get(id)?.label ?? id;
  }

  /** Whether the row is of national, international or online reach. */
  isWide(row: number): boolean {
    return this.wide[row] === 1;
  }

  /** Whether the row has a position. */
  hasPosition(row: number): boolean {
    const { latitude, longitude } = this.positions;
    return !Number.isNaN(latitude[row]!) && !Number.isNaN(longitude[row]!);
  }

  /** 1 for each row of national, international or online reach. */
  get wide(): Uint8Array {
    if (this.wideRows === undefined) {
      const { dictionary, codes } = this.encoded("reach");
      const isWide = dictionary.map((reach) => (WIDE.has(reach as string) ? 1 : 0));
      this.wideRows = Uint8Array.from({ length: this.count }, (_, row) => isWide[codes[row]!]!);
    }
    return this.wideRows;
  }

  /** All positions in degrees, NaN where missing. */
  get positions(): { readonly latitude: Float64Array; readonly longitude: Float64Array } {
    if (this.placed === undefined) {
      const read = (name: NumberColumn): Float64Array => {
        const values = new Float64Array(this.count);
        for (let row = 0; row < this.count; row += 1) values[row] = this.number(name, row);
        return values;
      };
      this.placed = { latitude: read("latitude"), longitude: read("longitude") };
    }
    return this.placed;
  }

  /** All rows in the order shown: folded name, then id, by code point. */
  get order(): Uint32Array {
    if (this.sorted === undefined) {
      const names = Array.from({ length: this.count }, (_, row) => fold(this.text("name", row)));
      const before = (a: number, b: number): number =>
        compare(names[a]!, names[b]!) || compare(this.text("id", a), this.text("id", b));
      const rows = Uint32Array.from({ length: this.count }, (_, row) => row);
      // Python may have sorted already; looking is cheaper than sorting.
      const isSorted = rows.every((row) => row === 0 || before(row - 1, row) <= 0);
      this.sorted = isSorted ? rows : Uint32Array.from(Array.from(rows).sort(before));
    }
    return this.sorted;
  }

  /** A column as distinct cells and codes, whichever way it came. */
  encoded(name: TextColumn | ListColumn): Coded<string | readonly string[]> {
    let coded = this.coded.get(name);
    if (coded === undefined) {
      const column = this.columns[name];
      coded = isPacked(column)
        ? (this.unpack(name, column) as Coded<string | readonly string[]>)
        : this.encode(name);
      this.coded.set(name, coded);
    }
    return coded;
  }

  /** A column that came packed. */
  private unpack(name: ColumnName, { dictionary, codes: text, of }: Packed): Coded<Cell> {
    let coded = this.unpacked.get(name);
    if (coded === undefined) {
      const codes = unpack(text, dictionary.length);
      coded = { dictionary, codes: of === undefined ? codes : this.follow(of, codes) };
      this.unpacked.set(name, coded);
    }
    return coded;
  }

  /** The codes of the rows, from those of the combinations that the rows have of other columns. */
  private follow(of: readonly ColumnName[], ofCombinations: ArrayLike<number>): Uint32Array {
    const combinations = new Uint32Array(this.count);
    let number = 1;
    for (const name of of) {
      const { dictionary, codes } = this.encoded(name as TextColumn | ListColumn);
      for (let row = 0; row < this.count; row += 1) combinations[row]! += codes[row]! * number;
      number *= dictionary.length;
    }
    // 0 where a combination has not come yet, otherwise one more than its code.
    const known = new Uint32Array(number);
    let next = 0;
    return combinations.map((combination) => {
      if (known[combination] === 0) {
        known[combination] = ofCombinations[next]! + 1;
        next += 1;
      }
      return known[combination]! - 1;
    });
  }

  private encode(name: TextColumn | ListColumn): Coded<string | readonly string[]> {
    const dictionary: (string | readonly string[])[] = [];
    const codes = new Uint32Array(this.count);
    const seen = new Map<string, number>();
    for (let row = 0; row < this.count; row += 1) {
      const cell = isListColumn(name) ? this.list(name, row) : this.text(name, row);
      const key = typeof cell === "string" ? cell : cell.join(";");
      let code = seen.get(key);
      if (code === undefined) {
        code = dictionary.push(cell) - 1;
        seen.set(key, code);
      }
      codes[row] = code;
    }
    return { dictionary, codes };
  }

  private cell(name: ColumnName, row: number): Cell | undefined {
    const column = this.columns[name];
    if (!isPacked(column)) return column?.[row];
    const { dictionary, codes } = this.unpack(name, column);
    return dictionary[codes[row]!];
  }
}

function isPacked(column: Column | undefined): column is Packed {
  return column !== undefined && !Array.isArray(column);
}
