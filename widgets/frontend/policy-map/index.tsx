import { mounted } from "../shared/mounted";
import { PolicyMap } from "./PolicyMap";
import type { PolicyState } from "./state";

export default mounted<PolicyState>(
  (model) => <PolicyMap model={model} payload={model.get("_payload")} />,
  "_payload",
);
