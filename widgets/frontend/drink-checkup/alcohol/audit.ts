/** The ten questions: points, their sum, and what speaks against stopping at once. */
import { auditDrinks, TINY } from "./drinks";
import type { Reason } from "./payload";
import { week } from "./week";

type Points = readonly (number | null)[];

/** From so many of AUDIT's drinks on a typical day on, one point more each. */
const TYPICAL = [2, 4, 6, 9];
const DAILY_GRAMS = 60;
const MEAN_GRAMS = 120;
const HIGH_SCORE = 20;

export interface Score {
  total: number;
  answered: number;
  /** Numbers of questions without an answer, from 1. */
  missing: number[];
  use: number;
  dependence: number;
  harm: number;
  /** The first three questions alone, once all three are answered. */
  audit_c: number | null;
  /** Once all ten are answered. */
  zone: string | null;
  /** What the sum could be, whatever the missing answers are. */
  lowest: number;
  highest: number;
}

/** The points of question 2 for so many drinks of a size. */
export function typicalDayPoints(drinks: number, size: number): number {
  const whole = Math.floor(auditDrinks(drinks, size) + 0.5 + TINY);
  const points = TYPICAL.findIndex((most) => whole <= most);
  return points < 0 ? TYPICAL.length : points;
}

/** The points of all ten; question 2 from a number of drinks where one was given. */
export function points(
  answers: Points,
  typicalDrinks: number | null,
  size: number,
): (number | null)[] {
  if (typicalDrinks === null) return [...answers];
  return answers.map((answer, i) => (i === 1 ? typicalDayPoints(typicalDrinks, size) : answer));
}

export function score(points: Points): Score {
  const sum = (from: number, to: number): number =>
    points.slice(from, to).reduce<number>((total, one) => total + (one ?? 0), 0);
  const missing = points.flatMap((one, i) => (one === null ? [i + 1] : []));
  const total = sum(0, 10);
  return {
    total,
    answered: points.length - missing.length,
    missing,
    use: sum(0, 3),
    dependence: sum(3, 6),
    harm: sum(6, 10),
    audit_c: missing.some((number) => number <= 3) ? null : sum(0, 3),
    zone: missing.length
      ? null
      : total >= 20
        ? "IV"
        : total >= 16
          ? "III"
          : total >= 8
            ? "II"
            : "I",
    lowest: total,
    highest: total + 4 * missing.length,
  };
}

/** What in the answers and the diary says that stopping at once could be dangerous. */
export function stoppingReasons(
  points: Points,
  diary: readonly (number | null)[],
  size: number,
): Reason[] {
  const reasons: Reason[] = [];
  const { recorded, mean_grams } = week(diary, size);
  const full = recorded === diary.length;
  if ((points[5] ?? 0) > 0) reasons.push("morning");
  const daily = full && diary.every((day) => (day ?? 0) * size >= DAILY_GRAMS - TINY);
  if (points[2] === 4 || daily) reasons.push("daily");
  if (full && mean_grams !== null && mean_grams > MEAN_GRAMS + TINY) reasons.push("amount");
  if (score(points).lowest >= HIGH_SCORE) reasons.push("score");
  return reasons;
}
