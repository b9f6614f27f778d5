import { render } from "preact";
import type { Widget } from "../shared/model";
import type { State } from "./model";
import { QuickCheck } from "./QuickCheck";
import { explanations } from "./why";

const widget: Widget<State> = {
  render({ model, el }) {
    const explained = explanations(el);
    const draw = () =>
      render(<QuickCheck questions={model.get("_questions")} explained={explained} />, el);
    draw();
    model.on("change:_questions", draw);
    return () => {
      model.off("change:_questions", draw);
      render(null, el);
    };
  },
};

export default widget;
