import states from "us-atlas/states-albers-10m.json";
import { describe, expect, test } from "vitest";
import world from "world-atlas/countries-110m.json";
import { reduced, thinned } from "../../../basemap.mjs";
import { type Area, areasOf } from "../../../shared/geo/areas";
import { largestOf, pathOf } from "../../../shared/geo/path";
import { US_MAP } from "../../../shared/geo/projection";
import { countriesOf, worldMap } from "../../../shared/geo/world";

const square = (x: number, y: number, side: number): GeoJSON.Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const area = (...rings: GeoJSON.Position[][]): Pick<Area, "geometry"> => ({
  geometry: { type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) },
});
const numbers = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(Number);

describe("a path", () => {
  test("is closed, on a grid, and does not repeat a point", () => {
    const ring = [
      [0, 0],
      [0.01, 0.02],
      [10.04, 0],
      [10, 10],
      [0, 0],
    ];
    expect(pathOf(area(ring))).toBe("M0,0L10,0L10,10Z");
  });

  test("leaves out what is too small to be drawn", () => {
    expect(pathOf(area(square(5, 5, 0.01)))).toBe("");
  });

  test("a word stands in the middle of the largest outline", () => {
    const squares = area(square(0, 0, 1), square(100, 50, 10));
    expect(largestOf(squares)).toEqual({ x: 105, y: 55, size: 100 });
  });
});

describe("the map of the US", () => {
  const areas = areasOf(thinned(reduced(states, ["states"])), "states");

  test("has the fifty states and the District of Columbia, each with its name", () => {
    const names = areas.map(({ name }) => name);
    for (const name of ["Alaska", "Hawaii", "Rhode Island", "District of Columbia"])
      expect(names).toContain(name);
    expect(new Set(names).size).toBe(areas.length);
    expect(areas.length).toBeGreaterThanOrEqual(51);
  });

  test("every state is drawn, within the map", () => {
    for (const state of areas) {
      const points = numbers(pathOf(state));
      expect(points.length, state.name).toBeGreaterThan(5);
      expect(Math.max(...points.filter((_, i) => i % 2 === 0)), state.name).toBeLessThan(
        US_MAP.width,
      );
      expect(Math.max(...points.filter((_, i) => i % 2)), state.name).toBeLessThan(US_MAP.height);
    }
  });

  test("weighs half of what it would", () => {
    const before = JSON.stringify(reduced(states, ["states"])).length;
    expect(JSON.stringify(thinned(reduced(states, ["states"]))).length).toBeLessThan(before / 2);
  });
});

describe("the map of the world", () => {
  const map = worldMap(360);

  test("keeps the published proportions", () => {
    expect(map.height / map.width).toBeCloseTo(0.4867, 3);
    expect(map.project([0, 0])[0]).toBeCloseTo(180, 6);
    expect(map.project([0, 0])[1]).toBeCloseTo(map.height / 2, 6);
    expect(map.project([180, 0])[0]).toBeCloseTo(360, 6);
    expect(map.project([0, 90])[1]).toBeCloseTo(0, 6);
    // The pole is a line: 0.592 of the equator's length.
    expect((map.project([180, 90])[0] - 180) / 180).toBeCloseTo(0.592, 2);
  });

  test("north is up and east is right", () => {
    const [chicago, sydney] = [map.project([-87.6, 41.9]), map.project([151.2, -33.9])];
    expect(chicago[0]).toBeLessThan(sydney[0]);
    expect(chicago[1]).toBeLessThan(sydney[1]);
  });

  test("every country is in the map, and none runs back across it", () => {
    const countries = countriesOf(reduced(world, ["countries"]));
    expect(countries.length).toBeGreaterThan(170);
    for (const country of countries) {
      const path = pathOf(country, map.project);
      for (const ring of path.split("Z").filter(Boolean)) {
        const xs = numbers(ring).filter((_, i) => i % 2 === 0);
        expect(Math.min(...xs), country.name).toBeGreaterThanOrEqual(0);
        expect(Math.max(...xs), country.name).toBeLessThanOrEqual(map.width);
        const steps = xs.map((x, i) => Math.abs(x - (xs[i - 1] ?? x)));
        if (country.name !== "Antarctica")
          expect(Math.max(...steps), country.name).toBeLessThan(map.width / 4);
      }
    }
  });
});
