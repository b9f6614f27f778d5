import { mixed } from "../shared/controls/order";
import type { Model } from "../shared/model";
import type { Reading } from "../shared/useTraits";
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

/** How the traits stand in the model; a page's state names only what differs from these. */
export const TRAITS: Reading<PracticeState, Traits> = {
  names: ["country", "order", "taken", "clock", "speed"],
  read: (model) => ({
    country: model.get("country") ?? "",
    order: model.get("order") ?? mixed(model.get("_payload").steps.map((step) => step.id)),
    taken: model.get("taken") ?? [],
    clock: model.get("clock") ?? false,
    speed: model.get("speed") ?? 1,
  }),
};
