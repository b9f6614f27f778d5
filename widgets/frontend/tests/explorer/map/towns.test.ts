import { describe, expect, test } from "vitest";
import { placeLabels, readTowns, type Town } from "../../../explorer/map/towns";

const town = (name: string, x: number, y: number, zoom = 2): Town => ({
  name,
  longitude: x,
  latitude: y,
  zoom,
});
const place = ({ longitude, latitude }: Town) => ({ x: longitude, y: latitude });
const names = (towns: Town[], zoom = 4, pins: Parameters<typeof placeLabels>[5] = []) =>
  placeLabels(towns, zoom, 600, 400, place, pins).map(({ name }) => name);

describe("names of towns", () => {
  test("are read from the resource", () => {
    expect(readTowns({ towns: [["Lahore", 31.56, 74.35, 2]] })).toEqual([
      { name: "Lahore", latitude: 31.56, longitude: 74.35, zoom: 2 },
    ]);
  });

  test("wait for their zoom", () => {
    expect(names([town("Big", 100, 100, 2), town("Small", 300, 300, 6)])).toEqual(["Big"]);
  });

  test("do not touch: the first one stays", () => {
    expect(names([town("Big", 100, 100), town("Beside", 110, 105)])).toEqual(["Big"]);
  });

  test("keep off pins", () => {
    const pin = { left: 90, right: 110, top: 110, bottom: 130 };
    expect(names([town("Under", 100, 100)], 4, [pin])).toEqual([]);
    expect(names([town("Under", 100, 100)], 4, [{ ...pin, top: 60, bottom: 110 }])).toEqual([
      "Under",
    ]);
  });

  test("stay inside the view", () => {
    expect(names([town("Edge", 2, 100), town("Below", 300, 395)])).toEqual([]);
  });

  test("are not too many", () => {
    const many = Array.from({ length: 900 }, (_, i) => town("A", (i % 30) * 20, (i / 30) * 14));
    expect(names(many).length).toBeLessThanOrEqual(36);
  });
});
