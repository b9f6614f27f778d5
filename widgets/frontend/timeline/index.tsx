import { render } from "preact";
import type { Widget } from "../shared/model";
import { readEvents } from "./events";
import type { TimelineState } from "./state";
import { Timeline } from "./Timeline";

const widget: Widget<TimelineState> = {
  render({ model, el }) {
    const draw = () =>
      render(<Timeline model={model} events={readEvents(model.get("_payload"))} />, el);
    draw();
    model.on("change:_payload", draw);
    return () => {
      model.off("change:_payload", draw);
      render(null, el);
    };
  },
};

export default widget;
