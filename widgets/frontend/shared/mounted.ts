import { type JSX, render } from "preact";
import type { Model, Widget } from "./model";

/**
 * A widget that is a Preact view of its model.
 *
 * @param view Draws the widget.
 * @param data The trait that holds what the widget is about; when it changes, all is drawn anew.
 */
export function mounted<State extends object>(
  view: (model: Model<State>, el: HTMLElement) => JSX.Element,
  data: keyof State & string,
): Widget<State> {
  return {
    render({ model, el }) {
      const draw = () => render(view(model, el), el);
      draw();
      model.on(`change:${data}`, draw);
      return () => {
        model.off(`change:${data}`, draw);
        render(null, el);
      };
    },
  };
}
