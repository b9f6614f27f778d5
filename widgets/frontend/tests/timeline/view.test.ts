import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  around,
  pan,
  reach,
  snap,
  spanOf,
  ticks,
  type View,
  viewOf,
  whole,
  within,
  yearsOf,
  zoom,
  zoomStep,
} from "../../timeline/view";

const ALL: View = { from: 1914, to: 2027 };

describe("a view", () => {
  test("is told by its first and last year, and all of time by null", () => {
    expect(whole([1988, 1914, 2026])).toEqual(ALL);
    expect(viewOf(1980, 1995, ALL)).toEqual({ from: 1980, to: 1996 });
    expect(viewOf(null, null, ALL)).toEqual(ALL);
    expect(yearsOf({ from: 1980, to: 1996 }, ALL)).toEqual({ start: 1980, end: 1995 });
    expect(yearsOf(ALL, ALL)).toEqual({ start: null, end: null });
    expect(yearsOf({ from: 1914, to: 1950 }, ALL)).toEqual({ start: null, end: 1949 });
  });

  test.each([
    ["years before all", viewOf(1800, 1850, ALL)],
    ["an end before the start", viewOf(1995, 1980, ALL)],
    ["years after all", viewOf(2100, 2200, ALL)],
  ])("stays inside: %s", (_, view) => {
    expect(view.from).toBeGreaterThanOrEqual(ALL.from);
    expect(view.to).toBeLessThanOrEqual(ALL.to);
    expect(view.to - view.from).toBeGreaterThanOrEqual(1);
  });

  test("without events there is one all the same", () => {
    expect(whole([])).toEqual({ from: 2000, to: 2001 });
  });

  test("zooming keeps the point that it is about", () => {
    const view = { from: 1980, to: 2000 };
    const closer = zoom(view, 0.5, 1985, ALL);
    expect(closer).toEqual({ from: 1982.5, to: 1992.5 });
    expect((1985 - closer.from) / 10).toBe((1985 - 1980) / 20);
  });

  test("a step of zoom is in whole years, and at least one", () => {
    expect(zoomStep({ from: 1988, to: 1990 }, true, 1988.5, ALL)).toEqual({ from: 1988, to: 1989 });
    expect(zoomStep({ from: 1988, to: 1989 }, true, 1988.5, ALL)).toEqual({ from: 1988, to: 1989 });
    const farther = zoomStep({ from: 1988, to: 1989 }, false, 1988.5, ALL);
    expect(farther.to - farther.from).toBe(2);
    expect(zoomStep(ALL, false, 1980, ALL)).toEqual(ALL);
  });

  test("panning goes by parts of the view and stops at the ends", () => {
    expect(pan({ from: 1980, to: 1990 }, 0.5, ALL)).toEqual({ from: 1985, to: 1995 });
    expect(pan({ from: 1980, to: 1981 }, -0.5, ALL)).toEqual({ from: 1979, to: 1980 });
    expect(pan({ from: 2020, to: 2027 }, 0.5, ALL)).toEqual({ from: 2020, to: 2027 });
  });

  test("reaching a point moves no more than it must", () => {
    const view = { from: 1980, to: 1990 };
    expect(reach(view, 1985, ALL)).toBe(view);
    expect(reach(view, 2010, ALL)).toEqual({ from: 2005, to: 2015 });
  });

  test("a range is framed with room", () => {
    expect(around(1986, 1996, ALL)).toEqual({ from: 1985, to: 1997 });
    expect(around(1994, 1994, ALL)).toEqual({ from: 1994, to: 1995 });
  });

  test("whatever is done in whole years ends in whole years, inside", () => {
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom("closer", "farther", "pan", "snap", "reach"),
        at: fc.double({ min: 1900, max: 2040, noNaN: true }),
        part: fc.double({ min: -2, max: 2, noNaN: true }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let view = ALL;
        for (const { kind, at, part } of all) {
          if (kind === "closer" || kind === "farther")
            view = zoomStep(view, kind === "closer", at, ALL);
          else if (kind === "pan") view = pan(view, part, ALL);
          else if (kind === "reach")
            view = reach(view, within({ from: at, to: at }, ALL).from, ALL);
          else view = snap({ from: at, to: at + Math.abs(part) * 20 }, ALL);
          expect(Number.isInteger(view.from) && Number.isInteger(view.to)).toBe(true);
          expect(view.from).toBeGreaterThanOrEqual(ALL.from);
          expect(view.to).toBeLessThanOrEqual(ALL.to);
          expect(view.to - view.from).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});

test("as many years are written as there is room for", () => {
  expect(ticks(ALL, 800, 58)).toEqual([
    1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020,
  ]);
  expect(ticks({ from: 1988, to: 1992 }, 800, 58)).toEqual([1988, 1989, 1990, 1991, 1992]);
  for (const pixels of [50, 300, 2000]) {
    const years = ticks(ALL, pixels, 58);
    expect(years.length * 58).toBeLessThanOrEqual(pixels + 58);
  }
});

test("a date is as long as what is known of it", () => {
  expect(spanOf("1988")).toEqual([1988, 1989]);
  const [from, until] = spanOf("1988-08");
  expect(from).toBeCloseTo(1988 + 7 / 12);
  expect(until).toBeCloseTo(1988 + 8 / 12);
  const [day, next] = spanOf("1988-12-31");
  expect(day).toBeLessThan(1989);
  expect(next).toBeCloseTo(1989);
  // In the order that the table has.
  const dates = ["1988", "1988-01", "1988-01-31", "1988-02", "1988-11-07", "1989"];
  const starts = dates.map((date) => spanOf(date)[0]);
  expect([...starts].sort((a, b) => a - b)).toEqual(starts);
});
