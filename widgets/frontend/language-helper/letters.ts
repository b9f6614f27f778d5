/**
 * Letters, spaces and capitals as Python's regular expressions see them.
 *
 * The browsers of 2021 know no lookbehind and no flags within a pattern, and `\s` and `i` differ a
 * little between the two languages; so both are spelt out here.
 */

/** Python's `\w`, for use within brackets. */
export const WORD = "\\p{L}\\p{N}_";

/** Python's `\s` without the line's end, for use within brackets. */
export const BLANK =
  "\\t\\x0b-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const WORD_END = new RegExp(`[${WORD}]$`, "u");
const SPACE = new RegExp(`^[\\n${BLANK}]$`, "u");

/** Whether a letter, digit or underscore stands just before. */
export function isWordBefore(text: string, at: number): boolean {
  if (at === 0) return false;
  // Two units can be one letter.
  return WORD_END.test(text.slice(Math.max(0, at - 2), at));
}

export function isSpace(character: string | undefined): boolean {
  return character !== undefined && SPACE.test(character);
}

export function trimEnd(text: string): string {
  let end = text.length;
  while (isSpace(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

/** What Python takes for the same letter when capitals do not count, beyond the two cases. */
const SAME: Readonly<Record<string, string>> = { i: "İı", k: "\u212a", s: "ſ", å: "\u212b" };
const PLAIN: Readonly<Record<string, string>> = { İ: "i", ı: "i", "\u212a": "k", ſ: "s" };

/** A pattern for a character in either case. */
export function eitherCase(character: string): string {
  const lower = character.toLowerCase();
  const both = [character, lower, character.toUpperCase()].filter((one) => [...one].length === 1);
  const all = new Set([...both, ...(SAME[lower] ?? "")]);
  return all.size === 1 ? escaped(character) : `[${[...all].join("")}]`;
}

/** A character as itself in a pattern. */
export function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
}

/** The small ASCII letter that a letter counts as; "" for any other character. */
export function asciiLetter(character: string | undefined): string {
  if (character === undefined) return "";
  const plain = PLAIN[character] ?? character;
  return /^[A-Za-z]$/.test(plain) ? plain.toLowerCase() : "";
}
