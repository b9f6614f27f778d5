/**
 * Widmark's estimate of the alcohol in the blood, in grams in 100 ml ("%"), always as a band.
 *
 * `r` is the share of the body that alcohol spreads in; both published constants make the band,
 * and so does the spread of how fast it goes.
 */

const SOONEST = { r: 0.68, perHour: 0.025 };
const LATEST = { r: 0.55, perHour: 0.01 };

export interface Band {
  low: number;
  high: number;
}

export interface BandPoint extends Band {
  hour: number;
}

export function bloodAlcohol(
  grams: number,
  weightKg: number,
  hours: number,
  r: number,
  perHour: number,
): number {
  return Math.max(0, (grams / (weightKg * 1000 * r)) * 100 - perHour * hours);
}

export function bloodAlcoholBand(grams: number, weightKg: number, hours: number): Band {
  return {
    low: bloodAlcohol(grams, weightKg, hours, SOONEST.r, SOONEST.perHour),
    high: bloodAlcohol(grams, weightKg, hours, LATEST.r, LATEST.perHour),
  };
}

export function bandCurve(
  grams: number,
  weightKg: number,
  hours: number,
  steps: number,
): BandPoint[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const hour = (hours * i) / steps;
    return { hour, ...bloodAlcoholBand(grams, weightKg, hour) };
  });
}

/** When the two edges of the band reach nothing. */
export function hoursToZero(grams: number, weightKg: number): { soonest: number; latest: number } {
  const hours = ({ r, perHour }: typeof SOONEST): number =>
    ((grams / (weightKg * 1000 * r)) * 100) / perHour;
  return { soonest: hours(SOONEST), latest: hours(LATEST) };
}
