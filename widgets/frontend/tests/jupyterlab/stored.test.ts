// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type Factory,
  type MimeModel,
  type Renderer,
  type Rendermime,
  showStored,
  VIEW,
} from "../../jupyterlab/stored";

/** What Jupyter's widgets do: a view, a failure in words, or nothing yet. */
type Outcome = "view" | "failure" | "waiting";

class Registry implements Rendermime {
  factories = new Map<string, Factory>();

  getFactory(mimeType: string): Factory | undefined {
    return this.factories.get(mimeType);
  }

  addFactory(factory: Factory): void {
    for (const type of factory.mimeTypes) this.factories.set(type, factory);
  }

  createRenderer(mimeType: string): Renderer {
    return (this.factories.get(mimeType) as Factory).createRenderer({});
  }
}

const html: Factory = {
  mimeTypes: ["text/html"],
  createRenderer: () => {
    const node = document.createElement("div");
    return {
      node,
      renderModel: async ({ data }) => {
        node.innerHTML = String(data["text/html"]);
      },
    };
  },
};

let outcome: Outcome;

const widgets: Factory = {
  mimeTypes: [VIEW],
  createRenderer: () => {
    const node = document.createElement("div");
    return {
      node,
      renderModel: async () => {
        node.textContent = "Loading widget...";
        if (outcome === "waiting") return;
        node.textContent = "";
        if (outcome === "view") node.append(document.createElement("section"));
        else {
          node.textContent = "Error displaying widget: model not found";
          node.classList.add("jupyter-widgets");
        }
      },
    };
  },
};

function model(data: Record<string, unknown>): MimeModel {
  return { trusted: true, metadata: {}, data: { [VIEW]: {}, ...data }, setData: () => undefined };
}

const BOOKS = model({ "text/html": "<p>22 of 332 shown</p>", "text/plain": "<Explorer>" });
const CORE = model({ "text/plain": "IntSlider(value=0)" });

describe.each(["before", "after"])("where Jupyter's renderer is registered %s", (order) => {
  let renderer: Renderer;

  beforeEach(() => {
    vi.useFakeTimers();
    const registry = new Registry();
    registry.addFactory(html);
    if (order === "before") registry.addFactory(widgets);
    showStored(registry);
    if (order === "after") registry.addFactory(widgets);
    renderer = registry.createRenderer(VIEW);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  const stored = () => renderer.node.querySelector(".gb-stored");

  test("a live widget stays as it is", async () => {
    outcome = "view";
    await renderer.renderModel(BOOKS);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stored()).toBeNull();
    expect(renderer.node.querySelector("section")).not.toBeNull();
  });

  test("a widget without its model shows what is stored, and what to do", async () => {
    outcome = "failure";
    await renderer.renderModel(BOOKS);
    expect(stored()?.textContent).toBe(
      "This was stored when the cell ran. Run the cell again to use it.22 of 332 shown",
    );
    expect(renderer.node.textContent).not.toContain("Error");
  });

  test("a control with nothing stored says what draws it", async () => {
    outcome = "failure";
    await renderer.renderModel(CORE);
    expect(renderer.node.textContent).toBe(
      "This control is drawn by Python. Run the cell to use it.",
    );
  });

  test("while a kernel is waited for, what is stored stands there, and makes way", async () => {
    outcome = "waiting";
    await renderer.renderModel(BOOKS);
    expect(stored()).toBeNull();
    await vi.advanceTimersByTimeAsync(2000);
    expect(stored()?.textContent).toContain("22 of 332 shown");
    outcome = "view";
    await renderer.renderModel(BOOKS);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stored()).toBeNull();
    expect(renderer.node.querySelector("section")).not.toBeNull();
  });
});
