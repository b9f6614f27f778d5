/** The part of time that is in view, and how zooming and panning change it. Years, with fractions. */

export interface View {
  /** The beginning, for instance 1980 for the first moment of that year. */
  from: number;
  /** The end, for instance 1996 for the last moment of 1995. */
  to: number;
}

/** The closest that can be looked at, in years. */
const CLOSEST = 1;

/** From the first year to the end of the last. */
export function whole(years: readonly number[]): View {
  if (years.length === 0) return { from: 2000, to: 2001 };
  return { from: Math.min(...years), to: Math.max(...years) + 1 };
}

/** The view of a first and a last year, both included; `null` is the end of all. */
export function viewOf(start: number | null, end: number | null, all: View): View {
  return within({ from: start ?? all.from, to: (end ?? all.to - 1) + 1 }, all);
}

/** The first and last year of a view in whole years; all of time is told by `null`. */
export function yearsOf(view: View, all: View): { start: number | null; end: number | null } {
  return {
    start: view.from <= all.from ? null : view.from,
    end: view.to >= all.to ? null : view.to - 1,
  };
}

/** A view that reaches beyond the whole is moved inside, or cut. */
export function within({ from, to }: View, all: View): View {
  const span = Math.min(Math.max(to - from, CLOSEST), all.to - all.from);
  const start = Math.min(Math.max(from, all.from), all.to - span);
  return { from: start, to: start + span };
}

/** Zoom about a point that stays where it is; a factor below 1 goes closer. */
export function zoom(view: View, factor: number, at: number, all: View): View {
  const span = view.to - view.from;
  const wanted = Math.min(Math.max(span * factor, CLOSEST), all.to - all.from);
  const from = at - ((at - view.from) * wanted) / span;
  return within({ from, to: from + wanted }, all);
}

/** A step of zoom in whole years, at least one. */
export function zoomStep(view: View, closer: boolean, at: number, all: View): View {
  const span = view.to - view.from;
  const wanted = closer
    ? Math.max(CLOSEST, Math.min(Math.round(span / 1.6), span - 1))
    : Math.max(Math.round(span * 1.6), span + 1);
  return snap(zoom(view, wanted / span, at, all), all);
}

/** Move by a part of what is in view: 0.5 is half a view later. */
export function pan(view: View, part: number, all: View): View {
  const span = view.to - view.from;
  const years = Math.sign(part) * Math.max(1, Math.round(Math.abs(part) * span));
  return within({ from: view.from + years, to: view.to + years }, all);
}

/** Move only as far as it takes to have a point well in view. */
export function reach(view: View, at: number, all: View): View {
  const margin = (view.to - view.from) / 8;
  if (at >= view.from && at <= view.to - margin) return view;
  const span = view.to - view.from;
  return snap(within({ from: at - span / 2, to: at + span / 2 }, all), all);
}

/** The years around a range, with some room beside. */
export function around(first: number, last: number, all: View): View {
  const room = (last - first) * 0.08;
  return within({ from: Math.floor(first - room), to: Math.floor(last + room) + 1 }, all);
}

/** Whole years of the same length: what the traits can say. */
export function snap({ from, to }: View, all: View): View {
  const start = Math.round(from);
  return within({ from: start, to: start + Math.max(CLOSEST, Math.round(to - from)) }, all);
}

const STEPS = [1, 2, 5, 10, 20, 50, 100];

/** The years to write along so many pixels. */
export function ticks({ from, to }: View, pixels: number, room: number): number[] {
  const least = ((to - from) * room) / Math.max(1, pixels);
  const step = STEPS.find((each) => each >= least) ?? 200;
  const years = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) years.push(year);
  return years;
}

/** Where a date begins and ends in time: a year is a whole year long, a day a day. */
export function spanOf(date: string): [from: number, until: number] {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return [year, year + 1];
  const length = (days: number): number => year + (month - 1 + days / 31) / 12;
  return day === undefined ? [length(0), length(31)] : [length(day - 1), length(day)];
}
