import { expect, test } from "vitest";
import cases from "../../../../../tests/cases/distance.json";
import { distance, EARTH_RADIUS_KM, TOLERANCE_KM } from "../../../shared/directory/distance";

test("the constants are those of the cases", () => {
  expect(EARTH_RADIUS_KM).toBe(cases.radius_km);
  expect(TOLERANCE_KM).toBe(cases.tolerance_km);
});

test.each(cases.cases)("$name", ({ from, to, km }) => {
  const found = distance(from[0]!, from[1]!, to[0]!, to[1]!);
  expect(Math.abs(found - km)).toBeLessThan(1e-6);
});

test("a position that is missing has no distance", () => {
  expect(distance(0, 0, Number.NaN, 0)).toBeNaN();
});
