import { distance, TOLERANCE_KM } from "./distance";
import { textIndex } from "./search";
import type { Directory, ListColumn, Term, TextColumn, VocabularyName } from "./table";
import { compare, fold } from "./text";

/** The facets in the order shown. */
export const FACETS = [
  "types",
  "services",
  "approaches",
  "audiences",
  "countries",
  "status",
  "evidence",
] as const;

export type Facet = (typeof FACETS)[number];

/** The column a facet filters on and the vocabulary its values come from. */
export const FACET_COLUMNS: Readonly<
  Record<Facet, { column: TextColumn | ListColumn; vocabulary: VocabularyName }>
> = {
  types: { column: "type", vocabulary: "types" },
  services: { column: "services", vocabulary: "services" },
  approaches: { column: "approach", vocabulary: "approaches" },
  audiences: { column: "audience", vocabulary: "audiences" },
  countries: { column: "country", vocabulary: "countries" },
  status: { column: "status", vocabulary: "statuses" },
  evidence: { column: "evidence_grade", vocabulary: "evidence" },
};

export interface Near {
  readonly label: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** What is asked: OR within a facet, AND across facets, text and near. */
export type Query = { readonly [Name in Facet]: readonly string[] } & {
  readonly text: string;
  readonly near: Near | null;
  /** Radius in km, inclusive; `null` for no limit. Without `near` it says nothing. */
  readonly within_km: number | null;
};

/** What is found. */
export interface Result {
  /** The rows to show, in order. */
  readonly shown: Uint32Array;
  /** With `near`: rows that match but are of national, international or online reach. */
  readonly apart: Uint32Array;
  /** Rows that match text and facets, are not apart, and have no position. */
  readonly not_on_map: number;
  /** All rows of the directory. */
  readonly total: number;
  /** With `near`: the distance of each row of `shown` in km. */
  readonly distance_km: Float64Array | null;
}

export interface FacetValue extends Term {
  readonly count: number;
}

export const EMPTY_QUERY: Query = {
  text: "",
  types: [],
  services: [],
  approaches: [],
  audiences: [],
  countries: [],
  status: [],
  evidence: [],
  near: null,
  within_km: null,
};

/** A whole query from the parts that differ from an empty one. */
export function query(parts: Partial<Query> = {}): Query {
  return { ...EMPTY_QUERY, ...parts };
}

/** Filter a directory. */
export function apply(directory: Directory, asked: Query): Result {
  return scan(directory, asked).result;
}

/**
 * For each facet every value that occurs in the directory, with the number of rows that match
 * text, near and all other facets and have it. In the vocabulary's order; countries by name.
 */
export function facets(directory: Directory, asked: Query): Record<Facet, readonly FacetValue[]> {
  const found = {} as Record<Facet, readonly FacetValue[]>;
  for (const facet of FACETS) found[facet] = facetValues(directory, asked, facet);
  return found;
}

/** The same for one facet: what an open menu shows, at a seventh of the work. */
export function facetValues(
  directory: Directory,
  asked: Query,
  facet: Facet,
): readonly FacetValue[] {
  const { shown, values } = facetIndex(directory, facet);
  const counts = countsOf(directory, scan(directory, asked), facet);
  return shown.map((value) => ({ ...values[value]!, count: counts[value]! }));
}

/** How the rows of a directory stand to one facet. */
interface FacetIndex {
  readonly values: readonly Term[];
  /** Indexes into `values` in the order shown. */
  readonly shown: readonly number[];
  /** For each code of the column the values its cell holds. */
  readonly members: readonly (readonly number[])[];
  readonly codes: ArrayLike<number>;
}

interface Scan {
  readonly asked: string;
  readonly result: Result;
  /** For each row, the bits of what it fails. */
  readonly fails: Uint16Array;
  /** Counted when first asked for. */
  readonly counts: Map<Facet, Uint32Array>;
}

/** What is remembered of a directory between two queries, which mostly differ in one part. */
interface Memory {
  readonly facets: Map<Facet, FacetIndex>;
  last?: Scan;
  text?: { readonly asked: string; readonly matches: Uint8Array | null };
  near?: { readonly asked: string; readonly km: Float64Array };
}

const memories = new WeakMap<Directory, Memory>();

function memory(directory: Directory): Memory {
  let remembered = memories.get(directory);
  if (remembered === undefined) {
    remembered = { facets: new Map() };
    memories.set(directory, remembered);
  }
  return remembered;
}

/** Bits for what a row fails; the first seven are the facets. */
const TEXT = 1 << FACETS.length;
const NEAR = TEXT << 1;

/** What each row fails; a row that fails nothing is shown. */
function scan(directory: Directory, asked: Query): Scan {
  const remembered = memory(directory);
  const key = JSON.stringify(asked);
  if (remembered.last?.asked === key) return remembered.last;

  const total = directory.count;
  const fails = new Uint16Array(total);
  FACETS.forEach((facet, bit) => {
    if (asked[facet].length > 0)
      failFacet(facetIndex(directory, facet), asked[facet], 1 << bit, fails);
  });
  const matches = textMatches(directory, asked.text);
  if (matches !== null) {
    for (let row = 0; row < total; row += 1) if (matches[row] === 0) fails[row]! |= TEXT;
  }

  const { latitude, longitude } = directory.positions;
  const { wide } = directory;
  const km = asked.near === null ? null : distances(directory, asked.near);
  const limit = (asked.within_km ?? Number.POSITIVE_INFINITY) + TOLERANCE_KM;
  const isApart = new Uint8Array(km === null ? 0 : total);
  let notOnMap = 0;
  let shownCount = 0;
  let apartCount = 0;
  for (let row = 0; row < total; row += 1) {
    let failed = fails[row]!;
    if (km !== null && wide[row] === 1) {
      // Neither shown nor counted with the others.
      fails[row] = failed | NEAR;
      if (failed === 0) {
        isApart[row] = 1;
        apartCount += 1;
      }
      continue;
    }
    if (failed === 0 && (Number.isNaN(latitude[row]!) || Number.isNaN(longitude[row]!))) {
      notOnMap += 1;
    }
    // The comparison is false for NaN: a row without a position is never near.
    if (km !== null && !(km[row]! <= limit)) {
      failed |= NEAR;
      fails[row] = failed;
    }
    if (failed === 0) shownCount += 1;
  }

  const shown = new Uint32Array(shownCount);
  const apart = new Uint32Array(apartCount);
  let s = 0;
  let a = 0;
  for (const row of directory.order) {
    if (fails[row] === 0) {
      shown[s] = row;
      s += 1;
    } else if (isApart[row] === 1) {
      apart[a] = row;
      a += 1;
    }
  }
  const result: Result = {
    shown: km === null ? shown : byDistance(shown, km),
    apart,
    not_on_map: notOnMap,
    total,
    distance_km: null,
  };
  remembered.last = {
    asked: key,
    result:
      km === null
        ? result
        : { ...result, distance_km: Float64Array.from(result.shown, (row) => km[row]!) },
    fails,
    counts: new Map(),
  };
  return remembered.last;
}

/** Of each value of a facet, the rows that have it and fail nothing, or this facet alone. */
function countsOf(directory: Directory, { fails, counts }: Scan, facet: Facet): Uint32Array {
  let found = counts.get(facet);
  if (found === undefined) {
    const index = facetIndex(directory, facet);
    const { codes } = index;
    const others = ~(1 << FACETS.indexOf(facet));
    const codeCounts = new Uint32Array(index.members.length);
    for (let row = 0; row < fails.length; row += 1) {
      if ((fails[row]! & others) === 0) codeCounts[codes[row]!]! += 1;
    }
    found = perValue(index, codeCounts);
    counts.set(facet, found);
  }
  return found;
}

function failFacet(
  index: FacetIndex,
  wanted: readonly string[],
  bit: number,
  fails: Uint16Array,
): void {
  const isWanted = index.values.map(({ id }) => wanted.includes(id));
  const failing = Uint16Array.from(index.members, (members) =>
    members.some((value) => isWanted[value]) ? 0 : bit,
  );
  const { codes } = index;
  for (let row = 0; row < fails.length; row += 1) fails[row]! |= failing[codes[row]!]!;
}

function perValue(index: FacetIndex, codeCounts: Uint32Array): Uint32Array {
  const counts = new Uint32Array(index.values.length);
  codeCounts.forEach((count, code) => {
    if (count > 0) for (const value of index.members[code]!) counts[value]! += count;
  });
  return counts;
}

function facetIndex(directory: Directory, facet: Facet): FacetIndex {
  const { facets: known } = memory(directory);
  let index = known.get(facet);
  if (index === undefined) {
    index = makeFacetIndex(directory, facet);
    known.set(facet, index);
  }
  return index;
}

function makeFacetIndex(directory: Directory, facet: Facet): FacetIndex {
  const { column, vocabulary } = FACET_COLUMNS[facet];
  const { dictionary, codes } = directory.encoded(column);
  const places = new Map<string, number>();
  const values: Term[] = [];
  const members = dictionary.map((cell) => {
    const ids = typeof cell === "string" ? [cell] : cell;
    return [...new Set(ids)].filter(Boolean).map((id) => {
      let place = places.get(id);
      if (place === undefined) {
        place =
          values.push(
            directory.vocabulary(vocabulary).get(id) ?? { id, label: id, definition: "" },
          ) - 1;
        places.set(id, place);
      }
      return place;
    });
  });
  // A dictionary may hold cells that no row has.
  const used = new Uint8Array(values.length);
  const usedCodes = new Uint8Array(dictionary.length);
  for (let row = 0; row < directory.count; row += 1) usedCodes[codes[row]!] = 1;
  members.forEach((list, code) => {
    if (usedCodes[code] === 1) for (const value of list) used[value] = 1;
  });
  const known = [...directory.vocabulary(vocabulary).values()];
  if (facet === "countries") known.sort((a, b) => compare(fold(a.label), fold(b.label)));
  const order = new Map(known.map(({ id }, at) => [id, at]));
  const last = known.length;
  const before = (a: Term, b: Term): number =>
    (order.get(a.id) ?? last) - (order.get(b.id) ?? last) || compare(a.id, b.id);
  const shown = values
    .map((_, value) => value)
    .filter((value) => used[value] === 1)
    .sort((a, b) => before(values[a]!, values[b]!));
  return { values, shown, members, codes };
}

function textMatches(directory: Directory, text: string): Uint8Array | null {
  if (text.trim() === "") return null;
  const remembered = memory(directory);
  if (remembered.text?.asked !== text) {
    remembered.text = { asked: text, matches: textIndex(directory).matches(text) };
  }
  return remembered.text.matches;
}

function distances(directory: Directory, near: Near): Float64Array {
  const remembered = memory(directory);
  const asked = `${near.latitude},${near.longitude}`;
  if (remembered.near?.asked !== asked) {
    const { latitude, longitude } = directory.positions;
    const km = new Float64Array(directory.count);
    for (let row = 0; row < km.length; row += 1) {
      km[row] = distance(near.latitude, near.longitude, latitude[row]!, longitude[row]!);
    }
    remembered.near = { asked, km };
  }
  return remembered.near.km;
}

/**
 * Rows by distance; rows equally far keep their order.
 *
 * A bucket sort: distances spread over as many buckets as rows, then each bucket is sorted. With
 * 100,000 rows it takes a fraction of a comparison sort.
 */
function byDistance(rows: Uint32Array, km: Float64Array): Uint32Array {
  const buckets = rows.length;
  let furthest = 0;
  for (const row of rows) furthest = Math.max(furthest, km[row]!);
  if (furthest === 0) return rows;
  const bucket = (row: number): number =>
    Math.min(buckets - 1, Math.floor((km[row]! / furthest) * buckets));
  const starts = new Uint32Array(buckets + 1);
  for (const row of rows) starts[bucket(row) + 1]! += 1;
  for (let b = 1; b <= buckets; b += 1) starts[b]! += starts[b - 1]!;
  const free = starts.slice();
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const b = bucket(row);
    sorted[free[b]!] = row;
    free[b]! += 1;
  }
  for (let b = 0; b < buckets; b += 1) {
    const from = starts[b]!;
    const to = starts[b + 1]!;
    if (to - from > 1) {
      const inside = Array.from(sorted.subarray(from, to)).sort((x, y) => km[x]! - km[y]!);
      sorted.set(inside, from);
    }
  }
  return sorted;
}
