import { render } from "preact";
import type { Widget } from "../shared/model";
import { PolicyMap } from "./PolicyMap";
import type { PolicyState } from "./state";

const widget: Widget<PolicyState> = {
  render({ model, el }) {
    const draw = () => render(<PolicyMap model={model} payload={model.get("_payload")} />, el);
    draw();
    model.on("change:_payload", draw);
    return () => {
      model.off("change:_payload", draw);
      render(null, el);
    };
  },
};

export default widget;
