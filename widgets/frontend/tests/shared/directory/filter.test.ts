import fc from "fast-check";
import { describe, expect, test } from "vitest";
import cases from "../../../../../tests/cases/directory.json";
import { distance, TOLERANCE_KM } from "../../../shared/directory/distance";
import {
  apply,
  FACET_COLUMNS,
  FACETS,
  type Facet,
  facets,
  type Query,
  query,
} from "../../../shared/directory/filter";
import { Directory, type Payload } from "../../../shared/directory/table";
import { compare, fold, tokens } from "../../../shared/directory/text";
import { directory, type Row } from "./rows";

interface Case {
  name: string;
  query: Partial<Query>;
  expect: {
    ids: string[];
    apart: string[];
    not_on_map: number;
    facets?: Partial<Record<Facet, Record<string, number>>>;
    distances_km?: Record<string, number>;
  };
}

const rows = cases.rows as unknown as Row[];
const vocabularies = cases.vocabularies as unknown as Payload["vocabularies"];

describe.each([
  ["plain columns", { coded: false }],
  ["coded columns", { coded: true }],
])("the shared cases, %s", (_, options) => {
  const all = directory(rows, vocabularies, options);
  const ids = (found: ArrayLike<number>): string[] =>
    Array.from(found, (row) => all.text("id", row));

  test.each(cases.cases as unknown as Case[])("$name", ({ query: asked, expect: expected }) => {
    const result = apply(all, query(asked));
    expect(ids(result.shown)).toEqual(expected.ids);
    expect(ids(result.apart)).toEqual(expected.apart);
    expect(result.not_on_map).toBe(expected.not_on_map);
    expect(result.total).toBe(rows.length);
    expect(result.distance_km?.length ?? null).toBe(asked.near ? expected.ids.length : null);
    for (const [id, km] of Object.entries(expected.distances_km ?? {})) {
      expect(Math.abs(result.distance_km![expected.ids.indexOf(id)]! - km)).toBeLessThan(1e-6);
    }
    const counts = facets(all, query(asked));
    for (const [facet, wanted] of Object.entries(expected.facets ?? {})) {
      const found = counts[facet as Facet].map(({ id, count }) => [id, count]);
      expect(found).toEqual(Object.entries(wanted));
    }
  });
});

/** The rules written out row by row, with none of the indexes. */
function plainly(all: Directory, asked: Query, without: Facet | null = null) {
  const values = (facet: Facet, row: number): readonly string[] => {
    const cell = all.entry(row)[FACET_COLUMNS[facet].column];
    return typeof cell === "string" ? [cell] : cell;
  };
  const words = (row: number): string[] => {
    const entry = all.entry(row);
    const services = entry.services.map((id) => all.label("services", id));
    const { name, description, city, region_name, country_name } = entry;
    return tokens(
      [name, ...entry.former_names, description, city, region_name, country_name, ...services].join(
        " ",
      ),
    );
  };
  const km = (row: number): number => {
    const { latitude, longitude } = all.entry(row);
    return distance(asked.near!.latitude, asked.near!.longitude, latitude, longitude);
  };
  const byName = (a: number, b: number): number =>
    compare(fold(all.text("name", a)), fold(all.text("name", b))) ||
    compare(all.text("id", a), all.text("id", b));
  const matching = Array.from({ length: all.count }, (_, row) => row)
    .filter((row) =>
      FACETS.every(
        (facet) =>
          facet === without ||
          asked[facet].length === 0 ||
          values(facet, row).some((value) => asked[facet].includes(value)),
      ),
    )
    .filter((row) =>
      tokens(asked.text).every((token) => words(row).some((word) => word.startsWith(token))),
    )
    .sort(byName);
  if (asked.near === null) return { shown: matching, apart: [], values };
  const limit = (asked.within_km ?? Number.POSITIVE_INFINITY) + TOLERANCE_KM;
  return {
    shown: matching
      .filter((row) => !all.isWide(row) && km(row) <= limit)
      .sort((a, b) => km(a) - km(b) || byName(a, b)),
    apart: matching.filter((row) => all.isWide(row)),
    values,
  };
}

