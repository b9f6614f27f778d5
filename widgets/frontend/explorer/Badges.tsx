import type { Directory } from "../shared/directory/table";

/** How we know, or what became of it; the words say it, the colour only repeats them. */
export function Badge({ directory, row }: { directory: Directory; row: number }) {
  const kind = directory.text("badge_kind", row);
  const words = directory.text("badge", row);
  return words ? <span class={`gb-badge gb-badge-${colour(kind)}`}>{words}</span> : null;
}

/** How we know, beside the badge of a row that is history. */
export function EvidenceBadge({ directory, row }: { directory: Directory; row: number }) {
  if (directory.text("badge_kind", row) !== "historical") return null;
  const words = directory.text("evidence_label", row);
  const kind = directory.text("evidence_grade", row);
  return words ? <span class={`gb-badge gb-badge-${colour(kind)}`}>{words}</span> : null;
}

function colour(kind: string): string {
  return kind === "confirmed" || kind === "historical" ? kind : "amber";
}
