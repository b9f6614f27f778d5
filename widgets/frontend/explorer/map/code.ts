import type { Load } from "./basemap";
import { GuideMap } from "./GuideMap";

/** What draws a map. */
export type MapCode = typeof GuideMap;

/**
 * The map's code. In a notebook it came with the widget; for a page the build puts `code.page.ts`
 * in this module's place.
 */
export function loadMapCode(_load: Load): Promise<MapCode> {
  return Promise.resolve(GuideMap);
}
