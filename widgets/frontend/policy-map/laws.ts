/** Laws and deaths, and what can be said of a year: the same as `guidebook/laws.py`. */

export type Status = "in force" | "not yet" | "unknown";

export const STATUSES: readonly Status[] = ["in force", "not yet", "unknown"];

export interface Law {
  id: string;
  label: string;
  /** As it stands in a sentence. */
  phrase: string;
  definition: string;
}

export interface State {
  region: string;
  name: string;
  /** A year for each law, in their order; null where the source gives none. */
  years: (number | null)[];
  note: string;
  source: number;
}

export interface Deaths {
  year: number;
  series: "final" | "provisional";
  deaths: number;
  synthetic: number | null;
  note: string;
  source: number;
}

export interface Reference {
  title: string;
  url: string;
  year: number | null;
  evidence: string;
}

export interface Payload {
  laws: Law[];
  states: State[];
  deaths: Deaths[];
  sources: Reference[];
  first: number;
  last: number;
  through: number;
  /** What has to stand beside two things that are shown together. */
  caution: string;
}

export const number = (value: number): string => value.toLocaleString("en-US");

/** Where a law stood at the end of a year. A blank is never "no". */
export function statusAt(since: number | null, year: number): Status {
  if (since === null) return "unknown";
  return since <= year ? "in force" : "not yet";
}

/** The place of a law in each state's `years`; an id that there is not means the first. */
export function lawIndex({ laws }: Payload, law: string): number {
  return Math.max(
    0,
    laws.findIndex(({ id }) => id === law),
  );
}

export interface Standing extends State {
  since: number | null;
  status: Status;
}

/** Every state with its law's year and status, in the payload's order: by name. */
export function standings(payload: Payload, law: string, year: number): Standing[] {
  const index = lawIndex(payload, law);
  return payload.states.map((state) => {
    const since = state.years[index] ?? null;
    return { ...state, since, status: statusAt(since, year) };
  });
}

/** How many states stand where. */
export function countsOf(states: readonly Standing[]): Record<Status, number> {
  const counts = { "in force": 0, "not yet": 0, unknown: 0 };
  for (const { status } of states) counts[status] += 1;
  return counts;
}

/** How many states had a law at the end of a year, in a sentence. */
export function summaryOf(payload: Payload, law: string, year: number): string {
  const { through, states, laws } = payload;
  const counts = countsOf(standings(payload, law, year));
  const ends = year > through ? ` Our source of laws ends in ${through}.` : "";
  return (
    `By the end of ${Math.min(year, through)}, ${laws[lawIndex(payload, law)]?.phrase} was in ` +
    `force in ${counts["in force"]} of ${states.length}, not yet in ${counts["not yet"]}, ` +
    `unknown in ${counts.unknown}.${ends}`
  );
}

/** How many people died of an overdose in a year, in a sentence or two. */
export function deathsIn({ deaths }: Payload, year: number): string {
  const of = (series: string) =>
    deaths.find((row) => row.year === year && row.series === series)?.deaths;
  const [final, provisional] = [of("final"), of("provisional")];
  const people = "people died of an overdose in the United States";
  if (final !== undefined) {
    const earlier =
      provisional === undefined
        ? ""
        : ` A provisional count, published earlier, was ${number(provisional)}.`;
    return `In ${year}, ${number(final)} ${people} (final count).${earlier}`;
  }
  if (provisional !== undefined) {
    return (
      `In ${year}, ${number(provisional)} ${people} by a provisional count, ` +
      "which may still change."
    );
  }
  return `For ${year} we read no count of deaths.`;
}

/** What is said of one state, after its name. */
export function standingWords({ since, status }: Pick<Standing, "since" | "status">): string {
  if (status === "unknown") return "unknown, no year in our source";
  return status === "in force" ? `in force since ${since}` : `not yet, dated ${since}`;
}
