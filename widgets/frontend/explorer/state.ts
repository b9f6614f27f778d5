import { useMemo } from "preact/hooks";
import { FACETS, type Facet, type Near, type Query } from "../shared/directory/filter";
import type { Payload } from "../shared/directory/table";
import type { Model } from "../shared/model";
import { withDefaults } from "../shared/useTraits";

/** What the host or the notebook's author decides. */
export interface Options {
  /** Keep the state in the address; only the static page does. */
  address?: boolean;
  /** Where corrections go; without either the button is not there. */
  corrections?: { issue?: string; mail?: string };
  /** The page with every entry as plain HTML. */
  list_url?: string;
  map?: boolean;
}

/** The traits of `DirectoryExplorer`. */
export type ExplorerState = { [Name in Facet]: string[] } & {
  _payload: Payload;
  text: string;
  near: Near | null;
  within_km: number | null;
  unit: "km" | "mi";
  selected_id: string;
  _options: Options;
  height: string;
};

export type ExplorerModel = Model<ExplorerState>;
export type Traits = Omit<ExplorerState, "_payload">;
export type Change = (traits: Partial<Traits>) => void;

/** A page's state names only what differs from these. */
const DEFAULTS: Traits = {
  types: [],
  services: [],
  approaches: [],
  audiences: [],
  countries: [],
  status: [],
  evidence: [],
  text: "",
  near: null,
  within_km: 50,
  unit: "km",
  selected_id: "",
  _options: {},
  height: "",
};

/** How the traits stand in the model. */
export const TRAITS = withDefaults<ExplorerState, Traits>(DEFAULTS);

/** The part of the traits that is a question to the directory; the same object while it is. */
export function useQuery(traits: Traits): Query {
  const { text, near, within_km } = traits;
  const facets = FACETS.map((facet) => traits[facet]);
  return useMemo(() => {
    const lists = Object.fromEntries(FACETS.map((facet, i) => [facet, facets[i]]));
    return { ...(lists as Record<Facet, string[]>), text, near, within_km };
  }, [text, near, within_km, ...facets]);
}

/** No filter, no text, no place. */
export const CLEARED: Partial<Traits> = {
  ...(Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Record<Facet, string[]>),
  text: "",
  near: null,
};
