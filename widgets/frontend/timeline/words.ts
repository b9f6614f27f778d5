import { dateWords } from "../shared/dates";
import type { Facet, TimelineEvent } from "./events";
import type { Mark } from "./marks";

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  themes: "Theme",
  countries: "Place",
  decades: "Decade",
  evidence: "How sure",
};

/** "1988", or "1988 to 1990" for the years of several events. */
export function yearsWords(events: readonly TimelineEvent[]): string {
  const first = events[0]!.year;
  const last = events[events.length - 1]!.year;
  return first === last ? String(first) : `${first} to ${last}`;
}

/** What a mark is called: an event's date and title, or how many events stand in it. */
export function markWords({ events }: Pick<Mark, "events">): string {
  const [event] = events;
  return events.length === 1
    ? `${dateWords(event!.date)}: ${event!.title}`
    : `${events.length} events, ${yearsWords(events)}`;
}

/** What is said of a date that is known to a year or a month only. */
export function precisionWords({ date_precision }: TimelineEvent): string {
  if (date_precision === "year") return "Only the year is known.";
  if (date_precision === "month") return "Only the month is known.";
  return "";
}

/** What the dot on the map stands for. */
export function positionWords({ extent }: TimelineEvent): string {
  if (extent === "region") return "On the map: the middle of the region.";
  if (extent === "country") return "A whole country: not on the map.";
  return "";
}
