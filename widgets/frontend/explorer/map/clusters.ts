import Supercluster from "supercluster";
import type { Extent, Point } from "./extent";

/** A row that has a position. */
export interface Placed extends Point {
  row: number;
}

/** What stands at one point of the map: a single row, or a cluster of rows. */
export interface Spot extends Point {
  /** The same while the view does not change zoom and the rows do not change. */
  key: string;
  count: number;
  /** Its rows; at most `most` of them, in no order. */
  rows(most?: number): number[];
}

interface Tags {
  row: number;
}

/** How near two pins may come before they are one, in pixels. */
const RADIUS = 38;

/**
 * Clusters of a filtered set of rows, made for the zoom that is looked at and no other: with a
 * hundred thousand rows the other levels would cost most of the time and may never be seen.
 */
export class Clusters {
  private zoom = -1;
  private index: Supercluster<Tags> | null = null;

  constructor(private readonly placed: readonly Placed[]) {}

  /** The spots within a box at a zoom. A box across the antimeridian is fine. */
  at(zoom: number, { west, south, east, north }: Extent): Spot[] {
    const index = this.indexAt(zoom);
    return index.getClusters([west, south, east, north], zoom).map((found) => {
      const [longitude, latitude] = found.geometry.coordinates as [number, number];
      const tags = found.properties;
      if ("cluster_id" in tags) {
        const { cluster_id: id, point_count: count } = tags;
        return {
          key: `c${zoom}/${latitude.toFixed(5)}/${longitude.toFixed(5)}/${count}`,
          latitude,
          longitude,
          count,
          rows: (most = Number.POSITIVE_INFINITY) =>
            index.getLeaves(id, most).map((leaf) => leaf.properties.row),
        };
      }
      return { key: `r${tags.row}`, latitude, longitude, count: 1, rows: () => [tags.row] };
    });
  }

  private indexAt(zoom: number): Supercluster<Tags> {
    if (!this.index || this.zoom !== zoom) {
      this.zoom = zoom;
      this.index = new Supercluster<Tags>({
        minZoom: zoom,
        maxZoom: zoom,
        radius: RADIUS,
        extent: 256,
      });
      this.index.load(
        this.placed.map(({ row, latitude, longitude }) => ({
          type: "Feature",
          properties: { row },
          geometry: { type: "Point", coordinates: [longitude, latitude] },
        })),
      );
    }
    return this.index;
  }
}
