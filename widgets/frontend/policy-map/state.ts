import type { Model } from "../shared/model";
import type { Reading } from "../shared/useTraits";
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

/** How the traits stand in the model. */
export const TRAITS: Reading<PolicyState, Traits> = { names: ["law", "year", "region"], read };
