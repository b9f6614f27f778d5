import { render } from "preact";
import type { Widget } from "../shared/model";
import { ResponsePractice } from "./ResponsePractice";
import type { PracticeState } from "./state";

const widget: Widget<PracticeState> = {
  render({ model, el }) {
    render(<ResponsePractice model={model} />, el);
    return () => render(null, el);
  },
};

export default widget;
