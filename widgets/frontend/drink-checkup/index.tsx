import { mounted } from "../shared/mounted";
import { DrinkCheckup } from "./DrinkCheckup";
import type { CheckupState } from "./state";

export default mounted<CheckupState>(
  (model, el) => <DrinkCheckup model={model} payload={model.get("_payload")} el={el} />,
  "_payload",
);
