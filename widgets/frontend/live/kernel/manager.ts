/** The widgets of a kernel: the core controls of ipywidgets, Output, and any anywidget. */
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import * as controls from "@jupyter-widgets/controls";
import type { Kernel as Jupyter, KernelMessage } from "@jupyterlab/services";
import { Widget } from "@lumino/widgets";
import * as any from "./any-widget";
import type { Area } from "./area";
import type { Surroundings } from "./draw";
import * as output from "./output-widget";

const MODULES: Record<string, Record<string, unknown>> = {
  "@jupyter-widgets/base": base,
  "@jupyter-widgets/controls": controls,
  "@jupyter-widgets/output": output,
  anywidget: any,
};

export class Manager extends ManagerBase {
  private readonly views = new Map<HTMLElement, base.DOMWidgetView>();

  constructor(
    readonly kernel: Jupyter.IKernelConnection,
    readonly around: Surroundings,
  ) {
    super();
    kernel.registerCommTarget(
      this.comm_target_name,
      (comm, message) =>
        this.handle_comm_open(
          new base.shims.services.Comm(comm),
          message,
        ) as unknown as Promise<void>,
    );
  }

  /** Draw a widget; what its callbacks print goes to the area of the cell that shows it. */
  async show(id: string, place: HTMLElement, area: () => Area | undefined): Promise<boolean> {
    if (!this.has_model(id)) return false;
    const model = await this.get_model(id);
    const view = (await this.create_view(model, { area })) as base.DOMWidgetView;
    if (!place.isConnected) {
      view.remove();
      return true;
    }
    this.views.set(place, view);
    // Attached as Lumino does it, since parts of the views wait for its message: the text of a
    // Label stands there only once "displayed" has come, and never does where an element is
    // put into the page by hand.
    Widget.attach(view.luminoWidget, place);
    return true;
  }

  override async create_view<View extends base.WidgetView>(
    model: base.WidgetModel,
    options: object = {},
  ): Promise<View> {
    const view = await super.create_view<View>(model as base.DOMWidgetModel, options);
    nameHandles(view);
    return view;
  }

  /** Take the views in an element away; their models stay with the kernel. */
  leave(element: HTMLElement): void {
    for (const [place, view] of this.views) {
      if (!element.contains(place)) continue;
      this.views.delete(place);
      view.remove();
    }
  }

  override callbacks(view?: base.WidgetView): base.ICallbacks {
    const area = areaOf(view);
    if (area === undefined) return {};
    return {
      iopub: {
        output: (message: KernelMessage.IIOPubMessage) => area.handle(message as never),
        clear_output: (message: KernelMessage.IIOPubMessage) => area.handle(message as never),
      },
    };
  }

  protected override loadClass(
    className: string,
    moduleName: string,
  ): Promise<typeof base.WidgetModel | typeof base.WidgetView> {
    const found = MODULES[moduleName]?.[className];
    return found
      ? Promise.resolve(found as typeof base.WidgetModel)
      : Promise.reject(
          new Error(
            `The widget ${className} of ${moduleName} is not part of this page; it works in JupyterLab.`,
          ),
        );
  }

  protected override async _create_comm(
    target: string,
    id: string,
    data?: never,
    metadata?: never,
    buffers?: ArrayBuffer[],
  ): Promise<base.IClassicComm> {
    const comm = this.kernel.createComm(target, id);
    if (data || metadata) comm.open(data, metadata, buffers);
    return new base.shims.services.Comm(comm);
  }

  protected override async _get_comm_info(): Promise<Record<string, unknown>> {
    const reply = await this.kernel.requestCommInfo({ target_name: this.comm_target_name });
    return reply.content.status === "ok" ? reply.content.comms : {};
  }
}

/** The handles of a slider have no names of their own: they take the words beside it. */
function nameHandles(view: base.WidgetView): void {
  const handles = [...view.el.querySelectorAll(":scope > .slider-container .noUi-handle")];
  const name = String(view.model.get("description") || "Value");
  for (const [place, handle] of handles.entries()) {
    const end = handles.length < 2 ? "" : place === 0 ? ", from" : ", to";
    handle.setAttribute("aria-label", name + end);
  }
}

interface Placed {
  /** Asked only when something is to be shown: an output is drawn before it is in the page. */
  options?: { area?: () => Area | undefined; parent?: Placed };
}

/** A view lies in another's; the outermost knows where it was shown. */
function areaOf(view: base.WidgetView | undefined): Area | undefined {
  let one = view as unknown as Placed | undefined;
  while (one && !one.options?.area) one = one.options?.parent;
  return one?.options?.area?.();
}
