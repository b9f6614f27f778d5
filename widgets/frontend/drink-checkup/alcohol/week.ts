/** A week's diary: what it comes to, and how it lies beside a guideline. */
import { TINY } from "./drinks";
import type { Guideline } from "./payload";

type Diary = readonly (number | null)[];

export interface Week {
  /** On how many days something was written down, "none" included. */
  recorded: number;
  drinks: number;
  grams: number;
  free_days: number;
  most_drinks: number;
  most_grams: number;
  mean_grams: number | null;
}

export interface Comparison {
  /** Days above the daily number; null where there is no such number. */
  days_over: number | null;
  week: "above" | "within" | "unknown" | "none";
}

export function week(diary: Diary, size: number): Week {
  const days = diary.filter((day): day is number => day !== null);
  const drinks = days.reduce((total, day) => total + day, 0);
  const most = Math.max(0, ...days);
  return {
    recorded: days.length,
    drinks,
    grams: drinks * size,
    free_days: days.filter((day) => day === 0).length,
    most_drinks: most,
    most_grams: most * size,
    mean_grams: days.length ? (drinks * size) / days.length : null,
  };
}

/** A week that is not written down to its end is never "within" a weekly number. */
export function compare(
  diary: Diary,
  size: number,
  guideline: Pick<Guideline, "day_grams" | "week_grams">,
): Comparison {
  const { day_grams, week_grams } = guideline;
  const { recorded, grams } = week(diary, size);
  return {
    days_over:
      day_grams === null
        ? null
        : diary.filter((day) => day !== null && day * size > day_grams + TINY).length,
    week:
      week_grams === null
        ? "none"
        : grams > week_grams + TINY
          ? "above"
          : recorded === diary.length
            ? "within"
            : "unknown",
  };
}
