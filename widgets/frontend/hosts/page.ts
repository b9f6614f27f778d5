/**
 * The host of the static page: what Jupyter and anywidget do for a widget, without a kernel.
 *
 * Each `.guidebook-widget` holds its state as JSON and plain HTML with the same content. The host
 * resolves the state, and once all is there renders the registered module in the plain HTML's
 * place. When anything fails the plain HTML stays as it is.
 *
 * Data comes as classic scripts that call `guidebookPage.provide`, so that it works from a web
 * server and from a file alike, under `script-src 'self'`.
 */
import type { Callback, Model, Widget } from "../shared/model";

type State = Record<string, unknown>;

/** What other scripts of the page call: `globalThis.guidebookPage`. */
export interface Page {
  /** A widget's module, by the name in `data-widget`. */
  register(name: string, widget: Widget): void;
  /** The content of a resource, by its name. */
  provide(name: string, data: unknown): void;
}

/** Calls made before the host was there: `["register", "explorer", module]`. */
export type Waiting = ["register", string, Widget] | ["provide", string, unknown];

/** What a resource may be called: never a way out of its folder. */
const NAME = /^[a-z0-9]+([/-][a-z0-9]+)*$/;

/** A model with Backbone's rules: `set` fires `change:NAME` at once if the value differs. */
export class PageModel implements Model {
  private readonly listeners = new Map<string, Callback[]>();

  constructor(
    private readonly state: State,
    private readonly load: (name: string) => Promise<unknown>,
  ) {}

  get(name: string): unknown {
    return this.state[name];
  }

  set(name: string, value: unknown): void {
    if (isEqual(this.state[name], value)) return;
    this.state[name] = value;
    this.fire(`change:${name}`, this, value);
    this.fire("change", this);
  }

  on(events: string, callback: Callback): void {
    for (const event of events.split(" ")) {
      this.listeners.set(event, [...(this.listeners.get(event) ?? []), callback]);
    }
  }

  off(events?: string | null, callback?: Callback | null): void {
    for (const event of events?.split(" ") ?? [...this.listeners.keys()]) {
      const stay = callback ? this.listeners.get(event)?.filter((other) => other !== callback) : [];
      this.listeners.set(event, stay ?? []);
    }
  }

  /** There is no Python to tell: the state lives here. */
  save_changes(): void {}

  /** Answers `{kind: "resource", id, name}`; like a kernel, never before this call returned. */
  send(content: unknown): void {
    const { kind, id, name } = content as State;
    if (kind !== "resource") return;
    const answer = (rest: State): void => this.fire("msg:custom", { kind, id, name, ...rest }, []);
    this.load(String(name)).then(
      (data) => answer({ data }),
      (error: Error) => answer({ error: error.message }),
    );
  }

  private fire(event: string, ...details: unknown[]): void {
    for (const callback of this.listeners.get(event) ?? []) callback(...details);
  }
}

/** Equal as JSON is: what Backbone calls equal, for everything a trait can hold. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && isEqual((a as State)[key], (b as State)[key]))
  );
}

/** Let what waits (a frame, a press) come first. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Where the resources lie: beside the host's script, or beside the folder `page` it lies in. */
export function besideScript(src: string): string {
  return src.replace(/[?#].*$/, "").replace(/(\/page)?\/[^/]*$/, "/resources/");
}

/**
 * Start the host in a document.
 *
 * @param base Where the resources lie, with a slash at its end.
 * @param waiting Calls made before.
 */
export function start(document: Document, base: string, waiting: readonly Waiting[] = []): Page {
  const widgets = new Map<string, Widget>();
  const mounted = new WeakSet<Element>();
  const resources = new Map<string, Promise<unknown>>();
  const arrivals = new Map<string, (data: unknown) => void>();

  const load = (name: string): Promise<unknown> => {
    let resource = resources.get(name);
    if (resource === undefined) {
      resource = new Promise((resolve, reject) => {
        if (!NAME.test(name)) throw new Error(`There is no ${name}.`);
        const fail = (): void => {
          if (!arrivals.delete(name)) return; // it came
          // Asking again, perhaps with a better connection, tries again.
          resources.delete(name);
          reject(new Error(`${name} could not be loaded.`));
        };
        arrivals.set(name, resolve);
        const script = document.createElement("script");
        script.src = `${base}${name}.js`;
        script.onerror = fail;
        script.onload = fail; // a script that provided nothing
        document.head.append(script);
      });
      resources.set(name, resource);
    }
    return resource;
  };

  const mount = async (container: HTMLElement, widget: Widget): Promise<void> => {
    const script = container.querySelector("script.guidebook-state");
    const state: State = JSON.parse(script?.textContent || "{}");
    // The address can hold the state of one widget: the first of the page.
    const first = document.querySelector(".guidebook-widget") === container;
    state._options = { ...(state._options as State), address: first };
    await Promise.all(
      Object.keys(state).map(async (name) => {
        const value = state[name] as { $resource?: unknown } | null;
        if (typeof value?.$resource === "string") state[name] = await load(value.$resource);
      }),
    );
    // A task of its own for each widget: the page is painted, and answers, in between.
    await pause();
    const el = document.createElement("div");
    el.className = "guidebook-live";
    container.prepend(el);
    // Before it renders: what measures itself there would have the browser lay out both.
    const showPlain = (shown: boolean): void => {
      for (const plain of container.querySelectorAll<HTMLElement>(".guidebook-plain")) {
        plain.hidden = !shown;
      }
    };
    showPlain(false);
    try {
      await widget.render({ model: new PageModel(state, load), el });
    } catch (error) {
      el.remove();
      showPlain(true);
      throw error;
    }
  };

  const mountAll = (): void => {
    for (const container of document.querySelectorAll<HTMLElement>(".guidebook-widget")) {
      const widget = widgets.get(container.dataset.widget ?? "");
      if (widget === undefined || mounted.has(container)) continue;
      mounted.add(container);
      mount(container, widget).catch((error: unknown) => {
        console.warn("The plain list stays; the widget did not start:", error);
      });
    }
  };

  const page: Page = {
    register(name, widget) {
      widgets.set(name, widget);
      if (document.readyState !== "loading") mountAll();
    },
    provide(name, data) {
      const arrive = arrivals.get(name);
      arrivals.delete(name);
      if (arrive) arrive(data);
      else if (!resources.has(name)) resources.set(name, Promise.resolve(data));
    },
  };
  for (const [call, name, content] of waiting) page[call](name, content as Widget);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mountAll);
  return page;
}
