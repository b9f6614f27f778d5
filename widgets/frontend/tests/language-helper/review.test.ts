import fc from "fast-check";
import { describe, expect, test } from "vitest";
import cases from "../../../../tests/cases/language.json";
import random from "../../../../tests/cases/language-random.json";
import { applied, suggestions } from "../../language-helper/fit";
import { compilePattern } from "../../language-helper/patterns";
import { Reviewer, type Span } from "../../language-helper/review";
import type { Term } from "../../language-helper/terms";
import { TERMS } from "./table";

const reviewer = new Reviewer(TERMS);

/** A position as Python counts: in characters. */
function characters(text: string, at: number): number {
  return [...text.slice(0, at)].length;
}

function found(text: string, spans: readonly Span[]): (number | string)[][] {
  return spans.map(({ start, end, term }) => [
    characters(text, start),
    characters(text, end),
    term.id,
  ]);
}

function suggested(text: string): (number | string)[][][] {
  return reviewer
    .review(text)
    .map((span) =>
      suggestions(text, span).map(({ start, end, words, note }) => [
        characters(text, start),
        characters(text, end),
        words,
        note,
      ]),
    );
}

describe("the shared cases", () => {
  test.each(cases.review)("$name", ({ text, expect: expected }) => {
    expect(found(text, reviewer.review(text))).toEqual(expected);
  });

  test.each(cases.patterns)("pattern: $name", ({ terms, text, expect: expected }) => {
    const own = new Reviewer(terms as unknown as Term[]);
    expect(found(text, own.review(text))).toEqual(expected);
  });

  test.each(cases.suggest)("instead: $name", ({ text, expect: expected }) => {
    expect(suggested(text)).toEqual(expected);
  });

  test("texts made at random", () => {
    for (const { text, spans, suggestions: expected } of random.texts) {
      expect(found(text, reviewer.review(text)), text).toEqual(spans);
      expect(suggested(text), text).toEqual(expected);
    }
  });
});

const words = TERMS.flatMap(({ patterns, fine_in }) => [...patterns, ...fine_in]).flatMap(
  (pattern) => pattern.split(/[\s[\]{}|]+/).filter(Boolean),
);
const between = fc.constantFrom(" ", " ", " ", "-", "\n", ", ", "“", "”", '"', "’s ", "😀", "_");
const text = fc
  .array(fc.oneof(fc.constantFrom(...words), between, fc.string({ unit: "grapheme" })))
  .map((parts) => parts.join(""));

test("spans lie in the text, in order, apart, and say what stands there", () => {
  fc.assert(
    fc.property(text, (any) => {
      let last = 0;
      for (const span of reviewer.review(any)) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        expect(any.slice(span.start, span.end)).toBe(span.text);
        expect(span.term.advice).not.toBe("keep");
        last = span.end;
      }
    }),
  );
});

test("a review leaves nothing behind for the next", () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const alone = reviewer.review(one);
      reviewer.review(other);
      expect(reviewer.review(one)).toEqual(alone);
    }),
  );
});

test("a suggestion changes the words that were found, and at most the article before them", () => {
  fc.assert(
    fc.property(text, (any) => {
      for (const span of reviewer.review(any)) {
        for (const one of suggestions(any, span)) {
          if (!one.words) continue;
          const after = applied(any, one);
          expect(after.endsWith(any.slice(span.end))).toBe(true);
          expect(after.startsWith(any.slice(0, one.start))).toBe(true);
          expect(any.slice(one.start, Math.max(one.start, span.start))).toMatch(/^(an?\s+)?$/i);
        }
      }
    }),
  );
});

test("what is said instead is not marked again", () => {
  for (const term of TERMS.filter(({ advice }) => advice === "avoid")) {
    for (const instead of term.instead.filter((one) => !one.startsWith("("))) {
      const again = reviewer
        .review(`So: ${instead}.`)
        .filter((span) => span.term.advice === "avoid");
      expect(again.map((span) => span.text)).toEqual([]);
    }
  }
});

test("a stray bracket is refused", () => {
  expect(() => compilePattern("a]b")).toThrow("without its partner");
});
