import { Button } from "../shared/controls/Button";
import { Chip } from "../shared/controls/Chip";
import { FACET_COLUMNS, type Query } from "../shared/directory/filter";
import type { Directory } from "../shared/directory/table";
import { type Change, CLEARED } from "./state";
import { FACET_NAMES, FACET_ORDER } from "./words";

export interface ChipsProps {
  directory: Directory;
  query: Query;
  change: Change;
  /** Called after a chip is gone, since the focus went with it. */
  onGone: () => void;
}

/** Everything that is on, each removable, and one button for all. */
export function Chips({ directory, query, change, onGone }: ChipsProps) {
  const chips = FACET_ORDER.flatMap((facet) =>
    query[facet].map((id) => ({
      key: `${facet} ${id}`,
      group: FACET_NAMES[facet],
      label: directory.label(FACET_COLUMNS[facet].vocabulary, id),
      remove: () => change({ [facet]: query[facet].filter((other) => other !== id) }),
    })),
  );
  if (query.text.trim()) {
    chips.push({
      key: "text",
      group: "Search",
      label: `“${query.text.trim()}”`,
      remove: () => change({ text: "" }),
    });
  }
  if (query.near) {
    chips.push({
      key: "near",
      group: "Near",
      label: `Near ${query.near.label}`,
      remove: () => change({ near: null }),
    });
  }
  if (chips.length === 0) return null;
  return (
    <fieldset class="gb-chips" aria-label="Filters that are on">
      {chips.map(({ key, group, label, remove }) => (
        <Chip
          key={key}
          group={group}
          label={label}
          onRemove={() => {
            remove();
            onGone();
          }}
        />
      ))}
      <Button
        kind="quiet"
        onClick={() => {
          change(CLEARED);
          onGone();
        }}
      >
        Clear all
      </Button>
    </fieldset>
  );
}
