import { describe, expect, test } from "vitest";
import { Clusters } from "../../../explorer/map/clusters";

const WORLD = { south: -85, north: 85, west: -180, east: 180 };
const clusters = (...points: [number, number][]) =>
  new Clusters(
    points.map((_, row) => row),
    {
      latitude: Float64Array.from(points, ([latitude]) => latitude),
      longitude: Float64Array.from(points, ([, longitude]) => longitude),
    },
  );

describe("clusters", () => {
  const near = clusters([40.7, -74], [40.71, -74.01], [41.85, -87.65]);

  test("put together what is near at a zoom, and part it closer by", () => {
    expect(near.at(1, WORLD).map(({ count }) => count)).toEqual([3]);
    expect(
      near
        .at(4, WORLD)
        .map(({ count }) => count)
        .sort(),
    ).toEqual([1, 2]);
    expect(near.at(16, WORLD).map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  test("keep their distance on the screen between two whole zooms too", () => {
    const pair = clusters([0, 0], [0, 20]);
    // Twenty degrees are 14 pixels at zoom 0, and twice as many at each further one.
    const counts = (zoom: number) => pair.at(zoom, WORLD).map(({ count }) => count);
    expect([1.25, 1.4].map(counts)).toEqual([[2], [2]]);
    expect([1.6, 1.75].map(counts)).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test("know their rows", () => {
    const cluster = near.at(4, WORLD).find(({ count }) => count === 2)!;
    expect(cluster.rows().sort()).toEqual([0, 1]);
    expect(cluster.rows(1)).toHaveLength(1);
  });

  test("know the box around all their rows", () => {
    expect(near.extent).toEqual({ south: 40.7, north: 41.85, west: -87.65, east: -74 });
    expect(clusters().extent).toBeNull();
  });

  test("never part rows at one point, however close by", () => {
    const [spot] = clusters([50, 8], [50, 8]).at(17, WORLD);
    expect(spot!.count).toBe(2);
  });

  test("give what lies in the view only", () => {
    const view = { south: 40, north: 43, west: -90, east: -85 };
    expect(near.at(8, view).flatMap((spot) => spot.rows())).toEqual([2]);
  });

  test("find rows on both sides of the antimeridian", () => {
    const pacific = clusters([-18, 178], [-14, -172]);
    const rows = pacific
      .at(6, { south: -30, north: 0, west: 170, east: 195 })
      .flatMap((spot) => spot.rows());
    expect(rows.sort()).toEqual([0, 1]);
  });

  test("keep a row's key while the zoom changes, so that its pin keeps the focus", () => {
    const key = (zoom: number) => near.at(zoom, WORLD).find(({ count }) => count === 1)!.key;
    expect(key(4)).toBe(key(6));
  });

  test("of very many rows count every row once, at every zoom and after a pan", () => {
    const points = Array.from({ length: 20_000 }, (_, i): [number, number] => [
      ((i * 7919) % 12_000) / 100 - 60,
      ((i * 104_729) % 36_000) / 100 - 180,
    ]);
    const many = clusters(...points);
    const total = (zoom: number) => many.at(zoom, WORLD).reduce((sum, spot) => sum + spot.count, 0);
    expect([0, 1, 3, 6].map(total)).toEqual([20_000, 20_000, 20_000, 20_000]);
    for (const west of [-30, 0, 25, 150, 170]) {
      const view = { south: 10, north: 20, west, east: west + 15 };
      for (const spot of many.at(6, view)) {
        const rows = spot.rows();
        expect(rows).toHaveLength(spot.count);
        expect(new Set(rows).size).toBe(spot.count);
      }
    }
  });

  test("of nothing are none", () => {
    expect(clusters().at(3, WORLD)).toEqual([]);
  });
});
