import { useEffect, useMemo, useState } from "preact/hooks";
import { mixed } from "../shared/controls/order";
import type { Model } from "../shared/model";
import type { Payload } from "./response";

/** The traits of `ResponsePractice`. */
export interface PracticeState {
  _payload: Payload;
  _options: {
    /** The page with the steps for an emergency. */
    help_url?: string;
    /** Set by the static page and by no kernel. */
    address?: boolean;
  };
  country: string;
  order: string[];
  taken: string[];
  clock: boolean;
  speed: 1 | 10;
}

export type PracticeModel = Model<PracticeState>;
export type Traits = Omit<PracticeState, "_payload" | "_options">;
export type Change = (traits: Partial<Traits>) => void;

const NAMES = ["country", "order", "taken", "clock", "speed"] as const;

/** A page's state names only what differs from these. */
function read(model: PracticeModel): Traits {
  return {
    country: model.get("country") ?? "",
    order: model.get("order") ?? mixed(model.get("_payload").steps.map((step) => step.id)),
    taken: model.get("taken") ?? [],
    clock: model.get("clock") ?? false,
    speed: model.get("speed") ?? 1,
  };
}

/** The model's traits as they are now, and a function that changes some of them. */
export function useTraits(model: PracticeModel): [Traits, Change] {
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
