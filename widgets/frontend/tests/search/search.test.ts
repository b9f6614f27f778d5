import { describe, expect, test } from "vitest";
import { Engine } from "../../search/engine";
import { type Passage, pageOf, read } from "../../search/passages";
import { snippet } from "../../search/snippet";

const PASSAGES: Passage[] = [
  {
    kind: "page",
    title: "Naloxone",
    text: "It pushes the opioid out.",
    address: "practice/naloxone.html",
  },
  {
    kind: "section",
    title: "Carrying it",
    text: "Keep naloxone near you, not in the car.",
    address: "practice/naloxone.html#carrying-it",
  },
  {
    kind: "entry",
    title: "La Croisée",
    text: "Formerly Relais Ouest. Montréal, Québec. Syringe access",
    address: "directory/list.html#entry-croisee",
  },
  {
    kind: "term",
    title: "agonist",
    text: "A medicine that does what an opioid does.",
    address: "about/glossary.html#term-agonist",
  },
  {
    kind: "page",
    title: "Alcohol",
    text: "Withdrawal from alcohol can kill.",
    address: "practice/withdrawal.html",
  },
];

const titles = (query: string): string[] =>
  new Engine(PASSAGES).find(query, 10).map(({ passage }) => passage.title);

describe("finding", () => {
  test("a title comes before a mention", () => {
    expect(titles("naloxone")).toEqual(["Naloxone", "Carrying it"]);
  });

  test.each(["naloxon", "nalaxone", "NALOXONE", "naloxnoe"])("%s is forgiven", (typed) => {
    expect(titles(typed)[0]).toBe("Naloxone");
  });

  test.each(["croisee", "CROISÉE", "Relais", "montreal", "quebec"])(
    "%s finds an entry by any of its names, accents or not",
    (typed) => {
      expect(titles(typed)).toEqual(["La Croisée"]);
    },
  );

  test("every word counts, as far as one passage has them all", () => {
    expect(titles("alcohol withdrawal")).toEqual(["Alcohol"]);
    expect(titles("alcohol croisee").sort()).toEqual(["Alcohol", "La Croisée"]);
  });

  test("nothing is found for nothing, and for what is not there", () => {
    expect(titles("")).toEqual([]);
    expect(titles("  … ")).toEqual([]);
    expect(titles("zzzzqqqq")).toEqual([]);
  });

  test("words such as __proto__ are words", () => {
    expect(titles("__proto__ constructor")).toEqual([]);
  });
});

describe("the passage", () => {
  test("the found words are marked as they stand", () => {
    expect(snippet("Keep Naloxone near.", ["naloxone"])).toEqual([
      { text: "Keep ", found: false },
      { text: "Naloxone", found: true },
      { text: " near.", found: false },
    ]);
  });

  test("a long text is shown where the words stand", () => {
    const text = `${"word ".repeat(200)}and here is naloxone at last${" word".repeat(200)}`;
    const pieces = snippet(text, ["naloxone"]);
    expect(pieces[0]?.text).toBe("… ");
    expect(pieces.some(({ found, text: marked }) => found && marked === "naloxone")).toBe(true);
    expect(pieces[pieces.length - 1]?.text).toBe(" …");
    expect(pieces.map((piece) => piece.text).join("").length).toBeLessThan(200);
  });

  test("a text without the words is shown from its beginning", () => {
    expect(snippet("Short text.", ["title"])).toEqual([{ text: "Short text.", found: false }]);
  });
});

test("a section knows its page", () => {
  const { passages, pages } = read([
    ["page", "Naloxone", "", "a.html"],
    ["section", "Carrying it", "", "a.html#b"],
  ]);
  expect(pages.get(pageOf(passages[1]?.address ?? ""))).toBe("Naloxone");
});
