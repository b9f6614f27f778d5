import { render } from "preact";
import type { Widget } from "../shared/model";
import type { WordingState } from "./state";
import { WordingChange } from "./WordingChange";

const widget: Widget<WordingState> = {
  render({ model, el }) {
    const draw = () => render(<WordingChange model={model} payload={model.get("_payload")} />, el);
    draw();
    model.on("change:_payload", draw);
    return () => {
      model.off("change:_payload", draw);
      render(null, el);
    };
  },
};

export default widget;
