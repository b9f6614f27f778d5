/** What the reader leaves as it is, and how that outlives changes of the text. */
import type { Span } from "./review";

/** Where it begins, in characters as Python counts them, and the words. */
export type Left = readonly [start: number, words: string];

const PAIR = /[\ud800-\udfff]/;

/** How many characters stand before a position; a letter of two units counts once. */
export function charactersBefore(text: string, at: number): number {
  const before = text.slice(0, at);
  return PAIR.test(before) ? [...before].length : at;
}

export function leftOf(text: string, span: Span): Left {
  return [charactersBefore(text, span.start), span.text];
}

/** The spans that nobody has decided on yet. */
export function pendingOf(
  text: string,
  spans: readonly Span[],
  left: readonly Left[],
): ReadonlySet<Span> {
  if (left.length === 0) return new Set(spans);
  const known = new Set(left.map(([start, words]) => `${start} ${words}`));
  return new Set(spans.filter((span) => !known.has(leftOf(text, span).join(" "))));
}

/** What is left after the text was changed: what the change did not touch, moved along with it. */
export function carry(left: readonly Left[], before: string, after: string): Left[] {
  if (left.length === 0 || before === after) return [...left];
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same += 1;
  let tail = 0;
  while (
    tail < shorter - same &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  const begin = charactersBefore(before, same);
  const end = charactersBefore(before, before.length - tail);
  const moved = charactersBefore(after, after.length - tail) - end;
  return left.flatMap(([start, words]): Left[] => {
    if (start + [...words].length <= begin) return [[start, words]];
    return start >= end ? [[start + moved, words]] : [];
  });
}

/** The next thing to decide on from a position on; from the top when there is none. */
export function nextPending(
  spans: readonly Span[],
  pending: ReadonlySet<Span>,
  from: number,
): Span | undefined {
  const open = spans.filter((span) => pending.has(span));
  return open.find((span) => span.start >= from) ?? open[0];
}

/** A text cut into its lines, each of plain pieces and marks; no mark is cut. */
export function linesOf(text: string, spans: readonly Span[]): (string | Span)[][] {
  const lines: (string | Span)[][] = [[]];
  const write = (plain: string) => {
    for (const [at, piece] of plain.split("\n").entries()) {
      if (at > 0) lines.push([]);
      if (piece) lines[lines.length - 1]!.push(piece);
    }
  };
  let last = 0;
  for (const span of spans) {
    write(text.slice(last, span.start));
    lines[lines.length - 1]!.push(span);
    last = span.end;
  }
  write(text.slice(last));
  return lines;
}
