/** Finds the terms of `data/language.csv` in a text; the same rules as `guidebook.language.review`. */
import { asciiLetter, isWordBefore, WORD } from "./letters";
import { compilePattern, type Pattern } from "./patterns";
import { quotations, type Range } from "./quotations";
import type { Term } from "./terms";

/** A term that was found: `text` stands at `[start, end)`, in units of the browser's strings. */
export interface Span {
  start: number;
  end: number;
  text: string;
  term: Term;
}

interface Entry {
  find: Pattern["find"];
  term: Term;
  /** Where it is found the words are fine. */
  fine: boolean;
  /** Its place among all patterns: of two finds of the same words the first counts. */
  order: number;
  /** Where its last find ended: a pattern's finds do not overlap. */
  last: number;
}

interface Find {
  start: number;
  end: number;
  entry: Entry;
}

const WORDS = new RegExp(`[${WORD}]+`, "gu");

/**
 * Looks for all terms at once.
 *
 * A long text has thousands of words and the table hundreds of patterns; so patterns are kept by the
 * letters that they begin with, and only those that can match are tried at a word.
 */
export class Reviewer {
  private readonly entries: Entry[] = [];
  private readonly byBeginning = new Map<string, Entry[]>();
  /** Those that begin with something else than a letter from a to z. */
  private readonly others: Entry[] = [];

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      for (const pattern of term.patterns) this.add(pattern, term, term.advice === "keep");
      for (const pattern of term.fine_in) this.add(pattern, term, true);
    }
  }

  /** Every term to avoid or to weigh, in order and without overlaps. */
  review(text: string): Span[] {
    const finds: Find[] = [];
    const fine: Range[] = quotations(text);
    for (const entry of this.entries) entry.last = 0;
    for (const { start, end, entry } of this.finds(text)) {
      if (entry.fine) fine.push([start, end]);
      else finds.push({ start, end, entry });
    }
    finds.sort(
      (a, b) =>
        a.start - b.start || b.end - a.end || rank(a) - rank(b) || a.entry.order - b.entry.order,
    );
    fine.sort((a, b) => a[0] - b[0]);
    const spans: Span[] = [];
    let next = 0;
    let fineUntil = 0;
    let free = 0;
    for (const { start, end, entry } of finds) {
      // The farthest end of all that began by now says whether anything holds this.
      for (; next < fine.length && fine[next]![0] <= start; next += 1) {
        fineUntil = Math.max(fineUntil, fine[next]![1]);
      }
      if (start < free || end <= fineUntil) continue;
      spans.push({ start, end, text: text.slice(start, end), term: entry.term });
      free = end;
    }
    return spans;
  }

  private add(pattern: string, term: Term, fine: boolean): void {
    const { find, beginnings } = compilePattern(pattern);
    const entry: Entry = { find, term, fine, order: this.entries.length, last: 0 };
    this.entries.push(entry);
    if (beginnings === null) this.others.push(entry);
    for (const letters of beginnings ?? []) {
      const same = this.byBeginning.get(letters);
      if (same) same.push(entry);
      else this.byBeginning.set(letters, [entry]);
    }
  }

  private *finds(text: string): Generator<Find> {
    for (const { index } of text.matchAll(WORDS)) {
      const first = asciiLetter(text[index]);
      if (!first) continue;
      const second = asciiLetter(text[index! + 1]);
      yield* matches(this.byBeginning.get(first), text, index!);
      if (second) yield* matches(this.byBeginning.get(first + second), text, index!);
    }
    if (this.others.length === 0) return;
    for (let at = 0; at < text.length; at += 1) {
      if (!isWordBefore(text, at)) yield* matches(this.others, text, at);
    }
  }
}

function* matches(
  entries: readonly Entry[] | undefined,
  text: string,
  at: number,
): Generator<Find> {
  for (const entry of entries ?? []) {
    if (at < entry.last) continue;
    entry.find.lastIndex = at;
    if (!entry.find.test(text)) continue;
    entry.last = entry.find.lastIndex;
    yield { start: at, end: entry.last, entry };
  }
}

/** Of two finds of the same words, the clearer advice counts. */
function rank({ entry }: Find): number {
  return entry.term.advice === "avoid" ? 0 : 1;
}
