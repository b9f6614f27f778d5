import { mounted } from "../shared/mounted";
import { readEvents } from "./events";
import type { TimelineState } from "./state";
import { Timeline } from "./Timeline";

export default mounted<TimelineState>(
  (model) => <Timeline model={model} events={readEvents(model.get("_payload"))} />,
  "_payload",
);
