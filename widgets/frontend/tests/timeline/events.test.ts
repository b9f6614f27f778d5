import { describe, expect, test } from "vitest";
import cases from "../../../../tests/cases/events.json";
import {
  apply,
  countsOf,
  FACETS,
  type Facet,
  label,
  type Payload,
  type Query,
  readEvents,
  summary,
  whereWords,
} from "../../timeline/events";

interface Case {
  name: string;
  query: Partial<Query>;
  expect: {
    ids: string[];
    not_on_map: number;
    facets?: Partial<Record<Facet, Record<string, number>>>;
  };
}

const NOTHING: Query = {
  themes: [],
  countries: [],
  decades: [],
  evidence: [],
  text: "",
  start: null,
  end: null,
};

const fields = Object.keys(cases.rows[0]!);
const payload: Payload = {
  schema: 1,
  fields,
  rows: cases.rows.map((row) => fields.map((name) => row[name as keyof typeof row])),
  vocabularies: cases.vocabularies as unknown as Payload["vocabularies"],
};
const events = readEvents(payload);

describe("the shared cases", () => {
  test.each(cases.cases as unknown as Case[])("$name", ({ query, expect: expected }) => {
    const asked = { ...NOTHING, ...query };
    const shown = apply(events, asked);
    expect(shown.map(({ id }) => id)).toEqual(expected.ids);
    expect(summary(shown, events.all.length)).toBe(
      `${expected.ids.length} of ${events.all.length} shown, ${expected.not_on_map} not on the map`,
    );
    for (const [facet, wanted] of Object.entries(expected.facets ?? {})) {
      const found = countsOf(events, asked, facet as Facet).map(({ id, count }) => [id, count]);
      expect(found).toEqual(Object.entries(wanted));
    }
  });
});

test("a count is what choosing the value alone would show", () => {
  const asked: Query = { ...NOTHING, themes: ["law"], countries: ["US", "CH"], start: 1980 };
  for (const facet of FACETS) {
    for (const { id, count } of countsOf(events, asked, facet)) {
      expect(count).toBe(apply(events, { ...asked, [facet]: [id] }).length);
    }
  }
});

test("labels come from the vocabulary, and an id without one stands for itself", () => {
  expect(label(events, "themes", "law")).toBe("Law and courts");
  expect(label(events, "themes", "unheard-of")).toBe("unheard-of");
  expect(label(events, "decades", "1980s")).toBe("1980s");
});

test("a country's own name is not said twice", () => {
  const at = (id: string) => events.all.find((event) => event.id === id)!;
  expect(whereWords(at("ban"))).toBe("United States");
  expect(whereWords(at("table"))).toBe("Tacoma, United States");
});

test("another version of the form is refused", () => {
  expect(() => readEvents({ ...payload, schema: 2 })).toThrow("form 2");
});