const some = (...ids: string[]) => fc.subarray(ids, { minLength: 0 });
const word = fc.constantFrom("Åsa", "asa", "open door", "Łódź", "needle", "NEEDLE exchange", "x");
const row = fc.record({
  name: word,
  former_names: fc.array(word, { maxLength: 2 }),
  description: word,
  type: fc.constantFrom("a", "b", ""),
  services: some("naloxone", "testing", "other"),
  approach: some("spectrum"),
  audience: some("women", "men"),
  country: fc.constantFrom("US", "DE", ""),
  status: fc.constantFrom("active", "closed"),
  evidence_grade: fc.constantFrom("confirmed", "seen"),
  reach: fc.constantFrom("local", "regional", "national", "online"),
  latitude: fc.constantFrom(null, 0, 10, 10.1, 89),
  longitude: fc.constantFrom(0, 10, 179.9, -179.9),
});
const asked = fc.record({
  text: fc.constantFrom("", "a", "nee", "open d", "lodz", "!", "take home"),
  types: some("a", "nothing"),
  services: some("naloxone", "other"),
  approaches: some("spectrum"),
  audiences: some("women"),
  countries: some("US", "DE"),
  status: some("closed"),
  evidence: some("seen", "confirmed"),
  near: fc.constantFrom(null, { label: "", latitude: 10, longitude: 179 }),
  within_km: fc.constantFrom(null, 0, 200, 20_000),
});
const terms: Payload["vocabularies"] = {
  services: [
    ["testing", "Testing", ""],
    ["naloxone", "Take-home naloxone", ""],
  ],
};

test("indexes and counts agree with the rules written out", () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 12 }),
      fc.array(asked, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (cells, queries, coded) => {
        const numbered = cells.map((each, i) => ({ ...each, id: `r${i}` }));
        const all = directory(numbered, terms, { coded });
        // Several queries on one directory: what is remembered must not show.
        for (const each of queries) {
          const expected = plainly(all, each);
          const result = apply(all, each);
          expect([...result.shown]).toEqual(expected.shown);
          expect([...result.apart]).toEqual(expected.apart);
          const counts = facets(all, each);
          for (const facet of FACETS) {
            const { shown, values } = plainly(all, each, facet);
            for (const { id, count } of counts[facet]) {
              expect(count).toBe(shown.filter((at) => values(facet, at).includes(id)).length);
            }
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("an empty directory", () => {
  const none = directory([]);
  expect(apply(none, query({ text: "x", types: ["y"] }))).toMatchObject({
    not_on_map: 0,
    total: 0,
  });
  expect(facets(none, query()).types).toEqual([]);
});

test("values outside the vocabulary come last, by id", () => {
  const all = directory(
    [
      { id: "1", name: "a", services: ["zebra", "naloxone"] },
      { id: "2", name: "b", services: ["ant", "testing", "testing"] },
    ],
    terms,
  );
  expect(facets(all, query()).services.map(({ id, label, count }) => [id, label, count])).toEqual([
    ["testing", "Testing", 1],
    ["naloxone", "Take-home naloxone", 1],
    ["ant", "ant", 1],
    ["zebra", "zebra", 1],
  ]);
});

test("countries by folded name, those outside the vocabulary after them", () => {
  const countries = ["US", "AX", "ZZ", "DE", "AA"];
  const all = directory(
    countries.map((country) => ({ id: country, name: country, country })),
    {
      countries: [
        ["US", "United States", ""],
        ["DE", "Germany", ""],
        ["AX", "Åland Islands", ""],
      ],
    },
  );
  expect(facets(all, query()).countries.map(({ id }) => id)).toEqual([
    "AX",
    "DE",
    "US",
    "AA",
    "ZZ",
  ]);
});

test("cells of a dictionary that no row has are no values", () => {
  const all = new Directory({
    schema: 2,
    edition: "2026-11-22",
    count: 1,
    vocabularies: {},
    columns: { id: ["1"], name: ["a"], type: { dictionary: ["used", "unused"], codes: "#" } },
  });
  expect(facets(all, query()).types.map(({ id }) => id)).toEqual(["used"]);
});
