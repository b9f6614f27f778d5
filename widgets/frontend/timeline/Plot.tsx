import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { TimelineEvent } from "./events";
import { canPart, type Mark, marksOf, momentAt, offsetOf, type Scale, visibleMarks } from "./marks";
import { useGestures } from "./useGestures";
import { useRoom } from "./useRoom";
import { around, pan, reach, snap, ticks, type View, within, zoom, zoomStep } from "./view";
import { markWords, yearsWords } from "./words";

export interface Lane {
  id: string;
  label: string;
}

export interface PlotProps {
  /** What matches, whether in view or not. */
  events: readonly TimelineEvent[];
  lanes: readonly Lane[];
  laneOf: (event: TimelineEvent) => number;
  view: View;
  all: View;
  /** Upright, one lane, with words beside every mark. */
  vertical: boolean;
  /** How many times larger than usual the reader's text is. */
  text: number;
  selected: string;
  lit: readonly string[];
  onView: (view: View) => void;
  onSelect: (id: string) => void;
  /** Several events stand on one point of time. */
  onSeveral: (ids: string[]) => void;
  onLit: (ids: readonly string[]) => void;
}

/** Pixels at the usual text size. */
const SIZES = { labels: 152, years: 30, upright: 560 };
const FEW = 6;
/** Whichever mark comes next may have the focus. */
const ANY = "*";

