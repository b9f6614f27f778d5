import { useMemo } from "preact/hooks";
import type { Model } from "../shared/model";
import { withDefaults } from "../shared/useTraits";
import { FACETS, type Facet, type Payload, type Query } from "./events";

/** What the host or the notebook's author decides. */
export interface Options {
  map?: boolean;
  /** The page with every event under `event-ID`; "#" is the same page. */
  list_url?: string;
}

/** The traits of `Timeline`. */
export type TimelineState = { [Name in Facet]: string[] } & {
  _payload: Payload;
  _options: Options;
  text: string;
  start: number | null;
  end: number | null;
  selected_id: string;
};

export type TimelineModel = Model<TimelineState>;
export type Traits = Omit<TimelineState, "_payload">;
export type Change = (traits: Partial<Traits>) => void;

/** A page's state names only what differs from these. */
const DEFAULTS: Traits = {
  themes: [],
  countries: [],
  decades: [],
  evidence: [],
  text: "",
  start: null,
  end: null,
  selected_id: "",
  _options: {},
};

/** How the traits stand in the model. */
export const TRAITS = withDefaults<TimelineState, Traits>(DEFAULTS);

/** No filter and no text; the years in view stay. */
export const CLEARED: Partial<Traits> = {
  themes: [],
  countries: [],
  decades: [],
  evidence: [],
  text: "",
};

/** The part of the traits that is a question; the same object while it is. */
export function useQuery(traits: Traits): Query {
  const { text, start, end } = traits;
  const chosen = FACETS.map((facet) => traits[facet]);
  return useMemo(() => {
    const lists = Object.fromEntries(FACETS.map((facet, i) => [facet, chosen[i]]));
    return { ...(lists as Record<Facet, string[]>), text, start, end };
  }, [text, start, end, ...chosen]);
}
