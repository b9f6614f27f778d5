/** The part of a text in which the found words stand closest, in pieces that are marked or not. */
import { fold } from "../shared/directory/text";

export interface Piece {
  text: string;
  found: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Characters that are shown. */
const LENGTH = 180;

export function snippet(text: string, words: readonly string[], length = LENGTH): Piece[] {
  const wanted = new Set(words);
  const hits = [...text.matchAll(WORD)].filter(([word]) => wanted.has(fold(word)));
  const start = windowStart(text, hits, length);
  const end = Math.min(text.length, start + length);
  const pieces: Piece[] = start > 0 ? [{ text: "… ", found: false }] : [];
  let at = start;
  for (const hit of hits) {
    const from = hit.index;
    const to = from + hit[0].length;
    if (from < start || to > end) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), found: false });
    pieces.push({ text: hit[0], found: true });
    at = to;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), found: false });
  if (end < text.length) pieces.push({ text: " …", found: false });
  return pieces;
}

/** Where to begin so that most different words are in sight; at a word's beginning. */
function windowStart(text: string, hits: RegExpMatchArray[], length: number): number {
  let best = 0;
  let most = 0;
  for (const hit of hits) {
    const from = hit.index as number;
    const inside = hits.filter(({ index }) => {
      const place = index as number;
      return place >= from && place < from + length * 0.8;
    });
    const different = new Set(inside.map(([word]) => fold(word))).size;
    if (different > most) {
      most = different;
      best = from;
    }
  }
  if (best < length * 0.5) return 0;
  const before = text.lastIndexOf(" ", best - 40);
  return before < 0 ? 0 : before + 1;
}
