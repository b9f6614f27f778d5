import { describe, expect, test } from "vitest";
import { circleAround } from "../../../explorer/map/circle";
import { extentOfPoints as extentOf, isOnePoint } from "../../../explorer/map/extent";
import { distance } from "../../../shared/directory/distance";

const at = (latitude: number, longitude: number) => ({ latitude, longitude });

describe("the box around points", () => {
  test("is nothing around nothing", () => {
    expect(extentOf([])).toBeNull();
  });

  test("is one point around points at one place", () => {
    const box = extentOf([at(40, -80), at(40, -80)])!;
    expect(box).toEqual({ south: 40, north: 40, west: -80, east: -80 });
    expect(isOnePoint(box)).toBe(true);
  });

  test("spans the points", () => {
    expect(extentOf([at(40, -80), at(52, 5), at(-30, 20)])).toEqual({
      south: -30,
      north: 52,
      west: -80,
      east: 20,
    });
  });

  test("crosses the antimeridian where that is much shorter", () => {
    const box = extentOf([at(-18, 178), at(-14, -172)])!;
    expect([box.west, box.east]).toEqual([178, 188]);
    expect(isOnePoint(box)).toBe(false);
  });

  test("keeps the usual view of the world where crossing would save little", () => {
    const box = extentOf([
      at(61, -150),
      at(40, -75),
      at(50, 0),
      at(20, 80),
      at(-33, 151),
      at(21, -158),
    ])!;
    expect([box.west, box.east]).toEqual([-158, 151]);
  });
});

describe("the circle of a search", () => {
  test.each([at(41.85, -87.65), at(-17.7, 178), at(80, 10)])("lies at its radius", (centre) => {
    for (const point of circleAround(centre, 75)) {
      const km = distance(centre.latitude, centre.longitude, point.latitude, point.longitude);
      expect(km).toBeCloseTo(75, 6);
    }
  });

  test("is closed", () => {
    const ring = circleAround(at(10, 20), 30);
    expect(ring[0]!.latitude).toBeCloseTo(ring[ring.length - 1]!.latitude, 9);
    expect(ring[0]!.longitude).toBeCloseTo(ring[ring.length - 1]!.longitude, 9);
  });
});
