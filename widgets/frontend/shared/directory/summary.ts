import type { Result } from "./filter";

/** A whole number with a comma at the thousands, the same in every browser and in Python. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "12 of 330 shown, 4 not on the map". */
export function summary(result: Result): string {
  return `${count(result.shown.length)} of ${count(result.total)} shown, ${count(result.not_on_map)} not on the map`;
}
