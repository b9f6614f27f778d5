/** Numbers and days in words. */

/** A number with so many digits after the point at most. */
export function number(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)));
}

/** "1 drink", "2.5 drinks". */
export function counted(value: number, one: string, many = `${one}s`): string {
  const words = number(value);
  return `${words} ${words === "1" ? one : many}`;
}

export const grams = (value: number): string => `${number(value, 0)} g`;

/** What was typed as a number: a point or a comma; `null` for nothing, NaN for no number. */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return null;
  return /^(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A day of the reader's calendar, written 2026-12-24. */
export function isoDay(day: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** "Thursday 24 December 2026". */
export function dayWords(iso: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
