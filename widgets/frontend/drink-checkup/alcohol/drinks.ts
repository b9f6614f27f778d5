/** Drinks and grams. Mirrors `guidebook.alcohol`; the cases are shared. */
import type { Payload } from "./payload";

/** Grams of a millilitre of pure alcohol. */
const DENSITY = 0.789;
/** What AUDIT's own form takes a drink for. */
const AUDIT_GRAMS = 10;
/** Sums of decimals are off by less than this. */
export const TINY = 1e-9;

/** The grams of a country's drink; without a country those of AUDIT's own drink. */
export function drinkGrams(payload: Pick<Payload, "drinks">, country: string): number {
  return payload.drinks.find(({ code }) => code === country)?.size ?? AUDIT_GRAMS;
}

/** Grams of alcohol in so many millilitres of so many percent by volume. */
export function pureAlcohol(volumeMl: number, percent: number): number {
  return ((volumeMl * percent) / 100) * DENSITY;
}

/** How many of AUDIT's drinks some drinks of another size are. */
export function auditDrinks(drinks: number, size: number): number {
  return (drinks * size) / AUDIT_GRAMS;
}
