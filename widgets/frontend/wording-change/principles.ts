/** The eight principles as Python sends them, and what a filter leaves of them. */

export type Match = "" | "near" | "in part";

export interface Principle {
  number: number;
  id: string;
  name: string;
  idea: string;
  /** Older terms, the newer ones in their place, and the kind of change. */
  changes: [older: string, newer: string, kind: string][];
  note: string;
}

export interface Label {
  id: string;
  label?: string;
  definition?: string;
  source_title?: string;
  source_url?: string;
  evidence?: string;
}

export interface Statement {
  number: number;
  statement: string;
  new: string;
  /** One for each principle, in their order. */
  matches: Match[];
}

export interface Payload {
  principles: Principle[];
  kinds: Label[];
  versions: Label[];
  statements: Statement[];
  statements_source: Label;
}

export const UNCHANGED = "none";

/** How the wording of a principle changed; `["none"]` where it did not. */
export function kindsOf({ changes }: Principle): string[] {
  return changes.length > 0 ? [...new Set(changes.map(([, , kind]) => kind))] : [UNCHANGED];
}

/** The principles with a change of one of some kinds; all without any. */
export function changed(principles: readonly Principle[], kinds: readonly string[]): Principle[] {
  return principles.filter(
    (one) => kinds.length === 0 || kindsOf(one).some((kind) => kinds.includes(kind)),
  );
}

/** How many principles have each kind of change. */
export function counts({ principles, kinds }: Payload): Map<string, number> {
  return new Map(kinds.map(({ id }) => [id, changed(principles, [id]).length]));
}

/** How many statements come near each principle, in whole or in part. */
export function partners({ principles, statements }: Payload): number[] {
  return principles.map((_, at) => statements.filter(({ matches }) => matches[at]).length);
}
