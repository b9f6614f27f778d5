/**
 * The events and what can be asked of them; the same rules as `guidebook.events`.
 *
 * OR within a facet, AND across facets; the count beside a value ignores the facet's own values.
 */
import { count } from "../shared/directory/summary";
import { compare, fold, tokens } from "../shared/directory/text";

/** An event as Python writes it. */
export interface TimelineEvent {
  id: string;
  date: string;
  date_precision: string;
  year: number;
  decade: string;
  title: string;
  description: string;
  place: string;
  country: string;
  country_name: string;
  extent: string;
  latitude: number | null;
  longitude: number | null;
  themes: string[];
  evidence: string;
  source_title: string;
  source_url: string;
}

export type Term = readonly [id: string, label: string, definition: string];

export interface Payload {
  schema: number;
  fields: string[];
  rows: unknown[][];
  vocabularies: Record<string, readonly Term[]>;
}

export const FACETS = ["themes", "countries", "decades", "evidence"] as const;
export type Facet = (typeof FACETS)[number];

export type Query = { [Name in Facet]: readonly string[] } & {
  text: string;
  start: number | null;
  end: number | null;
};

export interface FacetValue {
  id: string;
  label: string;
  definition: string;
  count: number;
}

/** Events with the terms that they use; nothing changes them. */
export interface Events {
  all: readonly TimelineEvent[];
  vocabularies: Payload["vocabularies"];
}

const VALUES: Readonly<Record<Facet, (event: TimelineEvent) => readonly string[]>> = {
  themes: ({ themes }) => themes,
  countries: ({ country }) => (country ? [country] : []),
  decades: ({ decade }) => (decade ? [decade] : []),
  evidence: ({ evidence }) => (evidence ? [evidence] : []),
};

/** Read what Python sent; another version of the form is refused. */
export function readEvents(payload: Payload): Events {
  if (payload.schema !== 1) throw new Error(`These events have the form ${payload.schema}, not 1.`);
  const all = payload.rows.map(
    (row) =>
      Object.fromEntries(
        payload.fields.map((name, i) => [name, row[i]]),
      ) as unknown as TimelineEvent,
  );
  return { all, vocabularies: payload.vocabularies };
}

/** The term of an id; an id without one stands for itself. */
export function label({ vocabularies }: Events, vocabulary: string, id: string): string {
  return vocabularies[vocabulary]?.find(([term]) => term === id)?.[1] ?? id;
}

/** The events that match. */
export function apply(events: Events, query: Query): TimelineEvent[] {
  return matching(events, query).filter((event) =>
    FACETS.every((facet) => has(event, query, facet)),
  );
}

/** What each value of a facet would show if it were chosen alone in it. */
export function countsOf(events: Events, query: Query, facet: Facet): FacetValue[] {
  const others = FACETS.filter((other) => other !== facet);
  const left = matching(events, query).filter((event) =>
    others.every((other) => has(event, query, other)),
  );
  return present(events, facet).map(({ id, label: words, definition }) => ({
    id,
    label: words,
    definition,
    count: left.filter((event) => VALUES[facet](event).includes(id)).length,
  }));
}

/** "12 of 101 shown, 4 not on the map". */
export function summary(shown: readonly TimelineEvent[], total: number): string {
  const off = shown.filter((event) => !isPlaced(event)).length;
  return `${count(shown.length)} of ${count(total)} shown, ${count(off)} not on the map`;
}

/** Whether an event has a point on the map; one of a whole country has none. */
export function isPlaced(
  event: TimelineEvent,
): event is TimelineEvent & { latitude: number; longitude: number } {
  return event.latitude !== null && event.longitude !== null;
}

/** "Tacoma, Washington, United States". */
export function whereWords({ place, country_name }: TimelineEvent): string {
  return place === country_name ? place : `${place}, ${country_name}`;
}

function has(event: TimelineEvent, query: Query, facet: Facet): boolean {
  const wanted = query[facet];
  return wanted.length === 0 || VALUES[facet](event).some((value) => wanted.includes(value));
}

/** The events that have the words and lie within the years. */
function matching(events: Events, { text, start, end }: Query): TimelineEvent[] {
  const starts = tokens(text).map((token) => ` ${token}`);
  const words = wordsOf(events);
  return events.all.filter(
    ({ year }, i) =>
      (start === null || year >= start) &&
      (end === null || year <= end) &&
      starts.every((each) => words[i]!.includes(each)),
  );
}

const known = new WeakMap<Events, string[]>();

/** The tokens of each event in a line, a space before every one. */
function wordsOf(events: Events): string[] {
  let words = known.get(events);
  if (words === undefined) {
    words = events.all.map(({ title, description, place, country_name, themes }) =>
      [title, description, place, country_name, ...themes.map((id) => label(events, "themes", id))]
        .flatMap((cell) => tokens(cell))
        .map((token) => ` ${token}`)
        .join(""),
    );
    known.set(events, words);
  }
  return words;
}

/** The values of a facet that occur, in the order shown: countries by name, unknown ones last. */
function present(events: Events, facet: Facet): Omit<FacetValue, "count">[] {
  const values = new Set(events.all.flatMap(VALUES[facet]));
  const terms = (events.vocabularies[facet] ?? []).filter(([id]) => values.has(id));
  const named = new Set(terms.map(([id]) => id));
  const ordered =
    facet === "countries"
      ? [...terms].sort((a, b) => compare(fold(a[1]), fold(b[1])) || compare(a[0], b[0]))
      : terms;
  const rest = [...values].filter((id) => !named.has(id)).sort(compare);
  return [
    ...ordered.map(([id, words, definition]) => ({ id, label: words, definition })),
    ...rest.map((id) => ({ id, label: id, definition: "" })),
  ];
}