/** Events along a scale of time. */
export function Plot(props: PlotProps) {
  const { events, lanes, laneOf, view, all, vertical, text, selected, lit } = props;
  const box = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const width = useRoom(box);
  const touch = useTouch();
  const row = (touch ? 46 : 40) * text;
  const labels = SIZES.labels * text;
  const axis = 26 + 34 * text;
  const height = vertical ? SIZES.upright * Math.min(text, 1.6) : lanes.length * row;
  const pixels = Math.max(120, vertical ? height : width - labels);

  // While a finger or the mouse drags, the view is not in whole years; nobody else needs to know.
  const [live, setLive] = useState<View | null>(null);
  const shown = live ?? view;
  const scale = useMemo<Scale>(
    () => ({
      view: shown,
      pixels,
      margin: vertical ? 26 * text : 16,
      gap: vertical ? 46 * text : touch ? 44 : 28,
    }),
    [shown, pixels, vertical, touch, text],
  );
  const marks = useMemo(() => marksOf(events, laneOf, scale), [events, laneOf, scale]);
  const visible = visibleMarks(marks, scale);

  const now = useRef({ scale, live });
  now.current = { scale, live };
  const moveLive = (next: View) => {
    now.current = { scale: { ...now.current.scale, view: next }, live: next };
    setLive(next);
  };
  useGestures(surface, {
    vertical,
    onDrag: (moved) => {
      const { view: at } = now.current.scale;
      const years = momentAt(0, now.current.scale) - momentAt(moved, now.current.scale);
      moveLive(within({ from: at.from + years, to: at.to + years }, all));
    },
    onPinch: (factor, offset) =>
      moveLive(zoom(now.current.scale.view, factor, momentAt(offset, now.current.scale), all)),
    onRest: () => {
      const { live: last } = now.current;
      setLive(null);
      if (last) props.onView(snap(last, all));
    },
    onWheelZoom: (closer, offset) =>
      props.onView(zoomStep(view, closer, momentAt(offset, scale), all)),
    onWheelPan: (part) => props.onView(pan(view, part, all)),
  });

  // One stop for the Tab key: the mark that was last at, or the chosen one, or the first.
  const [at, setAt] = useState("");
  const holds = (mark: Mark, id: string): boolean => mark.events.some((event) => event.id === id);
  const stop =
    visible.find((mark) => holds(mark, at)) ??
    visible.find((mark) => holds(mark, selected)) ??
    visible[0];
  // The mark that had the focus may have been drawn into another, or be out of view.
  const wanted = useRef("");
  useLayoutEffect(() => {
    const target = surface.current;
    if (!wanted.current || !target) return;
    const mark = visible.find((each) => holds(each, wanted.current));
    if (!mark && wanted.current !== ANY) return;
    const next = mark ?? (target.contains(document.activeElement) ? undefined : stop);
    wanted.current = "";
    const button = next && target.querySelector<HTMLElement>(`[data-mark="${key(next)}"]`);
    if (button) button.focus({ preventScroll: true });
    else if (visible.length === 0) target.focus({ preventScroll: true });
  });
  const focus = (mark: Mark | undefined) => {
    if (!mark) return;
    const [event] = mark.events;
    setAt(event!.id);
    wanted.current = event!.id;
    props.onView(reach(view, mark.at, all));
  };

  // On a phone coming closer takes many presses; a few events are sooner read as a list.
  const comesCloser = (mark: Mark): boolean =>
    canPart(mark, scale) && !(vertical && mark.events.length <= FEW);
  const press = (mark: Mark) => {
    const [first] = mark.events;
    setAt(first!.id);
    if (mark.events.length === 1) {
      props.onSelect(first!.id);
    } else if (comesCloser(mark)) {
      wanted.current = first!.id;
      const last = mark.events[mark.events.length - 1]!;
      props.onView(around(first!.year, last.year, all));
    } else {
      props.onSeveral(mark.events.map(({ id }) => id));
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const centre = stop ? Math.min(Math.max(stop.at, view.from), view.to) : view.from;
    const index = stop ? marks.findIndex((mark) => key(mark) === key(stop)) : -1;
    const keep = () => {
      wanted.current = stop ? stop.events[0]!.id : "";
    };
    const page = (part: number) => {
      wanted.current = ANY;
      props.onView(pan(view, part, all));
    };
    const keys: Record<string, () => void> = {
      ArrowRight: () => focus(marks[index + 1]),
      ArrowLeft: () => focus(marks[index - 1]),
      ArrowDown: () => focus(vertical ? marks[index + 1] : beside(marks, stop, 1, lanes.length)),
      ArrowUp: () => focus(vertical ? marks[index - 1] : beside(marks, stop, -1, lanes.length)),
      Home: () => focus(marks[0]),
      End: () => focus(marks[marks.length - 1]),
      PageDown: () => page(0.5),
      PageUp: () => page(-0.5),
      "+": () => {
        keep();
        props.onView(zoomStep(view, true, centre, all));
      },
      "-": () => {
        keep();
        props.onView(zoomStep(view, false, centre, all));
      },
      "0": () => {
        keep();
        props.onView(all);
      },
    };
    const act = keys[event.key === "=" ? "+" : event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const place = (offset: number, lane: number) =>
    vertical
      ? { top: `${offset}px`, left: `${axis + 8}px` }
      : { left: `${offset}px`, top: `${lane * row + row / 2}px` };
  const years = ticks(shown, pixels, (vertical ? 44 : 58) * text);
  const inView = `${Math.round(shown.from)} to ${Math.round(shown.to) - 1}`;

  return (
    <div class={`tl-plot ${vertical ? "tl-upright" : "tl-flat"}`} ref={box}>
      {!vertical && (
        <ul class="tl-lanes" aria-hidden="true" style={{ width: `${labels}px` }}>
          {lanes.map(({ id, label }) => (
            <li key={id} style={{ height: `${row}px` }}>
              <bdi>{label}</bdi>
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      <div
        class="tl-surface"
        role="group"
        aria-label={`Events along time, ${inView}`}
        ref={surface}
        // Where no mark is in view the keys still work.
        tabIndex={visible.length > 0 ? -1 : 0}
        style={{ height: `${height + (vertical ? 0 : SIZES.years * text)}px` }}
        onKeyDown={onKeyDown}
      >
        {vertical && (
          <div class="tl-grip" data-grip aria-hidden="true" style={{ width: `${axis}px` }} />
        )}
        <svg class="tl-ground" aria-hidden="true" focusable="false">
          {!vertical &&
            lanes.map(({ id }, i) => (
              <rect
                key={id}
                class={i % 2 ? "tl-lane" : "tl-lane tl-lane-other"}
                x="0"
                y={i * row}
                width="100%"
                height={row}
              />
            ))}
          {years.map((year) => {
            const offset = offsetOf(year, scale);
            return vertical ? (
              <g key={year}>
                <line class="tl-tick" x1={axis - 8} x2={axis} y1={offset} y2={offset} />
                <text class="tl-year" x={axis - 14} y={offset + 5 * text} text-anchor="end">
                  {year}
                </text>
              </g>
            ) : (
              <g key={year}>
                <line class="tl-tick" x1={offset} x2={offset} y1="0" y2={height + 6} />
                <text
                  class="tl-year"
                  x={offset}
                  y={height + 22 * text}
                  text-anchor={anchorAt(offset, pixels)}
                >
                  {year}
                </text>
              </g>
            );
          })}
          {visible.map((mark) => {
            // A date known to the year or the month only is a bar over all that it may mean.
            const long = offsetOf(mark.until, scale) - mark.offset;
            if (mark.events.length > 1 || long < 16) return null;
            const below = mark.lane * row + row - 5;
            return vertical ? (
              <line
                key={key(mark)}
                class="tl-span"
                x1={axis + 6}
                x2={axis + 6}
                y1={mark.offset}
                y2={mark.offset + long}
              />
            ) : (
              <line
                key={key(mark)}
                class="tl-span"
                x1={mark.offset}
                x2={mark.offset + long}
                y1={below}
                y2={below}
              />
            );
          })}
        </svg>
        {visible.map((mark) => {
          const [event] = mark.events;
          const several = mark.events.length > 1;
          const ids = mark.events.map(({ id }) => id);
          const words = vertical || (!several && mark.room >= 110 * text);
          return (
            <button
              key={key(mark)}
              type="button"
              data-mark={key(mark)}
              class={[
                "tl-mark",
                several ? "tl-several" : `tl-${event!.evidence}`,
                ids.includes(selected) ? "tl-chosen" : "",
                ids.some((id) => lit.includes(id)) ? "tl-lit" : "",
              ].join(" ")}
              style={{
                ...place(mark.offset, mark.lane),
                ...(words && !vertical ? { maxWidth: `${mark.room - 6}px` } : {}),
              }}
              tabIndex={stop && key(stop) === key(mark) ? 0 : -1}
              aria-pressed={several ? undefined : event!.id === selected}
              aria-label={`${markWords(mark)}${several ? (comesCloser(mark) ? ", come closer" : ", list them") : ""}`}
              title={words ? undefined : markWords(mark)}
              onClick={() => press(mark)}
              onFocus={() => props.onLit(ids)}
              onBlur={() => props.onLit([])}
              onMouseEnter={() => props.onLit(ids)}
              onMouseLeave={() => props.onLit([])}
            >
              {/* The name of a button begins with what is seen on it. */}
              <span class="tl-dot">{several ? mark.events.length : ""}</span>{" "}
              {words && (
                <span class="tl-words">
                  {several && "events, "}
                  {vertical && <b>{several ? yearsWords(mark.events) : event!.year} </b>}
                  {!several && <bdi>{event!.title}</bdi>}
                </span>
              )}
            </button>
          );
        })}
      </div>
    </div>
  );
}

/** A mark's name in the page: its first event, which no two marks share. */
function key({ events }: Mark): string {
  return events[0]!.id;
}

function anchorAt(offset: number, pixels: number): string {
  return offset < 20 ? "start" : offset > pixels - 20 ? "end" : "middle";
}

/** The mark of the next lane that has any, nearest in time. */
function beside(
  marks: readonly Mark[],
  from: Mark | undefined,
  step: number,
  lanes: number,
): Mark | undefined {
  if (!from) return marks[0];
  for (let lane = from.lane + step; lane >= 0 && lane < lanes; lane += step) {
    const found = marks
      .filter((mark) => mark.lane === lane)
      .sort((a, b) => Math.abs(a.at - from.at) - Math.abs(b.at - from.at))[0];
    if (found) return found;
  }
  return undefined;
}

/** Whether fingers point here, which need larger targets. */
function useTouch(): boolean {
  const query = useMemo(() => matchMedia("(pointer: coarse)"), []);
  const [touch, setTouch] = useState(query.matches);
  useEffect(() => {
    const update = () => setTouch(query.matches);
    query.addEventListener("change", update);
    return () => query.removeEventListener("change", update);
  }, [query]);
  return touch;
}
