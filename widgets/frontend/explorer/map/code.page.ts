import type { Load } from "./basemap";
import type { MapCode } from "./code";

/** The resource that holds the code; the build names it after its content. */
declare const EXPLORER_MAP: string;

/** The map's code, which a page fetches once a map is looked at: many phones never show one. */
export async function loadMapCode(load: Load): Promise<MapCode> {
  // What it will draw first comes along; if that fails the map itself asks again.
  load("basemap/world-110m").catch(() => {});
  return ((await load(EXPLORER_MAP)) as { GuideMap: MapCode }).GuideMap;
}
