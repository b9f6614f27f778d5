import { Directory } from "../shared/directory/table";
import { mounted } from "../shared/mounted";
import { Explorer } from "./Explorer";
import type { ExplorerState } from "./state";

export default mounted<ExplorerState>(
  (model) => <Explorer model={model} directory={new Directory(model.get("_payload"))} />,
  "_payload",
);
