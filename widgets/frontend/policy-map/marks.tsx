import type { Status } from "./laws";

/** A sign for each status: never told by colour alone. */
export const SIGNS: Readonly<Record<Status, string>> = {
  "in force": "✓",
  "not yet": "–",
  unknown: "?",
};

export const LABELS: Readonly<Record<Status, string>> = {
  "in force": "in force",
  "not yet": "not yet",
  unknown: "unknown",
};

/** The ending of a class, for CSS: `gb-policy-in-force`. */
export const classOf = (status: Status): string => `gb-policy-${status.replace(" ", "-")}`;

/** Stripes for what is unknown; ids are the document's, so each drawing brings its own name. */
export function Stripes({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="9" height="9" patternUnits="userSpaceOnUse">
        <rect class="gb-policy-stripes-ground" width="9" height="9" />
        <path class="gb-policy-stripes-line" d="M-1,10L10,-1M-1,1L1,-1M8,10L10,8" />
      </pattern>
    </defs>
  );
}
