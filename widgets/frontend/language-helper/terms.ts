/** The rows of `data/language.csv` that have something to look for, as Python writes them. */

export interface Term {
  id: string;
  term: string;
  patterns: string[];
  fine_in: string[];
  kind: string;
  advice: "avoid" | "weigh" | "keep";
  why: string;
  instead: string[];
  exceptions: string;
  source_title: string;
  source_url: string;
  evidence: "read" | "copy";
}

/** Columns once, then rows: the names would be a third of the whole. */
export interface TermsPayload {
  columns: (keyof Term)[];
  rows: Term[keyof Term][][];
}

export function termsOf({ columns, rows }: TermsPayload): Term[] {
  return rows.map(
    (row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])) as unknown as Term,
  );
}
