import { expect, test } from "vitest";
import { conditionsInEm, typeFollows } from "../text-size.mjs";

test("sizes of type follow the reader's", () => {
  expect(typeFollows("a{font-size: 15.5px}")).toBe("a{font-size: calc(15.5 * var(--gb-px))}");
  expect(typeFollows("a { color: red; font: 500 15px / 1.3 var(--gb-sans); }")).toBe(
    "a { color: red; font: 500 calc(15 * var(--gb-px)) / 1.3 var(--gb-sans); }",
  );
});

test("other lengths stay as they are", () => {
  for (const css of [
    "a{min-height:38px;padding:6px 13px}",
    "a{font-size:0.9rem;margin:2px}",
    "a{font:inherit;border:1px solid}",
    "a{font-weight:600;width:18px}",
    "a{--gb-px: var(--book-px, 0.0625rem)}",
  ]) {
    expect(typeFollows(css)).toBe(css);
  }
});

test("layouts change by the size of the text", () => {
  expect(conditionsInEm("@media (max-width: 480px) { a { width: 480px } }")).toBe(
    "@media (max-width: 30em) { a { width: 480px } }",
  );
  expect(conditionsInEm("@media(min-width:540px) and (max-width:991.98px){}")).toBe(
    "@media(min-width:33.75em) and (max-width:61.99875em){}",
  );
});
