import { render } from "preact";
import type { Widget } from "../shared/model";
import { Scenario } from "./Scenario";
import type { ScenarioState } from "./state";

const widget: Widget<ScenarioState> = {
  render({ model, el }) {
    const draw = () => render(<Scenario model={model} situation={model.get("_situation")} />, el);
    draw();
    model.on("change:_situation", draw);
    return () => {
      model.off("change:_situation", draw);
      render(null, el);
    };
  },
};

export default widget;
