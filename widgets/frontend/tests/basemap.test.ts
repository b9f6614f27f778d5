import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import states from "us-atlas/states-10m.json";
import { expect, test } from "vitest";
import world from "world-atlas/countries-110m.json";
import { reduced } from "../basemap.mjs";

const atlas = world as unknown as Topology;

test("what is left has the same shapes", () => {
  const map = reduced(atlas, ["countries", "land"]);
  const before = feature(atlas, atlas.objects.countries as GeometryCollection);
  const after = feature(map, map.objects.countries!);
  expect(after.features.map(({ geometry }) => geometry)).toEqual(
    before.features.map(({ geometry }) => geometry),
  );
  expect(mesh(map, map.objects.land!).coordinates.length).toBeGreaterThan(100);
});

test("countries have their ISO number and name, states their FIPS code and name", () => {
  const { countries } = reduced(atlas, ["countries"]).objects;
  expect(countries!.geometries.find(({ id }) => id === "840")).toMatchObject({
    properties: { name: "United States of America" },
  });
  const us = reduced(states, ["states"]);
  expect(us.objects.states!.geometries.find(({ id }) => id === "17")).toMatchObject({
    properties: { name: "Illinois" },
  });
});

test("objects, properties and arcs that nothing uses are gone", () => {
  const geometry = { type: "Polygon", arcs: [[~2]], id: "1", properties: { name: "A", area: 5 } };
  const topology = {
    type: "Topology",
    transform: { scale: [1, 1], translate: [0, 0] },
    arcs: ["unused", "unused", "used"],
    objects: {
      kept: { type: "GeometryCollection", geometries: [geometry] },
      dropped: { type: "GeometryCollection", geometries: [] },
    },
  };
  expect(reduced(topology, ["kept"])).toEqual({
    type: "Topology",
    bbox: undefined,
    transform: topology.transform,
    arcs: ["used"],
    objects: {
      kept: {
        type: "GeometryCollection",
        geometries: [{ type: "Polygon", arcs: [[~0]], id: "1", properties: { name: "A" } }],
      },
    },
  });
});
