import type { Facet } from "../shared/directory/filter";
import { count } from "../shared/directory/summary";
import type { Directory } from "../shared/directory/table";

export { dateWords } from "../shared/dates";

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  services: "Services",
  types: "Type",
  approaches: "Approach",
  audiences: "For whom",
  countries: "Country",
  status: "Status",
  evidence: "How we know",
};

/** The facets as buttons stand: what most people look for comes first. */
export const FACET_ORDER = Object.keys(FACET_NAMES) as Facet[];

export const KM_PER_MILE = 1.609344;

export type Unit = "km" | "mi";

/** A length in the reader's unit: 0.8, 9, 120. */
export function length(km: number, unit: Unit): string {
  const value = unit === "mi" ? km / KM_PER_MILE : km;
  const rounded = value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value);
  return `${rounded < 1000 ? rounded : count(rounded)} ${unit}`;
}

/** How far a row is; a pin at a city's centre does not know it exactly, and says "about". */
export function distanceWords(km: number, unit: Unit, precision: string): string {
  const exact = precision === "street";
  const value = unit === "mi" ? km / KM_PER_MILE : km;
  const least = exact ? 0.1 : 1;
  if (value < least) return `under ${least} ${unit} away`;
  return `${exact ? "" : "about "}${length(km, unit)} away`;
}

/** "Pittsburgh, PA", "Lisbon, Portugal", "Scotland, United Kingdom". */
export function placeWords(directory: Directory, row: number): string {
  const city = directory.text("city", row);
  const region = directory.text("region_name", row) || directory.text("region", row);
  const country = directory.text("country_name", row) || directory.text("country", row);
  if (directory.text("country", row) === "US") {
    return city
      ? [city, directory.text("region", row)].filter(Boolean).join(", ")
      : region || country;
  }
  return [city || region, country].filter(Boolean).join(", ");
}

/** "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}
