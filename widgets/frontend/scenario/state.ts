import type { Model } from "../shared/model";
import { withDefaults } from "../shared/useTraits";
import type { Choices } from "./plan";
import type { Mark, Situation } from "./situation";

/** The traits of the Python class `Scenario`. */
export interface ScenarioState {
  _situation: Situation;
  marks: Record<string, Mark>;
  chosen: string[];
  role: string;
}

export type ScenarioModel = Model<ScenarioState>;

/** What the reader marked and chose, as it stands in the model. */
export const CHOICES = withDefaults<ScenarioState, Choices>({ marks: {}, chosen: [], role: "" });
