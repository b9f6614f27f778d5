import { render } from "preact";
import type { Widget } from "../shared/model";
import { DrinkCheckup } from "./DrinkCheckup";
import type { CheckupState } from "./state";

const widget: Widget<CheckupState> = {
  render({ model, el }) {
    render(<DrinkCheckup model={model} payload={model.get("_payload")} el={el} />, el);
    return () => render(null, el);
  },
};

export default widget;
