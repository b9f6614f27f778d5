/** A check-up: what the reader said. `null` and "" mean that it was not said. */
export interface Checkup {
  country: string;
  /** Ten: the points of the option that was chosen. */
  answers: (number | null)[];
  typical_drinks: number | null;
  /** Seven: drinks from Monday to Sunday. */
  diary: (number | null)[];
  weight_kg: number | null;
  evening_drinks: number | null;
  evening_hours: number | null;
  likes: string[];
  dislikes: string[];
  goal: string;
  day_limit: number | null;
  week_limit: number | null;
  free_days: number | null;
  pace: string[];
  triggers: Trigger[];
  rewards: string[];
  review_on: string;
}

export interface Trigger {
  trigger: string;
  instead: string;
}

/** Nothing said. Its names, in the order in which a file has them. */
export const BLANK: Readonly<Checkup> = {
  country: "",
  answers: Array(10).fill(null),
  typical_drinks: null,
  diary: Array(7).fill(null),
  weight_kg: null,
  evening_drinks: null,
  evening_hours: null,
  likes: [],
  dislikes: [],
  goal: "",
  day_limit: null,
  week_limit: null,
  free_days: null,
  pace: [],
  triggers: [],
  rewards: [],
  review_on: "",
};

export const FIELDS = Object.keys(BLANK) as (keyof Checkup)[];

/** Whether something was said in one of these fields. */
export function hasBegun(checkup: Checkup, fields: readonly (keyof Checkup)[] = FIELDS): boolean {
  return fields.some((field) => {
    const value = checkup[field];
    if (!Array.isArray(value)) return value !== null && value !== "";
    return (value as unknown[]).some((one) => one !== null);
  });
}
