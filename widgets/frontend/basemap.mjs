/**
 * The basemap: countries of the world (Natural Earth, by way of world-atlas) and states of the
 * US (US Census Bureau, by way of us-atlas) as TopoJSON, with nothing in it that no map uses.
 *
 *     resources/basemap/world-110m.json   objects `countries` and `land`, for the whole world
 *     resources/basemap/world-50m.json    the same, for closer views
 *     resources/basemap/us-states.json    object `states`
 *     resources/basemap/us-map.json       the same as a plane of 975 by 610 pixels, for small maps:
 *                                         Albers' projection, Alaska and Hawaii set in below
 *
 * A country has its ISO 3166-1 numeric code as `id`, a state its FIPS code; both have
 * `properties.name`.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";

const { resolve } = createRequire(import.meta.url);

const FILES = [
  { name: "world-110m", source: "world-atlas/countries-110m.json", objects: ["countries", "land"] },
  { name: "world-50m", source: "world-atlas/countries-50m.json", objects: ["countries", "land"] },
  { name: "us-states", source: "us-atlas/states-10m.json", objects: ["states"] },
  { name: "us-map", source: "us-atlas/states-albers-10m.json", objects: ["states"], thin: true },
];

/** Pixels of `us-map` that a border moves on before its next point is kept. */
const STEP = 2;

/** Write the basemap's files into a folder; returns a line about the size of each. */
export async function writeBasemap(folder) {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    FILES.map(async ({ name, source, objects, thin }) => {
      const topology = JSON.parse(await readFile(resolve(source), "utf8"));
      const map = reduced(topology, objects);
      const content = JSON.stringify(thin ? thinned(map) : map);
      await writeFile(path.join(folder, `${name}.json`), content);
      const raw = Buffer.byteLength(content).toLocaleString("en").padStart(10);
      const zipped = gzipSync(content).length.toLocaleString("en").padStart(10);
      return `${`resources/basemap/${name}.json`.padEnd(34)}${raw} bytes${zipped} gzipped`;
    }),
  );
}

/** A topology with some of its objects, their geometries with id and name, and used arcs only. */
export function reduced(topology, names) {
  const places = new Map();
  const arcs = [];
  const renumber = (value) => {
    if (Array.isArray(value)) return value.map(renumber);
    // A negative number is an arc run through backwards: ~index.
    const index = value < 0 ? ~value : value;
    if (!places.has(index)) places.set(index, arcs.push(topology.arcs[index]) - 1);
    const place = places.get(index);
    return value < 0 ? ~place : place;
  };
  const geometry = ({ type, id, properties, arcs: used, geometries }) => ({
    type,
    ...(id === undefined ? {} : { id }),
    ...(properties?.name === undefined ? {} : { properties: { name: properties.name } }),
    ...(used === undefined ? {} : { arcs: renumber(used) }),
    ...(geometries === undefined ? {} : { geometries: geometries.map(geometry) }),
  });
  const objects = Object.fromEntries(names.map((name) => [name, geometry(topology.objects[name])]));
  const { type, bbox, transform } = topology;
  return { type, bbox, transform, objects, arcs };
}

/**
 * A topology of a plane with fewer points, on a grid of half a pixel.
 *
 * An arc is shared by the areas on both sides of it, so that no gap opens between them.
 */
export function thinned({ transform, arcs, ...rest }) {
  const grid = { scale: [0.5, 0.5], translate: [0, 0] };
  const coarse = arcs.map((arc) => {
    let [x, y] = [0, 0];
    const kept = [];
    arc.forEach(([stepX, stepY], i) => {
      [x, y] = [x + stepX, y + stepY];
      const point = [x, y].map(
        (value, axis) => value * transform.scale[axis] + transform.translate[axis],
      );
      const last = kept.at(-1);
      if (
        !last ||
        i === arc.length - 1 ||
        Math.hypot(point[0] - last[0], point[1] - last[1]) >= STEP
      )
        kept.push(point);
    });
    const cells = kept.map((point) =>
      point.map((value, axis) => Math.round(value / grid.scale[axis])),
    );
    return cells.map(([x, y], i) => (i ? [x - cells[i - 1][0], y - cells[i - 1][1]] : [x, y]));
  });
  return { ...rest, transform: grid, arcs: coarse };
}
