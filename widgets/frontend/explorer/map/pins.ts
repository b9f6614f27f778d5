import { count } from "../../shared/directory/summary";
import type { Directory } from "../../shared/directory/table";
import type { Spot } from "./clusters";

/** How many rows of a big cluster are looked at to say which city it is near. */
const SAMPLE = 200;

/** How a pin is drawn: what is known by its outline, how exactly by its shape. */
export function pinLook(directory: Directory, row: number): string {
  const kind = directory.text("badge_kind", row);
  const seen = kind === "confirmed" || kind === "seen" || kind === "historical";
  const exact = directory.text("precision", row) === "street";
  return [
    "gb-pin",
    exact ? "gb-pin-street" : "gb-pin-area",
    seen ? "gb-pin-seen" : "gb-pin-listed",
    kind === "historical" ? "gb-pin-historical" : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Where a pin stands, in words. */
export function pinPlace(directory: Directory, row: number): string {
  const city = directory.text("city", row) || directory.text("region_name", row);
  switch (directory.text("precision", row)) {
    case "street":
      return `at its street address in ${city}`;
    case "neighbourhood":
    case "postcode":
      return `in the middle of its part of ${city}`;
    case "city":
      return `at the centre of ${city}`;
    default:
      return `in the middle of ${directory.text("region_name", row) || "its region"}`;
  }
}

/** The city that most rows of a spot lie in. */
export function mainCity(directory: Directory, rows: readonly number[]): string {
  const { dictionary, codes } = directory.encoded("city");
  const seen = new Map<number, number>();
  let best = -1;
  for (const row of rows) {
    const city = codes[row]!;
    const times = (seen.get(city) ?? 0) + 1;
    seen.set(city, times);
    if (dictionary[city] !== "" && times > (seen.get(best) ?? 0)) best = city;
  }
  return best < 0 ? "" : (dictionary[best] as string);
}

/** What a screen reader says for a spot. */
export function spotName(directory: Directory, spot: Spot): string {
  const rows = spot.rows(SAMPLE);
  if (spot.count === 1) {
    const row = rows[0]!;
    const name = directory.text("name", row);
    return `${name}, ${pinPlace(directory, row)}. ${directory.text("badge", row)}`;
  }
  const city = mainCity(directory, rows);
  return `${count(spot.count)} services${city ? ` near ${city}` : ""}`;
}

/** The diameter of a cluster's circle in pixels. */
export function clusterSize(members: number): number {
  return Math.round(28 + 6 * Math.log10(members) + (members > 999 ? 8 : 0));
}
