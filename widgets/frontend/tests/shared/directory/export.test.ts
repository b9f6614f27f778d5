import { describe, expect, test } from "vitest";
import cases from "../../../../../tests/cases/export.json";
import { neutral, toCsv, toGeojson } from "../../../shared/directory/export";
import { directory, type Row } from "./rows";

const all = directory(cases.rows as unknown as Row[], {}, { coded: true, edition: cases.edition });
const rows = (ids: readonly string[]): number[] => ids.map((id) => all.find(id));

describe("the shared cases", () => {
  test.each(cases.cells)("a cell: $name", ({ input, expect: expected }) => {
    expect(neutral(input)).toBe(expected);
  });

  test("CSV", () => {
    expect(toCsv(all, rows(cases.csv.ids))).toBe(cases.csv.expect);
  });

  test("CSV with distances", () => {
    const { ids, distances_km, expect: expected } = cases.csv_with_distance;
    expect(toCsv(all, rows(ids), distances_km)).toBe(expected);
  });

  test("GeoJSON", () => {
    const found = JSON.parse(toGeojson(all, rows(cases.geojson.ids)));
    expect(found).toEqual(cases.geojson.expect);
    expect(Object.keys(found.features[0].properties)).toEqual(
      Object.keys(cases.geojson.expect.features[0]!.properties),
    );
  });

  test("GeoJSON with distances", () => {
    const { ids, distances_km, expect: expected } = cases.geojson_with_distance;
    expect(JSON.parse(toGeojson(all, rows(ids), distances_km))).toEqual(expected);
  });
});

test("no rows give a header and an empty collection", () => {
  expect(toCsv(all, []).split("\r\n")).toHaveLength(2);
  expect(JSON.parse(toGeojson(all, [])).features).toEqual([]);
});
