import fc from "fast-check";
import { describe, expect, test } from "vitest";
import cases from "../../../../../tests/cases/text.json";
import { compare, fold, tokens } from "../../../shared/directory/text";

describe("the shared cases", () => {
  test.each(cases.fold)("fold: $name", ({ input, expect: expected }) => {
    expect(fold(input)).toBe(expected);
  });

  test.each(cases.tokens)("tokens: $name", ({ input, expect: expected }) => {
    expect(tokens(input)).toEqual(expected);
  });
});

const text = fc.string({ unit: "grapheme" });

test("folding what is folded changes nothing that search would notice", () => {
  fc.assert(
    fc.property(text, (any) => {
      expect(tokens(fold(any))).toEqual(tokens(any));
    }),
  );
});

test("the short way for ASCII gives what the long way gives", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (ascii) => {
      expect(fold(`${ascii}é`)).toBe(`${fold(ascii)}e`);
    }),
  );
});

test("order is by code point", () => {
  const points = (word: string): number[] => [...word].map((letter) => letter.codePointAt(0)!);
  const byPoints = (a: string, b: string): number => {
    const [x, y] = [points(a), points(b)];
    const at = x.findIndex((point, i) => point !== y[i]);
    return at === -1 ? x.length - y.length : x[at]! - (y[at] ?? -1);
  };
  const unit = fc.constantFrom("a", "z", "\ue000", "\uffee", "😀", "𐐨", "é");
  const word = fc.string({ unit, maxLength: 4 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(Math.sign(compare(a, b))).toBe(Math.sign(byPoints(a, b)));
    }),
  );
});
