import Supercluster from "supercluster";
import { type Extent, extentOf, type Point } from "./extent";
import { mercatorX, mercatorY } from "./mercator";

/** Where rows are: degrees by row, as `Directory.positions` gives them. */
export interface Positions {
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
}

/** What stands at one point of the map: a single row, or a cluster of rows. */
export interface Spot extends Point {
  /** The same while the view does not change zoom and the rows do not change. */
  key: string;
  count: number;
  /** Its rows; at most `most` of them, in no order. */
  rows(most?: number): number[];
}

/** Rows so near to each other that they are clustered as one. */
interface Cell {
  rows: number[];
}

interface Total {
  total: number;
}

/** How near two pins may come before they are one, in pixels of the zoom that is looked at. */
const RADIUS = 40;

/** From this many rows on, rows within a few pixels are put together before they are clustered. */
const MANY = 5000;
const CELL = 5;

/** How much more than the view is clustered, in views, so that a pan finds its clusters made. */
const AROUND = 1;

/**
 * Clusters of a filtered set of rows.
 *
 * Made for the zoom that is looked at and no other, and for many rows only around the view: with
 * a hundred thousand rows the rest would cost most of the time and may never be seen.
 */
export class Clusters {
  private zoom = -1;
  private region: Extent | null = null;
  private index: Supercluster<Cell, Total> | null = null;
  private box: Extent | null | undefined;

  /** @param rows Rows that have a position. */
  constructor(
    private readonly rows: ArrayLike<number>,
    private readonly positions: Positions,
  ) {}

  /** The box around all rows; `null` without any. */
  get extent(): Extent | null {
    if (this.box === undefined) this.box = extentOfRows(this.rows, this.positions);
    return this.box;
  }

  /**
   * The spots within a box at a zoom, which may lie between two whole ones. A box across the
   * antimeridian is fine.
   */
  at(zoom: number, view: Extent): Spot[] {
    const index = this.indexAt(zoom, view);
    const { west, south, east, north } = view;
    return index.getClusters([west, south, east, north], Math.round(zoom)).map((found) => {
      const [longitude, latitude] = found.geometry.coordinates as [number, number];
      const tags = found.properties;
      if (!("cluster_id" in tags)) return spotOf(tags.rows, latitude, longitude);
      const { cluster_id: id, total } = tags;
      const key = `c${zoom}/${latitude.toFixed(5)}/${longitude.toFixed(5)}/${total}`;
      const rows = (most = Number.POSITIVE_INFINITY) =>
        index
          .getLeaves(id, most)
          .flatMap((leaf) => leaf.properties.rows)
          .slice(0, most);
      return { key, latitude, longitude, count: total, rows };
    });
  }

  private indexAt(zoom: number, view: Extent): Supercluster<Cell, Total> {
    const fits = this.region === null || contains(this.region, view);
    if (!this.index || this.zoom !== zoom || !fits) {
      this.zoom = zoom;
      this.region = this.rows.length < MANY ? null : widened(view);
      // It knows whole zooms only: between two, pixels are smaller or larger than at the nearer one.
      const level = Math.round(zoom);
      this.index = new Supercluster<Cell, Total>({
        minZoom: level,
        maxZoom: level,
        radius: RADIUS * 2 ** (level - zoom),
        extent: 256,
        map: ({ rows }) => ({ total: rows.length }),
        reduce: (sum, { total }) => {
          sum.total += total;
        },
      });
      this.index.load(this.features(zoom));
    }
    return this.index;
  }

  /** Rows as points to cluster; rows at one point, or in one small cell, are one of them. */
  private features(zoom: number): GeoJSON.Feature<GeoJSON.Point, Cell>[] {
    const { latitude, longitude } = this.positions;
    const world = 256 * 2 ** zoom;
    // Exact to a few centimetres where there is time for it.
    const side = this.region === null ? 1e-9 : CELL / world;
    const columns = Math.ceil(1 / side) + 1;
    const cells = new Map<number, number[]>();
    for (let i = 0; i < this.rows.length; i += 1) {
      const row = this.rows[i]!;
      if (this.region && !hasPoint(this.region, latitude[row]!, longitude[row]!)) continue;
      const x = Math.floor(mercatorX(longitude[row]!) / side);
      const y = Math.floor(mercatorY(latitude[row]!) / side);
      const cell = y * columns + x;
      const there = cells.get(cell);
      if (there) there.push(row);
      else cells.set(cell, [row]);
    }
    return Array.from(cells.values(), (rows) => ({
      type: "Feature",
      properties: { rows },
      // Where its first row is: a place that is really there.
      geometry: { type: "Point", coordinates: [longitude[rows[0]!]!, latitude[rows[0]!]!] },
    }));
  }
}

/** The box around some rows; `null` without any. */
export function extentOfRows(
  rows: ArrayLike<number>,
  { latitude, longitude }: Positions,
): Extent | null {
  const at = (degrees: Float64Array) => {
    const found = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i += 1) found[i] = degrees[rows[i]!]!;
    return found;
  };
  return extentOf(at(latitude), at(longitude));
}

function spotOf(rows: number[], latitude: number, longitude: number): Spot {
  const count = rows.length;
  const key = count === 1 ? `r${rows[0]}` : `p${latitude}/${longitude}/${count}`;
  return { key, latitude, longitude, count, rows: (most) => rows.slice(0, most) };
}

function widened({ south, north, west, east }: Extent): Extent {
  const up = (north - south) * AROUND;
  const aside = (east - west) * AROUND;
  return { south: south - up, north: north + up, west: west - aside, east: east + aside };
}

function contains(outer: Extent, inner: Extent): boolean {
  return (
    inner.south >= outer.south &&
    inner.north <= outer.north &&
    inner.west >= outer.west &&
    inner.east <= outer.east
  );
}

function hasPoint({ south, north, west, east }: Extent, latitude: number, longitude: number) {
  if (latitude < south || latitude > north) return false;
  // Some turn around the world may bring the point into the box.
  return longitude + 360 * Math.ceil((west - longitude) / 360) <= east;
}
