import type { Entry } from "../shared/directory/table";
import type { Options } from "./state";

export interface CorrectionLink {
  href: string;
  words: string;
  /** Opens the reader's mail program instead of a page. */
  mail: boolean;
}

/** Links that begin a correction of an entry; none where none is configured. */
export function correctionLinks(
  where: Options["corrections"],
  entry: Pick<Entry, "id" | "name" | "source_title" | "source_date">,
): CorrectionLink[] {
  const subject = `Correction: ${entry.name} (${entry.id})`;
  const body = [
    `Entry: ${entry.name} (${entry.id})`,
    `Its source now: ${entry.source_title} ${entry.source_date}`.trim(),
    "",
    "What is wrong:",
    "",
    "What is right, and how you know (a page, a date):",
    "",
  ].join("\n");
  const links: CorrectionLink[] = [];
  if (where?.issue) {
    const query = new URLSearchParams({ title: subject, body });
    const joint = where.issue.includes("?") ? "&" : "?";
    links.push({
      href: `${where.issue}${joint}${query}`,
      words: "Suggest a correction",
      mail: false,
    });
  }
  if (where?.mail) {
    const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
    const href = `mailto:${where.mail}?${query}`;
    links.push({ href, words: "Suggest a correction by mail", mail: true });
  }
  return links;
}
