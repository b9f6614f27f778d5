import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** A country or a state: its code, its name and its outlines. */
export interface Area {
  /** ISO 3166-1 numeric for a country, FIPS for a US state; "" where the map gives none. */
  id: string;
  name: string;
  geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon;
}

/** The areas of one object of a basemap, for instance `states` of `basemap/us-map`. */
export function areasOf(data: unknown, object: string): Area[] {
  const topology = data as Topology<Record<string, GeometryCollection<{ name?: string }>>>;
  return feature(topology, topology.objects[object]!).features.flatMap(
    ({ id, properties, geometry }) =>
      geometry?.type === "Polygon" || geometry?.type === "MultiPolygon"
        ? [{ id: String(id ?? ""), name: properties.name ?? "", geometry }]
        : [],
  );
}

/** Every ring of an area, holes included. */
export function ringsOf({ geometry }: Pick<Area, "geometry">): GeoJSON.Position[][] {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}
