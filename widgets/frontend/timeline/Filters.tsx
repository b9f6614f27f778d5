import { Button } from "../shared/controls/Button";
import { CheckList } from "../shared/controls/CheckList";
import { Chip } from "../shared/controls/Chip";
import { Disclosure } from "../shared/controls/Disclosure";
import { countsOf, type Events, FACETS, label, type Query } from "./events";
import { type Change, CLEARED } from "./state";
import { FACET_NAMES } from "./words";

export interface FiltersProps {
  events: Events;
  query: Query;
  change: Change;
}

/** Words to look for, and a menu for each facet. */
export function Filters({ events, query, change }: FiltersProps) {
  return (
    // A group and no landmark: a notebook shows several timelines, and each would have this name.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend of its own
    <div role="group" aria-label="Filters of the timeline" class="tl-filters">
      <input
        type="search"
        class="gb-input"
        aria-label="Search the events"
        placeholder="Search the events"
        autocomplete="off"
        value={query.text}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      {FACETS.map((facet) => (
        <Disclosure key={facet} label={FACET_NAMES[facet]} active={query[facet].length}>
          {() => (
            <CheckList
              legend={FACET_NAMES[facet]}
              items={countsOf(events, query, facet)}
              chosen={query[facet]}
              onChange={(chosen) => change({ [facet]: chosen })}
            />
          )}
        </Disclosure>
      ))}
    </div>
  );
}

/** Everything that is on, each removable, and one button for all. */
export function FilterChips({
  events,
  query,
  change,
  onGone,
}: FiltersProps & { onGone: () => void }) {
  const chips = FACETS.flatMap((facet) =>
    query[facet].map((id) => ({
      group: FACET_NAMES[facet],
      label: label(events, facet, id),
      traits: { [facet]: query[facet].filter((other) => other !== id) },
    })),
  );
  const text = query.text.trim();
  if (text) chips.push({ group: "Search", label: `“${text}”`, traits: { text: "" } as never });
  if (chips.length === 0) return null;
  return (
    <fieldset class="tl-chips" aria-label="Filters that are on">
      {chips.map(({ group, label: words, traits }) => (
        <Chip
          key={`${group} ${words}`}
          group={group}
          label={words}
          onRemove={() => {
            change(traits);
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
