import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { LiveRegion } from "../shared/controls/LiveRegion";
import { useUnique } from "../shared/controls/useUnique";
import { dateWords } from "../shared/dates";
import { resource } from "../shared/resource";
import { useTraits } from "../shared/useTraits";
import { Details } from "./Details";
import { apply, type Events, summary, type TimelineEvent } from "./events";
import { FilterChips, Filters } from "./Filters";
import { Plot } from "./Plot";
import { type TimelineModel, TRAITS, useQuery } from "./state";
import { useRoom } from "./useRoom";
import { useTextScale } from "./useTextScale";
import { pan, type View, viewOf, whole, yearsOf, zoomStep } from "./view";
import { WorldPicture } from "./WorldPicture";

export interface TimelineProps {
  model: TimelineModel;
  events: Events;
}

/** Room for lanes with words beside them, in pixels. */
const WIDE = 620;
const NONE: readonly string[] = [];

/** Events along time and on a map, what is asked of them, and one of them in full. */
export function Timeline({ model, events }: TimelineProps) {
  const [traits, change] = useTraits(model, TRAITS);
  const query = useQuery(traits);
  const { start, end, selected_id } = traits;
  const all = useMemo(() => whole(events.all.map(({ year }) => year)), [events]);
  const view = useMemo(() => viewOf(start, end, all), [start, end, all]);
  const shown = useMemo(() => apply(events, query), [events, query]);
  // What lies outside the years in view is still there to pan to.
  const ever = useMemo(() => apply(events, { ...query, start: null, end: null }), [events, query]);
  const [lanes, laneOf] = useMemo(() => lanesOf(events, ever, query.themes), [events, ever, query]);

  const root = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLParagraphElement>(null);
  const width = useRoom(root);
  const text = useTextScale(root);
  const wide = width >= WIDE * text;
  const hint = useUnique();
  const [lit, setLit] = useState(NONE);
  const [several, setSeveral] = useState(NONE);
  const load = useCallback((name: string) => resource(model, name), [model]);

  const look = useCallback((next: View) => change(yearsOf(next, all)), [change, all]);
  const reveal = () => panel.current?.scrollIntoView?.({ block: "nearest" });
  const select = useCallback(
    (id: string) => {
      change({ selected_id: id });
      // After it is drawn, since it may have grown.
      requestAnimationFrame(reveal);
    },
    [change],
  );
  const choose = useCallback(
    (id: string) => {
      setSeveral(NONE);
      select(id);
    },
    [select],
  );
  const open = useCallback(
    (ids: string[]) => {
      setSeveral(ids);
      change({ selected_id: "" });
      requestAnimationFrame(() => {
        reveal();
        // What was pressed said that a list would come.
        heading.current?.focus({ preventScroll: true });
      });
    },
    [change],
  );
  const found = useCallback(
    (ids: readonly string[]) => events.all.filter(({ id }) => ids.includes(id)),
    [events],
  );
  const selected = events.all.find(({ id }) => id === selected_id);
  const options = traits._options;
  const words = summary(shown, events.all.length);
  // Zooming goes to what is open, or to where most is.
  const middle = shown[Math.floor(shown.length / 2)]?.year ?? (view.from + view.to) / 2;
  const centre = selected && shown.includes(selected) ? selected.year : middle;
  const isWhole = view.from <= all.from && view.to >= all.to;
  const mapped = { selected: selected_id, lit, onSelect: choose, onSeveral: open, onLit: setLit };

  return (
    <div
      class={`tl ${wide ? "tl-wide" : "tl-narrow"}`}
      ref={root}
      // JupyterLab takes letters and arrows for its own, unless the element with the focus objects.
      onFocusCapture={({ target }) =>
        (target as Element).setAttribute("data-lm-suppress-shortcuts", "")
      }
    >
      <Filters events={events} query={query} change={change} />
      <FilterChips
        events={events}
        query={query}
        change={change}
        onGone={() => result.current?.focus()}
      />
      <div class="tl-state">
        <p class="tl-summary" ref={result} tabIndex={-1}>
          {words}
        </p>
        <fieldset class="tl-zoom" aria-label="Years in view">
          <Button
            iconOnly
            icon="back"
            disabled={view.from <= all.from}
            onClick={() => look(pan(view, -0.5, all))}
          >
            Earlier years
          </Button>
          <span class="tl-range">
            {view.from}–{view.to - 1}
          </span>
          <Button
            iconOnly
            icon="back"
            class="tl-forward"
            disabled={view.to >= all.to}
            onClick={() => look(pan(view, 0.5, all))}
          >
            Later years
          </Button>
          <Button
            iconOnly
            icon="plus"
            disabled={view.to - view.from <= 1}
            onClick={() => look(zoomStep(view, true, centre, all))}
          >
            Zoom in
          </Button>
          <Button
            iconOnly
            icon="minus"
            disabled={isWhole}
            onClick={() => look(zoomStep(view, false, centre, all))}
          >
            Zoom out
          </Button>
          <Button iconOnly icon="fit" disabled={isWhole} onClick={() => look(all)}>
            All years
          </Button>
        </fieldset>
      </div>
      <LiveRegion message={words} />
      <LiveRegion
        message={selected ? `${dateWords(selected.date)}: ${selected.title}. Details follow.` : ""}
      />
      {ever.length === 0 ? (
        <p class="tl-nothing">
          Nothing matches all of that. Try fewer letters, or take a filter off.
        </p>
      ) : (
        width > 0 && (
          <Plot
            events={ever}
            lanes={lanes}
            laneOf={wide ? laneOf : single}
            view={view}
            all={all}
            vertical={!wide}
            text={text}
            onView={look}
            {...mapped}
          />
        )
      )}
      <div class="tl-hints" id={hint}>
        <Legend />
        <p class="tl-keys">
          Keyboard: arrow keys go from dot to dot, <kbd>Home</kbd> and <kbd>End</kbd> to the first
          and last; <kbd>+</kbd>, <kbd>−</kbd> and <kbd>0</kbd> zoom; <kbd>Page Up</kbd> and{" "}
          <kbd>Page Down</kbd> move through the years; <kbd>Enter</kbd> opens. Mouse: drag, or turn
          the wheel with <kbd>Ctrl</kbd>.
        </p>
        <p class="tl-touch">
          {wide ? "Drag" : "Drag the years"} to move, pinch to zoom, press a dot to read.
        </p>
      </div>
      <div class={`tl-below ${options.map === false ? "" : "tl-with-map"}`}>
        <div ref={panel} class="tl-panel">
          <Details
            events={events}
            shown={shown}
            selected={selected}
            several={found(several)}
            listUrl={options.list_url ?? ""}
            heading={heading}
            onSelect={select}
            onClose={() => {
              setSeveral(NONE);
              change({ selected_id: "" });
              requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }));
            }}
            onBack={selected && several.includes(selected.id) ? () => open([...several]) : null}
          />
        </div>
        {options.map !== false && <WorldPicture events={shown} load={load} {...mapped} />}
      </div>
    </div>
  );
}

