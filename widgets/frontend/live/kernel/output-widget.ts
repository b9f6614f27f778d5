/** The Output widget: while it captures, what the kernel says goes into it. */
import { OutputModel as Base, OutputView as BaseView } from "@jupyter-widgets/output";
import type { Kernel as Jupyter, KernelMessage } from "@jupyterlab/services";
import { type Message, next, type Output, type Shown } from "../outputs";
import { Area } from "./area";
import type { Surroundings } from "./draw";

interface Manager {
  kernel: Jupyter.IKernelConnection;
  around: Surroundings;
}

interface Hook {
  id: string;
  catch: (message: KernelMessage.IIOPubMessage) => boolean;
}

export class OutputModel extends Base {
  // Declared only: a field's own value would be set after `initialize`, and undo it.
  declare private hook: Hook | null;
  declare private shown: Shown;

  override defaults(): Record<string, unknown> {
    return { ...super.defaults(), msg_id: "", outputs: [] };
  }

  // biome-ignore lint/suspicious/noExplicitAny: Backbone's own signature
  override initialize(attributes: any, options: any): void {
    super.initialize(attributes, options);
    this.hook = null;
    this.shown = { outputs: (this.get("outputs") as Output[]) ?? [], clearNext: false };
    this.listenTo(this, "change:msg_id", this.capture);
    this.listenTo(this, "change:outputs", (_model: unknown, outputs: Output[]) => {
      if (outputs !== this.shown.outputs) this.shown = { outputs, clearNext: false };
    });
    this.capture();
  }

  private get kernel(): Jupyter.IKernelConnection {
    return (this.widget_manager as unknown as Manager).kernel;
  }

  private capture(): void {
    this.release();
    const id = String(this.get("msg_id") ?? "");
    if (!id) return;
    const hook: Hook = {
      id,
      catch: (message: KernelMessage.IIOPubMessage): boolean => {
        const before = this.shown;
        this.shown = next(this.shown, message as Message);
        if (this.shown === before) return true;
        this.set("outputs", this.shown.outputs as Output[]);
        this.save_changes();
        return false; // it is shown here, and not under the cell
      },
    };
    this.kernel.registerMessageHook(id, hook.catch);
    this.hook = hook;
  }

  private release(): void {
    if (this.hook) this.kernel.removeMessageHook(this.hook.id, this.hook.catch);
    this.hook = null;
  }

  override close(closed?: boolean): Promise<void> {
    this.release();
    return super.close(closed);
  }
}

export class OutputView extends BaseView {
  override render(): void {
    super.render();
    this.el.classList.add("guidebook-live-captured");
    const { around } = this.model.widget_manager as unknown as Manager;
    const area = new Area(this.el, around);
    const show = (): void =>
      area.show({ outputs: (this.model.get("outputs") as Output[]) ?? [], clearNext: false });
    this.listenTo(this.model, "change:outputs", show);
    show();
  }
}
