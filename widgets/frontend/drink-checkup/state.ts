import type { Model } from "../shared/model";
import { withDefaults } from "../shared/useTraits";
import { BLANK, type Checkup } from "./alcohol/checkup";
import type { Payload } from "./alcohol/payload";

/** The traits of `DrinkCheckup`. */
export interface CheckupState extends Checkup {
  step: number;
  _payload: Payload;
  /** `address` is there in a static page only. */
  _options: { address?: boolean };
}

export type CheckupModel = Model<CheckupState>;
export type Traits = Checkup & { step: number };
export type Change = (traits: Partial<Traits>) => void;

/** How the traits stand in the model. */
export const TRAITS = withDefaults<CheckupState, Traits>({ ...BLANK, step: 1 });
