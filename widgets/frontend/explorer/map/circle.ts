import { EARTH_RADIUS_KM } from "../../shared/directory/distance";
import type { Point } from "./extent";

const CORNERS = 90;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/**
 * The points at a great-circle distance from a place, as a closed ring.
 *
 * Spherical "direct" problem, the inverse of the haversine distance that the filter uses, so that
 * what lies inside the ring is what the filter shows.
 */
export function circleAround({ latitude, longitude }: Point, radius_km: number): Point[] {
  const angle = radius_km / EARTH_RADIUS_KM;
  const north = radians(latitude);
  return Array.from({ length: CORNERS + 1 }, (_, i) => {
    const bearing = (2 * Math.PI * i) / CORNERS;
    const sine =
      Math.sin(north) * Math.cos(angle) + Math.cos(north) * Math.sin(angle) * Math.cos(bearing);
    const turn = Math.atan2(
      Math.sin(bearing) * Math.sin(angle) * Math.cos(north),
      Math.cos(angle) - Math.sin(north) * sine,
    );
    return { latitude: degrees(Math.asin(sine)), longitude: longitude + degrees(turn) };
  });
}
