import { render } from "preact";
import { Directory } from "../shared/directory/table";
import type { Widget } from "../shared/model";
import { Explorer } from "./Explorer";
import type { ExplorerState } from "./state";

const widget: Widget<ExplorerState> = {
  render({ model, el }) {
    const draw = () =>
      render(<Explorer model={model} directory={new Directory(model.get("_payload"))} />, el);
    draw();
    model.on("change:_payload", draw);
    return () => {
      model.off("change:_payload", draw);
      render(null, el);
    };
  },
};

export default widget;
