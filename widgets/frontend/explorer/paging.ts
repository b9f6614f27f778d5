/** So many results are drawn at a time: more than a screen holds, few enough for an old phone. */
export const PAGE = 25;

/** So many come when more are asked for, which somebody who asks will scroll through. */
export const MORE = 2 * PAGE;

/** The part of a list that is drawn: from, up to and without. Both at whole pages. */
export interface Span {
  from: number;
  to: number;
}

export const FIRST: Span = { from: 0, to: PAGE };

/** Pages that may be drawn to reach a row before its own page is drawn alone. */
const REACH = 8;

/** The part to draw so that a place of the list is in it, keeping what is drawn if it is near. */
export function spanWith(span: Span, index: number): Span {
  if (index < 0 || (index >= span.from && index < span.to)) return span;
  const from = Math.floor(index / PAGE) * PAGE;
  if (index >= span.to && from - span.to < REACH * PAGE)
    return { from: span.from, to: from + PAGE };
  if (index < span.from && span.from - from <= REACH * PAGE) return { from, to: span.to };
  return { from, to: from + PAGE };
}
