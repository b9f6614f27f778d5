import { expect, test } from "vitest";
import { apply, query } from "../../../shared/directory/filter";
import { count, summary } from "../../../shared/directory/summary";
import { directory } from "./rows";

test("the sentence", () => {
  const all = directory([
    { id: "1", name: "a", latitude: 1, longitude: 1, type: "x" },
    { id: "2", name: "b", type: "x" },
    { id: "3", name: "c" },
  ]);
  expect(summary(apply(all, query({ types: ["x"] })))).toBe("2 of 3 shown, 1 not on the map");
});

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [1234567, "1,234,567"],
])("%i is written %s", (value, words) => {
  expect(count(value)).toBe(words);
});
