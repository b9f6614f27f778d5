import { points, type Score, score, stoppingReasons } from "./alcohol/audit";
import type { Checkup } from "./alcohol/checkup";
import { drinkGrams } from "./alcohol/drinks";
import type { Drink, Payload, Reason } from "./alcohol/payload";
import { type Week, week } from "./alcohol/week";
import type { Change } from "./state";

/** What every step is given: what was said, what follows from it, and how to change it. */
export interface View {
  payload: Payload;
  checkup: Checkup;
  change: Change;
  /** The country's drink; none when no country was chosen. */
  drink: Drink | undefined;
  /** Grams of a drink. */
  size: number;
  points: (number | null)[];
  score: Score;
  week: Week;
  reasons: Reason[];
  /** In a page of the book, where its other pages can be linked. */
  fromPage: boolean;
}

export function viewOf(
  payload: Payload,
  checkup: Checkup,
  change: Change,
  fromPage: boolean,
): View {
  const { answers, country, diary, typical_drinks } = checkup;
  const size = drinkGrams(payload, country);
  const ten = points(answers, typical_drinks, size);
  return {
    payload,
    checkup,
    change,
    drink: payload.drinks.find(({ code }) => code === country),
    size,
    points: ten,
    score: score(ten),
    week: week(diary, size),
    reasons: stoppingReasons(ten, diary, size),
    fromPage,
  };
}
