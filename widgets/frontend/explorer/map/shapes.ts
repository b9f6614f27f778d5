import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Objects, Topology } from "topojson-specification";
import { mercatorX, mercatorY } from "./mercator";

/** A line or ring in Web Mercator, with the box around it. Its x may leave 0 to 1. */
export interface Trace {
  /** x, y, x, y … */
  points: Float32Array;
  west: number;
  north: number;
  east: number;
  south: number;
}

/** What a basemap draws: land to fill, lines to stroke. */
export interface Shapes {
  land: Trace[];
  lines: Trace[];
}

/**
 * Positions as a trace that does not jump at 180°: it goes on past the edge of the world instead.
 *
 * A ring that goes once around a pole (Antarctica) is closed along that pole.
 */
export function traceOf(positions: readonly (readonly number[])[], isRing = false): Trace {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [longitude, latitude] of positions) {
    const x = mercatorX(longitude!);
    const before = xs[xs.length - 1] ?? x;
    xs.push(x + Math.round(before - x));
    ys.push(mercatorY(latitude!));
  }
  if (isRing && Math.abs(xs[xs.length - 1]! - xs[0]!) > 0.5) {
    const pole = ys[0]! > 0.5 ? 1 : 0;
    xs.push(xs[xs.length - 1]!, xs[0]!);
    ys.push(pole, pole);
  }
  const points = new Float32Array(xs.length * 2);
  let [west, north, east, south] = [xs[0]!, ys[0]!, xs[0]!, ys[0]!];
  xs.forEach((x, i) => {
    const y = ys[i]!;
    points[2 * i] = x;
    points[2 * i + 1] = y;
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  });
  return { points, west, north, east, south };
}

function rings(geometry: GeoJSON.Geometry): GeoJSON.Position[][] {
  if (geometry.type === "Polygon") return geometry.coordinates;
  if (geometry.type === "MultiPolygon") return geometry.coordinates.flat();
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(rings);
  return [];
}

const collection = (topology: Topology<Objects>, name: string) =>
  topology.objects[name] as GeometryCollection;

/** Countries as land to fill, with their coasts and borders as lines. */
export function countryShapes(data: unknown): Shapes {
  const topology = data as Topology<Objects>;
  const land = feature(topology, collection(topology, "land"));
  return {
    land: land.features.flatMap((item) => rings(item.geometry)).map((ring) => traceOf(ring, true)),
    lines: mesh(topology, collection(topology, "countries"))
      .coordinates.flatMap(withoutSeam)
      .map((line) => traceOf(line)),
  };
}

/** The lines between US states. */
export function stateShapes(data: unknown): Shapes {
  const topology = data as Topology<Objects>;
  const inner = mesh(topology, collection(topology, "states"), (one, other) => one !== other);
  return { land: [], lines: inner.coordinates.map((line) => traceOf(line)) };
}

/** Cut a line where it runs along 180°: there the data ends, not the land. */
export function withoutSeam(line: GeoJSON.Position[]): GeoJSON.Position[][] {
  const parts: GeoJSON.Position[][] = [];
  let part: GeoJSON.Position[] = [];
  line.forEach((position, i) => {
    const before = line[i - 1];
    if (before && Math.abs(before[0]!) > 179.99 && Math.abs(position[0]!) > 179.99) {
      parts.push(part);
      part = [];
    }
    part.push(position);
  });
  parts.push(part);
  return parts.filter((positions) => positions.length > 1);
}