const single = () => 0;

/** A lane for each theme that is there; an event of several themes stands in the first asked for. */
function lanesOf(events: Events, ever: readonly TimelineEvent[], themes: readonly string[]) {
  const themeOf = (event: TimelineEvent): string =>
    event.themes.find((id) => themes.includes(id)) ?? event.themes[0] ?? "";
  const used = new Set(ever.map(themeOf));
  const terms = events.vocabularies.themes ?? [];
  const named = terms.filter(([id]) => used.has(id));
  const rest = [...used].filter((id) => named.every(([known]) => known !== id));
  const lanes = [
    ...named.map(([id, label]) => ({ id, label })),
    ...rest.map((id) => ({ id, label: id || "Other" })),
  ];
  const at = new Map(lanes.map(({ id }, i) => [id, i]));
  return [lanes, (event: TimelineEvent) => at.get(themeOf(event)) ?? 0] as const;
}

/** What the dots look like and why; never by colour alone. */
function Legend() {
  return (
    <ul class="tl-legend" aria-label="The dots">
      <li>
        <span class="tl-mark tl-read" aria-hidden="true">
          <span class="tl-dot" />
        </span>
        the source was read
      </li>
      <li>
        <span class="tl-mark tl-copy" aria-hidden="true">
          <span class="tl-dot" />
        </span>
        read as a copy
      </li>
      <li>
        <span class="tl-mark tl-contested" aria-hidden="true">
          <span class="tl-dot" />
        </span>
        sources differ
      </li>
      <li>
        <span class="tl-mark tl-several" aria-hidden="true">
          <span class="tl-dot">3</span>
        </span>
        so many events
      </li>
      <li>
        <span class="tl-bar" aria-hidden="true" />
        only the month or year is known
      </li>
    </ul>
  );
}
