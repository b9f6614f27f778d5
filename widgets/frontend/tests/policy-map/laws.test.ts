import { describe, expect, test } from "vitest";
import shared from "../../../../tests/cases/laws.json";
import { curveOf, curveWords, roundStep } from "../../policy-map/curve";
import {
  countsOf,
  deathsIn,
  type Payload,
  STATUSES,
  standings,
  standingWords,
  summaryOf,
} from "../../policy-map/laws";
import { neighbour, TILES } from "../../policy-map/tiles";
import { payload } from "./payload";

describe("the cases shared with Python", () => {
  test.each(shared.cases)("$law in $year", (one) => {
    const states = standings(payload, one.law, one.year);
    const found = Object.fromEntries(states.map(({ region, status }) => [region, status]));
    expect(found).toEqual(one.statuses);
    expect(STATUSES.map((status) => countsOf(states)[status])).toEqual(one.counts);
    expect(summaryOf(payload, one.law, one.year)).toBe(one.summary);
    expect(deathsIn(payload, one.year)).toBe(one.deaths);
  });
});

test("a blank is said to be unknown, never no", () => {
  expect(standingWords({ since: null, status: "unknown" })).toContain("unknown");
  expect(standingWords({ since: 2001, status: "not yet" })).toBe("not yet, dated 2001");
});

describe("the squares", () => {
  const regions = Object.keys(TILES);

  test("are the fifty states and the District of Columbia, each in a place of its own", () => {
    expect(regions).toHaveLength(51);
    expect(new Set(Object.values(TILES).map(String)).size).toBe(51);
    expect(regions).toContain("DC");
  });

  test("arrow keys go to what lies there", () => {
    expect(neighbour("WA", "ArrowRight", regions)).toBe("ID");
    expect(neighbour("WA", "ArrowLeft", regions)).toBe("WA");
    expect(neighbour("CA", "ArrowUp", regions)).toBe("OR");
    expect(neighbour("MI", "ArrowRight", regions)).toBe("NY");
    expect(neighbour("elsewhere", "ArrowUp", regions)).toBe("elsewhere");
  });

  test("every square can be reached from the first by arrow keys", () => {
    const reached = new Set(["AL"]);
    for (const region of reached) {
      for (const arrow of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] as const)
        reached.add(neighbour(region, arrow, regions));
    }
    expect([...reached].sort()).toEqual([...regions].sort());
  });
});

describe("the curve", () => {
  const rows = payload.deaths;

  test("begins at nought, goes left to right, and keeps the two series apart", () => {
    const curve = curveOf(rows, 2000, 2016, 400, 300);
    expect(curve.rows[0]!.deaths).toBe(0);
    expect(curve.y(0)).toBeGreaterThan(curve.y(12000));
    expect(curve.final.map(({ year }) => year)).toEqual([2000, 2001]);
    expect(curve.provisional.map(({ year }) => year)).toEqual([2001, 2016]);
    expect(curve.x(2000)).toBeLessThan(curve.x(2016));
    for (const { x } of [...curve.final, ...curve.provisional]) expect(x).toBeLessThanOrEqual(400);
  });

  test("names the first and the last year, and none so near to them that they would touch", () => {
    for (const width of [240, 320, 700]) {
      const { columns } = curveOf(rows, 1999, 2024, width, 300);
      expect(columns[0]!.year).toBe(1999);
      expect(columns[columns.length - 1]!.year).toBe(2024);
      const gaps = columns.slice(1).map(({ x }, i) => x - columns[i]!.x);
      expect(Math.min(...gaps)).toBeGreaterThan(36);
    }
  });

  test("is divided by round numbers", () => {
    expect([1, 900, 12000, 110037].map(roundStep)).toEqual([0.2, 200, 2000, 20000]);
  });

  test("is told in words", () => {
    expect(curveWords(rows)).toBe(
      "Final counts, any drug: 900 in 2000, at most 1,400 in 2001, 1,400 in 2001." +
        " Provisional counts: 1,450 in 2001, 12,000 in 2016.",
    );
    expect(curveWords([])).toContain("No final count");
  });
});

test("an empty table breaks nothing", () => {
  const empty: Payload = { ...payload, states: [], deaths: [] };
  expect(summaryOf(empty, "naloxone", 2000)).toContain("0 of 0");
  expect(curveOf([], 2000, 2000, 300, 200).final).toEqual([]);
});
