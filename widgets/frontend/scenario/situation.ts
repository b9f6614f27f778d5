/** A situation as Python sends it; see `guidebook/scenarios/situation.py`. */

export type Part = "drug" | "set" | "setting";
/** What a reader puts a phrase under; empty until then. */
export type Mark = "" | Part | "unsure";

export interface Sourced {
  text: string;
  sources: string[];
}

export interface Point {
  id: string;
  /** Counted from 1. */
  passage: number;
  phrase: string;
  part: Part;
  effect: "likelier" | "rarer";
  why: string;
  unknown: string;
  sources: string[];
}

export interface Option {
  id: string;
  what: string;
  who: string;
  why: string;
  limits: string;
  answers: string[];
  sources: string[];
}

export interface Role {
  id: string;
  title: string;
  questions: string[];
}

export interface Source {
  id: string;
  title: string;
  url: string;
  year: string;
  evidence: string;
}

export interface Situation {
  id: string;
  title: string;
  /** "Invented for teaching …", or where it is told. */
  label: string;
  told_in?: Sourced;
  minutes: number;
  content_note: string;
  care: Sourced[];
  passages: string[];
  points: Point[];
  options: Option[];
  roles: Role[];
  sources: Source[];
}

export const PARTS: readonly Part[] = ["drug", "set", "setting"];

export const isPart = (mark: string): mark is Part => (PARTS as readonly string[]).includes(mark);

/** The phrases in the order in which they stand in the passages. */
export function inOrder({ points, passages }: Situation): Point[] {
  const at = (point: Point) => (passages[point.passage - 1] ?? "").indexOf(point.phrase);
  return [...points].sort((a, b) => a.passage - b.passage || at(a) - at(b));
}

/** A passage divided into plain text and the phrases that matter. */
export function pieces(situation: Situation, passage: number): (string | Point)[] {
  let rest = situation.passages[passage - 1] ?? "";
  const found: (string | Point)[] = [];
  for (const point of inOrder(situation)) {
    if (point.passage !== passage) continue;
    const at = rest.indexOf(point.phrase);
    if (at < 0) continue; // a file that Python checked has no such phrase
    if (at > 0) found.push(rest.slice(0, at));
    found.push(point);
    rest = rest.slice(at + point.phrase.length);
  }
  return rest ? [...found, rest] : found;
}

/** Sources by their ids, in the order of the file. */
export function cited(situation: Situation, ids: readonly string[]): Source[] {
  return situation.sources.filter((source) => ids.includes(source.id));
}
