import { afterEach, expect, test, vi } from "vitest";
import { prepareSearch, TextIndex, textIndex } from "../../../shared/directory/search";
import { directory } from "./rows";

const names = Array.from({ length: 2500 }, (_, i) => ({
  id: `${i}`,
  name: `Door ${i}`,
  city: "X",
}));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("an index built by slices finds what one built at once finds", () => {
  const all = directory(names);
  const sliced = new TextIndex(all);
  let slices = 1;
  while (!sliced.advance(999)) slices += 1;
  expect(slices).toBe(3);
  for (const text of ["door 24", "x 7", "doors", "24 d x"]) {
    expect(sliced.matches(text)).toEqual(new TextIndex(all).matches(text));
  }
});

test("a search in the middle of building waits for the rest", () => {
  const index = new TextIndex(directory(names));
  index.advance(10);
  expect(index.matches("2499")?.[2499]).toBe(1);
  expect(index.advance()).toBe(true);
});

test("text without a letter or digit asks for nothing", () => {
  expect(new TextIndex(directory(names)).matches(" – ! ")).toBeNull();
});

test("building in the background can be stopped", () => {
  vi.useFakeTimers();
  vi.stubGlobal("window", globalThis);
  const all = directory(names);
  const stop = prepareSearch(all);
  vi.advanceTimersToNextTimer();
  stop();
  expect(vi.getTimerCount()).toBe(0);
  prepareSearch(all);
  vi.runAllTimers();
  expect(textIndex(all).advance(0)).toBe(true);
});
