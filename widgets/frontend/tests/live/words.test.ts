import { describe, expect, test } from "vitest";
import type { Phase } from "../../live/binder";
import { pythonOf } from "../../live/kernel/python";
import { LiveError } from "../../live/model";
import { newLine } from "../../live/panel/indent";
import { asScript } from "../../live/panel/pageCells";
import { allWords, binderWords, faultWords, foundWords } from "../../live/words";

describe("what the page says", () => {
  test.each([
    [59, ""],
    [60, "One minute so far."],
    [150, "2 minutes so far."],
  ])("after %d seconds", (seconds, words) => {
    const said = binderWords("building", seconds);
    expect(said).toContain("ten minutes or more");
    expect(said).toContain(words);
    expect(/\d+ minutes?\b/.test(binderWords("waiting" as Phase, 59))).toBe(false);
  });

  test("a fault passes on what the server said, as its words", () => {
    expect(faultWords("binder-failed", "no room")).toContain("It said: “no room”");
    expect(faultWords("binder-failed")).not.toContain("It said");
  });

  test("what is missing comes before what lies elsewhere", () => {
    expect(foundWords({ guidebook: false, tables: false }, "")).toContain("pip install");
    expect(foundWords({ guidebook: true, tables: false }, "")).toContain("../../data");
    expect(foundWords({ guidebook: true, tables: true }, "https://a")).toBe("");
  });

  test("a run of all cells", () => {
    expect(allWords(5, 5, "done")).toBe("All 5 cells have run.");
    expect(allWords(2, 5, "error")).toContain("Cell 2 of 5");
    expect(allWords(2, 5, "lost")).toContain("Python ended");
  });
});

test.each([
  ["x = 1", 5, "\n"],
  ["if x:", 5, "\n    "],
  ["    y", 5, "\n    "],
  ["a\n    f(", 8, "\n        "],
  ["if x: pass", 3, "\n"],
])("Enter in %j at %d", (text, place, added) => {
  expect(newLine(text, place)).toBe(added);
});

test("cells as a file", () => {
  expect(asScript("First", ["a", "b"])).toBe("# First\n\n# %%\na\n\n# %%\nb\n");
});

describe("the Python of a server", () => {
  const spec = (name: string, language: string) => ({ name, spec: { language } });
  test("its default, if that is one", () => {
    const kernelspecs = { a: spec("a", "python"), b: spec("b", "Python"), r: spec("r", "R") };
    expect(pythonOf({ default: "b", kernelspecs })).toBe("b");
    expect(pythonOf({ default: "r", kernelspecs })).toBe("a");
  });

  test("none is said", () => {
    expect(() => pythonOf({ default: "r", kernelspecs: { r: spec("r", "R") } })).toThrow(LiveError);
    expect(() => pythonOf({})).toThrow(LiveError);
  });
});
