/**
 * anywidget's front end, as its documentation describes a module: `initialize` once a model,
 * `render` once a view, both may return a clean-up. The package's own needs browsers that are
 * newer than the book's floor.
 */
import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";

type Cleanup = () => void | Promise<void>;

interface Module {
  // biome-ignore lint/suspicious/noExplicitAny: whatever a module takes
  initialize?(given: any): Promise<Cleanup | undefined> | Cleanup | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: whatever a module takes
  render?(given: any): Promise<Cleanup | undefined> | Cleanup | undefined;
}

/** Import a module from its text: the policy of live pages allows `blob:`, and no other host. */
async function load(text: string): Promise<Module> {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    const module = await import(/* the browser's own */ address);
    const given = module.default ?? module;
    return typeof given === "function" ? await given() : given;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** One style element a text, however many widgets ask for it. */
const styles = new Map<string, HTMLStyleElement>();

function dress(css: string): void {
  if (!css || styles.get(css)?.isConnected) return;
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  styles.set(css, style);
}

export function undress(): void {
  for (const style of styles.values()) style.remove();
  styles.clear();
}

export class AnyModel extends DOMWidgetModel {
  // Declared only: a field's own value would be set after `initialize`, and undo it.
  declare loaded: Promise<Module>;
  declare private ended: Cleanup | undefined;

  // biome-ignore lint/suspicious/noExplicitAny: Backbone's own signature
  override initialize(attributes: any, options: any): void {
    super.initialize(attributes, options);
    dress(String(this.get("_css") ?? ""));
    this.loaded = load(String(this.get("_esm") ?? "")).then(async (module) => {
      this.ended = (await module.initialize?.({ model: proxy(this, () => ({})) })) ?? undefined;
      return module;
    });
    this.loaded.catch((error: unknown) => console.warn("a widget's module did not load:", error));
    this.once("destroy", () => void this.ended?.());
  }
}

export class AnyView extends DOMWidgetView {
  declare private ended: Cleanup | undefined;

  override async render(): Promise<void> {
    super.render();
    const model = this.model as unknown as AnyModel;
    try {
      const module = await model.loaded;
      const given = { model: proxy(model, () => this.callbacks()), el: this.el };
      this.ended = (await module.render?.(given)) ?? undefined;
    } catch (error) {
      this.el.textContent = `This widget could not be shown: ${error}`;
    }
  }

  override remove(): this {
    void this.ended?.();
    return super.remove();
  }
}

/** The model as a module sees it; what Python says in answer is shown where the widget stands. */
function proxy(model: DOMWidgetModel, callbacks: () => object): object {
  return {
    get: model.get.bind(model),
    set: model.set.bind(model),
    save_changes: () => model.save_changes(callbacks()),
    send: (content: unknown, _callbacks?: unknown, buffers?: ArrayBuffer[]) =>
      model.send(content as never, callbacks(), buffers),
    // biome-ignore lint/suspicious/noExplicitAny: Backbone's own signature
    on: (name: string, callback: any) => void model.on(name, callback),
    // biome-ignore lint/suspicious/noExplicitAny: Backbone's own signature
    off: (name?: any, callback?: any) => void model.off(name ?? null, callback ?? null),
    widget_manager: model.widget_manager,
  };
}
