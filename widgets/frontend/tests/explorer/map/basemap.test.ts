import { expect, test } from "vitest";
import { Basemap } from "../../../explorer/map/basemap";

const WORLD = { south: -60, north: 80, west: -180, east: 180 };
const EUROPE = { south: 36, north: 60, west: -10, east: 30 };

function basemap() {
  const asked: string[] = [];
  const shown: string[][] = [];
  const town = (name: string) => ({ towns: [[name, 0, 0, 2]] });
  const load = async (name: string) => {
    asked.push(name);
    if (name.startsWith("basemap/towns")) return town(name);
    throw new Error("no borders here");
  };
  const map = new Basemap(load, (_, towns) => shown.push(towns.map(({ name }) => name)));
  return { map, asked, shown };
}

test("a view of the world asks for no name that has no room in it", () => {
  const { map, asked } = basemap();
  map.need(1, WORLD);
  expect(asked).toEqual(["basemap/world-110m"]);
});

test("the names of smaller towns come with closer views, after those of the bigger", async () => {
  const { map, asked, shown } = basemap();
  map.need(3, EUROPE);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(asked).toEqual(["basemap/world-110m", "basemap/towns"]);
  expect(shown[shown.length - 1]).toEqual(["basemap/towns"]);
  map.need(5, EUROPE);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(asked).toContain("basemap/towns-near");
  expect(shown[shown.length - 1]).toEqual(["basemap/towns", "basemap/towns-near"]);
});
