import { type Area, areasOf, ringsOf } from "./areas";
import type { Project } from "./projection";

const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const HALF_WIDTH = (2 * Math.sqrt(3) * Math.PI) / (3 * A1);
const HALF_HEIGHT = 1.3173627591574133;

export interface WorldMap {
  width: number;
  height: number;
  project: Project;
}

/**
 * The whole world in so many pixels, areas in true proportion.
 *
 * Šavrič, Patterson and Jenny: The Equal Earth map projection (2019), doi
 * 10.1080/13658816.2018.1504949.
 */
export function worldMap(width: number): WorldMap {
  const scale = width / (2 * HALF_WIDTH);
  const project: Project = ([longitude, latitude]) => {
    const angle = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude! * Math.PI) / 180));
    const square = angle * angle;
    const power = square * square * square;
    const slope = A1 + 3 * A2 * square + power * (7 * A3 + 9 * A4 * square);
    const x = (2 * Math.sqrt(3) * ((longitude! * Math.PI) / 180) * Math.cos(angle)) / (3 * slope);
    const y = angle * (A1 + A2 * square + power * (A3 + A4 * square));
    return [(x + HALF_WIDTH) * scale, (HALF_HEIGHT - y) * scale];
  };
  return { width, height: 2 * HALF_HEIGHT * scale, project };
}

/**
 * The countries of `basemap/world-110m`, ready for `worldMap`.
 *
 * An outline that crosses 180° goes on past it instead of running back across the map; at the
 * latitudes where that happens the map is narrow enough to hold it.
 */
export function countriesOf(data: unknown): Area[] {
  return areasOf(data, "countries").map((area) => ({
    ...area,
    geometry: { type: "MultiPolygon", coordinates: ringsOf(area).map((ring) => [unrolled(ring)]) },
  }));
}

function unrolled(ring: readonly GeoJSON.Position[]): GeoJSON.Position[] {
  const positions: GeoJSON.Position[] = [];
  for (const [longitude, latitude] of ring) {
    const before = positions[positions.length - 1]?.[0] ?? longitude!;
    positions.push([longitude! + 360 * Math.round((before - longitude!) / 360), latitude!]);
  }
  const [[first, latitude], last] = [positions[0]!, positions[positions.length - 1]![0]!];
  if (Math.abs(last - first!) > 180) {
    // Antarctica goes once around: it is closed along its pole.
    const pole = latitude! < 0 ? -90 : 90;
    positions.push([last, pole], [first!, pole]);
  }
  const middle = positions.reduce((sum, [x]) => sum + x!, 0) / positions.length;
  const turn = 360 * Math.round(middle / 360);
  return positions.map(([x, y]) => [x! - turn, y!]);
}
