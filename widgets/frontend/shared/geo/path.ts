import { type Area, ringsOf } from "./areas";
import { asItIs, type Project } from "./projection";

/**
 * An area as the `d` of an SVG path, on a grid of a tenth of a pixel.
 *
 * Points that fall on the one before are left out, and rings that shrink to nothing.
 */
export function pathOf(area: Pick<Area, "geometry">, project: Project = asItIs): string {
  return ringsOf(area)
    .map((ring) => {
      const points: string[] = [];
      for (const position of ring) {
        const point = project(position).map(tenth).join(",");
        if (point !== points[points.length - 1]) points.push(point);
      }
      if (points.length > 1 && points[0] === points[points.length - 1]) points.pop();
      return points.length > 2 ? `M${points.join("L")}Z` : "";
    })
    .join("");
}

/** The largest outline of an area: its middle, where a word can stand, and its size in square pixels. */
export function largestOf(
  area: Pick<Area, "geometry">,
  project: Project = asItIs,
): { x: number; y: number; size: number } {
  let [most, x, y] = [0, 0, 0];
  for (const ring of ringsOf(area)) {
    const points = ring.map(project);
    let [double, atX, atY] = [0, 0, 0];
    points.forEach(([x1, y1], i) => {
      const [x0, y0] = points[(i || points.length) - 1]!;
      const cross = x0 * y1 - x1 * y0;
      double += cross;
      atX += (x0 + x1) * cross;
      atY += (y0 + y1) * cross;
    });
    if (Math.abs(double) > most) {
      [most, x, y] = [Math.abs(double), atX / (3 * double), atY / (3 * double)];
    }
  }
  return { x: tenth(x), y: tenth(y), size: most / 2 };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
