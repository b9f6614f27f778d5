import type { Model } from "../shared/model";
import { withDefaults } from "../shared/useTraits";
import type { Payload } from "./principles";

/** The traits of `WordingChange`. */
export interface WordingState {
  kinds: string[];
  show_changes: boolean;
  _payload: Payload;
}

export type WordingModel = Model<WordingState>;

type Traits = Omit<WordingState, "_payload">;

/** How the traits stand in the model. */
export const TRAITS = withDefaults<WordingState, Traits>({ kinds: [], show_changes: true });
