import { useEffect, useMemo, useState } from "preact/hooks";
import type { Model } from "../shared/model";
import type { Payload } from "./laws";

/** The traits of `PolicyMap`. */
export interface PolicyState {
  _payload: Payload;
  law: string;
  year: number;
  region: string;
}

export type PolicyModel = Model<PolicyState>;
export type Traits = Omit<PolicyState, "_payload">;
export type Change = (traits: Partial<Traits>) => void;

const NAMES = ["law", "year", "region"] as const;

/** A year that is not a number, or lies outside of the tables, becomes the nearest that is there. */
function read(model: PolicyModel): Traits {
  const { first, last, states } = model.get("_payload");
  const year = Number(model.get("year") ?? last) || last;
  const region = String(model.get("region") ?? "");
  return {
    law: String(model.get("law") ?? ""),
    year: Math.min(last, Math.max(first, Math.round(year))),
    region: states.some((state) => state.region === region) ? region : "",
  };
}

/** The model's traits as they are now, and a function that changes some of them. */
export function useTraits(model: PolicyModel): [Traits, Change] {
  const [traits, setTraits] = useState(() => read(model));
  useEffect(() => {
    const update = () => setTraits(read(model));
    for (const name of NAMES) model.on(`change:${name}`, update);
    update();
    return () => {
      for (const name of NAMES) model.off(`change:${name}`, update);
    };
  }, [model]);
  const change = useMemo(
    () => (changed: Partial<Traits>) => {
      for (const name of NAMES) {
        const value = changed[name];
        if (value !== undefined) model.set(name, value);
      }
      model.save_changes();
    },
    [model],
  );
  return [traits, change];
}
