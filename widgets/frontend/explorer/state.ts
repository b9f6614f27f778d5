import { useEffect, useMemo, useState } from "preact/hooks";
import { FACETS, type Facet, type Near, type Query } from "../shared/directory/filter";
import type { Payload } from "../shared/directory/table";
import type { Model } from "../shared/model";

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

const NAMES = [
  ...FACETS,
  "text",
  "near",
  "within_km",
  "unit",
  "selected_id",
  "_options",
  "height",
] as const;

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

function read(model: ExplorerModel): Traits {
  const traits: Record<string, unknown> = {};
  for (const name of NAMES) {
    const value = model.get(name);
    traits[name] = value === undefined ? DEFAULTS[name] : value;
  }
  return traits as unknown as Traits;
}

/** The model's traits as they are now, and a function that changes some of them. */
export function useTraits(model: ExplorerModel): [Traits, Change] {
  const [traits, setTraits] = useState(() => read(model));
  useEffect(() => {
    const update = () => setTraits(read(model));
    for (const name of NAMES) model.on(`change:${name}`, update);
    update();
    return () => {
      for (const name of NAMES) model.off(`change:${name}`, update);
    };
  }, [model]);
  const change = useMemo<Change>(
    () => (wanted) => {
      for (const [name, value] of Object.entries(wanted)) {
        model.set(name as keyof Traits, value as never);
      }
      model.save_changes();
    },
    [model],
  );
  return [traits, change];
}

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
