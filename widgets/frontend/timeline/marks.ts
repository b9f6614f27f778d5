/** Which marks stand along the scale: events, or several as one where they would lie on each other. */
import type { TimelineEvent } from "./events";
import { spanOf, type View } from "./view";

export interface Mark {
  lane: number;
  events: readonly TimelineEvent[];
  /** Where the first of its events begins, and where the last ends. */
  at: number;
  until: number;
  /** Where it stands along the scale, in pixels. */
  offset: number;
  /** Free pixels until the next mark of its lane, or the end. */
  room: number;
}

export interface Scale {
  view: View;
  /** The length of the scale in pixels. */
  pixels: number;
  /** Free pixels before the first and after the last moment. */
  margin: number;
  /** The least distance of two marks of one lane, in pixels. */
  gap: number;
}

/** Pixels per year. */
export function density({ view, pixels, margin }: Scale): number {
  return Math.max(1, pixels - 2 * margin) / (view.to - view.from);
}

export function offsetOf(at: number, scale: Scale): number {
  return scale.margin + (at - scale.view.from) * density(scale);
}

export function momentAt(offset: number, scale: Scale): number {
  return scale.view.from + (offset - scale.margin) / density(scale);
}

/**
 * Every mark, in the order of time.
 *
 * Marks do not depend on where the view begins, so that panning moves them and never mixes them.
 */
export function marksOf(
  events: readonly TimelineEvent[],
  laneOf: (event: TimelineEvent) => number,
  scale: Scale,
): Mark[] {
  const perYear = density(scale);
  const marks: Mark[] = [];
  const last = new Map<number, Mark>();
  for (const event of events) {
    const lane = laneOf(event);
    const [at, until] = spanOf(event.date);
    const before = last.get(lane);
    if (before && (at - before.at) * perYear < scale.gap) {
      before.events = [...before.events, event];
      before.until = Math.max(before.until, until);
      continue;
    }
    const mark = { lane, events: [event], at, until, offset: offsetOf(at, scale), room: 0 };
    if (before) before.room = mark.offset - before.offset;
    last.set(lane, mark);
    marks.push(mark);
  }
  for (const mark of last.values()) mark.room = Math.max(0, scale.pixels - mark.offset);
  return marks;
}

/** The marks in view; one that begins before it but goes on inside stands at its edge. */
export function visibleMarks(marks: readonly Mark[], scale: Scale): Mark[] {
  const { from, to } = scale.view;
  return marks
    .filter(({ at, events }) => at < to && lastOf(events) >= from)
    .map((mark) => {
      const offset = Math.max(mark.offset, scale.margin);
      return { ...mark, offset, room: Math.min(mark.room, scale.pixels - offset) };
    });
}

/** Whether zooming in as far as it goes would part the events of a mark. */
export function canPart({ events, at }: Mark, { pixels, margin, gap }: Scale): boolean {
  return (lastOf(events) - at) * (pixels - 2 * margin) >= gap;
}

function lastOf(events: readonly TimelineEvent[]): number {
  return spanOf(events[events.length - 1]!.date)[0];
}
