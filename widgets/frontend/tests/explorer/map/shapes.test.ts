import { describe, expect, test } from "vitest";
import { mercatorX, mercatorY } from "../../../explorer/map/mercator";
import { countryShapes, stateShapes, traceOf, withoutSeam } from "../../../explorer/map/shapes";

describe("Web Mercator", () => {
  test("puts the world on a square", () => {
    expect([mercatorX(-180), mercatorX(0), mercatorX(180)]).toEqual([0, 0.5, 1]);
    expect(mercatorY(0)).toBeCloseTo(0.5, 12);
    expect(mercatorY(90)).toBeCloseTo(0, 6);
    expect(mercatorY(-90)).toBeCloseTo(1, 6);
  });

  test("keeps a known value: 45° N", () => {
    expect(mercatorY(45)).toBeCloseTo(
      0.5 - Math.log(Math.tan((3 * Math.PI) / 8)) / (2 * Math.PI),
      9,
    );
  });
});

describe("a trace", () => {
  test("goes on past 180° instead of jumping across the world", () => {
    const { west, east } = traceOf([
      [178, 60],
      [-178, 60],
      [-176, 61],
    ]);
    expect(west).toBeCloseTo(mercatorX(178), 6);
    expect(east).toBeCloseTo(mercatorX(184), 6);
  });

  test("closes a ring around a pole along the pole", () => {
    const ring = [-180, -90, 0, 90, 180].map((longitude) => [longitude, -70]);
    const { points, south } = traceOf(ring, true);
    expect(points).toHaveLength((ring.length + 2) * 2);
    expect(south).toBe(1);
  });

  test("leaves other rings as they are", () => {
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    expect(traceOf(ring, true).points).toHaveLength(8);
  });
});

test("a line along 180° is cut there, since only the data ends", () => {
  const parts = withoutSeam([
    [170, 60],
    [180, 65],
    [180, 70],
    [175, 72],
  ]);
  expect(parts).toEqual([
    [
      [170, 60],
      [180, 65],
    ],
    [
      [180, 70],
      [175, 72],
    ],
  ]);
});

/** Two squares side by side that share one arc. */
const TOPOLOGY = (name: string) => ({
  type: "Topology",
  arcs: [
    [
      [1, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0],
    ],
    [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
    ],
  ],
  objects: {
    [name]: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", arcs: [[0, 1]] },
        { type: "Polygon", arcs: [[2, -1]] },
      ],
    },
    land: { type: "GeometryCollection", geometries: [{ type: "Polygon", arcs: [[1, 2]] }] },
  },
});

test("countries become land and lines", () => {
  const { land, lines } = countryShapes(TOPOLOGY("countries"));
  expect(land).toHaveLength(1);
  expect(land[0]!.west).toBeCloseTo(mercatorX(0), 6);
  expect(land[0]!.east).toBeCloseTo(mercatorX(2), 6);
  expect(lines.length).toBeGreaterThan(0);
});

test("of states only the lines between them are drawn", () => {
  const { land, lines } = stateShapes(TOPOLOGY("states"));
  expect(land).toEqual([]);
  expect(lines).toHaveLength(1);
  expect([lines[0]!.west, lines[0]!.east]).toEqual([mercatorX(1), mercatorX(1)]);
});
