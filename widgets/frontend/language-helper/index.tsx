import { render } from "preact";
import type { Widget } from "../shared/model";
import { LanguageHelper } from "./LanguageHelper";
import { Reviewer } from "./review";
import type { HelperState } from "./state";
import { termsOf } from "./terms";

const widget: Widget<HelperState> = {
  render({ model, el }) {
    const draw = () => {
      const reviewer = new Reviewer(termsOf(model.get("_terms")));
      render(<LanguageHelper model={model} reviewer={reviewer} />, el);
    };
    draw();
    model.on("change:_terms", draw);
    return () => {
      model.off("change:_terms", draw);
      render(null, el);
    };
  },
};

export default widget;
