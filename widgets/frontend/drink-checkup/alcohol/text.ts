/** What may stand in a text. The same rules in Python, for a file and for what is typed. */

/** Control characters, line breaks, marks of order and of direction, halves of a pair. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/u;
const MARKUP = /<[A-Za-z/!?]/;

export const hasForbidden = (text: string): boolean => FORBIDDEN.test(text);
export const hasMarkup = (text: string): boolean => MARKUP.test(text);

/** Length in characters as Python counts them. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** What was typed, made such that a file with it can be opened again. */
export function tidyText(text: string, most = 200): string {
  const plain = text
    .replace(new RegExp(FORBIDDEN, "gu"), " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/</g, "‹")
    .replace(/>/g, "›");
  return Array.from(plain).slice(0, most).join("").trim();
}

/** Whether it is a day of the calendar, written 2026-12-24. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith("0000")) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** Fill {names} in a message. */
export function fill(message: string, values: Record<string, unknown>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name) =>
    name in values ? String(values[name]) : whole,
  );
}
