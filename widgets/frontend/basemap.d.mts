import type { GeometryCollection, Topology } from "topojson-specification";

export type Basemap = Topology<{ [name: string]: GeometryCollection<{ name: string }> }>;

export function writeBasemap(folder: string): Promise<string[]>;
export function reduced(topology: unknown, names: readonly string[]): Basemap;
export function thinned(topology: Basemap): Basemap;
