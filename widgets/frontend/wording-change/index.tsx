import { mounted } from "../shared/mounted";
import type { WordingState } from "./state";
import { WordingChange } from "./WordingChange";

export default mounted<WordingState>(
  (model) => <WordingChange model={model} payload={model.get("_payload")} />,
  "_payload",
);
