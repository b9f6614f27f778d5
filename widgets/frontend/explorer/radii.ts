import { KM_PER_MILE, length, type Unit } from "./words";

/** Radii offered, in the reader's unit. */
const OFFERED: readonly number[] = [5, 10, 25, 50, 100, 250, 500];

export interface Radius {
  /** What a form control holds: the number in the reader's unit, or "any". */
  value: string;
  label: string;
  km: number | null;
}

/** The radii to choose from, the one that is applied always among them. */
export function radii(within_km: number | null, unit: Unit): Radius[] {
  const factor = unit === "mi" ? KM_PER_MILE : 1;
  const offered: Radius[] = OFFERED.map((value) => ({
    value: String(value),
    label: `within ${value}`,
    km: value * factor,
  }));
  if (within_km !== null && !offered.some(({ km }) => isSame(km!, within_km))) {
    const label = `within ${length(within_km, unit).replace(` ${unit}`, "")}`;
    offered.push({ value: String(within_km / factor), label, km: within_km });
    offered.sort((a, b) => a.km! - b.km!);
  }
  return [...offered, { value: "any", label: "any distance", km: null }];
}

/** The radius in km after a change of unit: the number stays, so that it is still one offered. */
export function inUnit(within_km: number | null, from: Unit, to: Unit): number | null {
  if (within_km === null || from === to) return within_km;
  const chosen = radii(within_km, from).find(({ km }) => km !== null && isSame(km, within_km));
  const isOffered = chosen !== undefined && OFFERED.includes(Number(chosen.value));
  if (!isOffered) return within_km;
  return Number(chosen.value) * (to === "mi" ? KM_PER_MILE : 1);
}

export function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-6;
}
