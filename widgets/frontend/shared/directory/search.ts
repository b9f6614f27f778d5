import type { Coded, Directory, ListColumn, TextColumn } from "./table";
import { tokens } from "./text";

/** The columns that typed text is looked for in; labels of services are added to them. */
const FIELDS: readonly (TextColumn | ListColumn)[] = [
  "name",
  "former_names",
  "description",
  "city",
  "region_name",
  "country_name",
  "services",
];

/** Rows indexed in one go when there is time to spare: some milliseconds on a slow phone. */
const SLICE = 1000;

/**
 * Which rows have a token that begins with what was typed.
 *
 * All tokens sorted, and for each the rows that have it, so that a prefix is one range of rows.
 * Built by slices (`advance`), or at once when the first search comes earlier.
 */
export class TextIndex {
  private readonly fields: readonly Reader[];
  private next = 0;
  private ids = new Map<string, number>();
  /** For each token id the row it was last seen in, so that a row counts once. */
  private lastRow: number[] = [];
  private pairTokens = new Uint32Array(1 << 12);
  private pairRows = new Uint32Array(1 << 12);
  private pairs = 0;
  private sorted: readonly string[] = [];
  /** The rows of sorted token t are `rows[starts[t]]` up to `rows[starts[t + 1]]`. */
  private starts = new Uint32Array(0);
  private rows = new Uint32Array(0);

  constructor(private readonly directory: Directory) {
    this.fields = FIELDS.map((name) => reader(directory, name));
  }

  /** Index up to `count` more rows; true once every row is in. */
  advance(count = SLICE): boolean {
    const end = Math.min(this.directory.count, this.next + count);
    for (; this.next < end; this.next += 1) {
      for (const read of this.fields) {
        for (const token of read(this.next)) this.add(token, this.next);
      }
    }
    if (this.next < this.directory.count) return false;
    if (this.starts.length === 0) this.finish();
    return true;
  }

  /** 1 for each row that has every token of the text; `null` when the text has no token. */
  matches(text: string): Uint8Array | null {
    const wanted = [...new Set(tokens(text))];
    if (wanted.length === 0) return null;
    this.advance(this.directory.count);
    // How many of the tokens, one after the other, a row had so far.
    const had = new Uint32Array(this.directory.count);
    wanted.forEach((prefix, already) => {
      const [from, to] = this.range(prefix);
      for (let pair = this.starts[from]!; pair < this.starts[to]!; pair += 1) {
        const row = this.rows[pair]!;
        if (had[row] === already) had[row] = already + 1;
      }
    });
    return Uint8Array.from(had, (number) => (number === wanted.length ? 1 : 0));
  }

  private add(token: string, row: number): void {
    let id = this.ids.get(token);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(token, id);
      this.lastRow.push(-1);
    }
    if (this.lastRow[id] === row) return;
    this.lastRow[id] = row;
    if (this.pairs === this.pairRows.length) {
      this.pairTokens = doubled(this.pairTokens);
      this.pairRows = doubled(this.pairRows);
    }
    this.pairTokens[this.pairs] = id;
    this.pairRows[this.pairs] = row;
    this.pairs += 1;
  }

  /** Sort the tokens and put each one's rows side by side. */
  private finish(): void {
    this.sorted = [...this.ids.keys()].sort();
    const place = new Uint32Array(this.sorted.length);
    this.sorted.forEach((token, index) => {
      place[this.ids.get(token)!] = index;
    });
    this.starts = new Uint32Array(this.sorted.length + 1);
    for (let pair = 0; pair < this.pairs; pair += 1) {
      this.starts[place[this.pairTokens[pair]!]! + 1]! += 1;
    }
    for (let t = 1; t < this.starts.length; t += 1) this.starts[t]! += this.starts[t - 1]!;
    const free = this.starts.slice();
    this.rows = new Uint32Array(this.pairs);
    for (let pair = 0; pair < this.pairs; pair += 1) {
      const token = place[this.pairTokens[pair]!]!;
      this.rows[free[token]!] = this.pairRows[pair]!;
      free[token]! += 1;
    }
    this.ids = new Map();
    this.lastRow = [];
    this.pairTokens = new Uint32Array(0);
    this.pairRows = new Uint32Array(0);
  }

  /** The sorted tokens that begin with the prefix: from the first up to, without, the second. */
  private range(prefix: string): [number, number] {
    const from = this.first((token) => token >= prefix);
    return [from, this.first((token) => token > prefix && !token.startsWith(prefix), from)];
  }

  /** The first sorted token from which on the test holds. */
  private first(test: (token: string) => boolean, from = 0): number {
    let low = from;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (test(this.sorted[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

type Reader = (row: number) => readonly string[];

/** The tokens of a column's cells; of cells that repeat, taken once. */
function reader(directory: Directory, name: TextColumn | ListColumn): Reader {
  const { dictionary, codes }: Coded<string | readonly string[]> = directory.encoded(name);
  const words = (cell: string | readonly string[]): string => {
    if (typeof cell === "string") return cell;
    if (name !== "services") return cell.join(" ");
    return cell.map((id) => directory.label("services", id)).join(" ");
  };
  if (dictionary.length * 2 > directory.count)
    return (row) => tokens(words(dictionary[codes[row]!]!));
  const known: (readonly string[] | undefined)[] = [];
  return (row) => {
    const code = codes[row]!;
    let cached = known[code];
    if (cached === undefined) {
      cached = tokens(words(dictionary[code]!));
      known[code] = cached;
    }
    return cached;
  };
}

function doubled(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(values.length * 2);
  larger.set(values);
  return larger;
}

const indexes = new WeakMap<Directory, TextIndex>();

/** The directory's index, made on first use. */
export function textIndex(directory: Directory): TextIndex {
  let index = indexes.get(directory);
  if (index === undefined) {
    index = new TextIndex(directory);
    indexes.set(directory, index);
  }
  return index;
}

/**
 * Build the index in the background, a slice at a time, so that the first letter typed finds it
 * ready. Returns a function that stops it.
 */
export function prepareSearch(directory: Directory): () => void {
  const index = textIndex(directory);
  let timer = 0;
  const step = (): void => {
    if (!index.advance()) timer = window.setTimeout(step, 0);
  };
  timer = window.setTimeout(step, 0);
  return () => window.clearTimeout(timer);
}
