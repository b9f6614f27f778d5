import { mounted } from "../shared/mounted";
import { Scenario } from "./Scenario";
import type { ScenarioState } from "./state";

export default mounted<ScenarioState>(
  (model) => <Scenario model={model} situation={model.get("_situation")} />,
  "_situation",
);
