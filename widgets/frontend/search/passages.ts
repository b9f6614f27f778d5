/** What the search looks through; written by `guidebook.edition.search`. */

export type Kind = "page" | "section" | "term" | "event" | "entry";

export interface Passage {
  kind: Kind;
  title: string;
  text: string;
  /** Below the site's root. */
  address: string;
}

export const KINDS: Readonly<Record<Kind, string>> = {
  page: "Chapter",
  section: "Section",
  term: "Glossary",
  event: "Timeline",
  entry: "Directory",
};

type Row = [Kind, string, string, string];

/** The passages, and for each section the title of the page that it stands on. */
export function read(rows: readonly Row[]): { passages: Passage[]; pages: Map<string, string> } {
  const passages = rows.map(([kind, title, text, address]) => ({ kind, title, text, address }));
  const pages = new Map(
    passages.filter(({ kind }) => kind === "page").map(({ address, title }) => [address, title]),
  );
  return { passages, pages };
}

/** The address of a passage's page. */
export function pageOf(address: string): string {
  return address.replace(/#.*$/, "");
}
