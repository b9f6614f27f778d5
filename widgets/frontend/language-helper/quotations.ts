/** Where a text quotes, marks included; the same rules as `guidebook.language.review`. */
import { isSpace, isWordBefore, WORD } from "./letters";

export type Range = readonly [start: number, end: number];

interface Marks {
  open: string;
  close: string;
  /** A letter before the opening mark makes it something else, such as inches or an apostrophe. */
  apart: boolean;
}

const MARKS: readonly Marks[] = [
  { open: "“", close: "”", apart: false },
  { open: "«", close: "»", apart: false },
  { open: '"', close: '"', apart: true },
  { open: "‘", close: "’", apart: true },
];
const LETTER = new RegExp(`[${WORD}]`, "uy");

export function quotations(text: string): Range[] {
  return MARKS.flatMap((marks) => [...quoted(text, marks)]);
}

function* quoted(text: string, { open, close, apart }: Marks): Generator<Range> {
  let at = text.indexOf(open);
  while (at >= 0) {
    const end = apart && isWordBefore(text, at) ? -1 : endOf(text, at + 1, open, close);
    if (end >= 0) yield [at, end];
    at = text.indexOf(open, end >= 0 ? end : at + 1);
  }
}

/** Where a quotation ends that is open; -1 if a blank line, another one or the text's end is first. */
function endOf(text: string, from: number, open: string, close: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === close) {
      if (close !== "’") return at + 1;
      // A closing mark is an apostrophe where a letter follows.
      LETTER.lastIndex = at + 1;
      if (!LETTER.test(text)) return at + 1;
    } else if (character === open || (character === "\n" && isBlankLine(text, at + 1))) {
      return -1;
    }
  }
  return -1;
}

function isBlankLine(text: string, from: number): boolean {
  for (let at = from; isSpace(text[at]); at += 1) {
    if (text[at] === "\n") return true;
  }
  return false;
}
