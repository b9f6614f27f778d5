// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { besideScript, isEqual, type Page, PageModel, start } from "../../hosts/page";
import type { Rendering, Widget } from "../../shared/model";
import { resource } from "../../shared/resource";

const BASE = "file:///book/_static/guidebook/resources/";

function container(state: unknown, widget = "explorer"): string {
  return `<div class="guidebook-widget" data-widget="${widget}">
    <script type="application/json" class="guidebook-state">${JSON.stringify(state)}</script>
    <div class="guidebook-plain"><p>the list</p></div>
  </div>`;
}

/** A widget that keeps what it was given. */
function recorder(): Widget & { given: Rendering[] } {
  const given: Rendering[] = [];
  return {
    given,
    render(rendering) {
      given.push(rendering);
      rendering.el.textContent = "alive";
    },
  };
}

const plain = () => document.querySelectorAll<HTMLElement>(".guidebook-plain");
const live = () => document.querySelectorAll<HTMLElement>(".guidebook-live");
/** Long enough for the pause before a widget is rendered. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Scripts are kept instead of loaded; a test says what each one does. */
let scripts: HTMLScriptElement[];

beforeEach(() => {
  scripts = [];
  vi.spyOn(document.head, "append").mockImplementation((...nodes) => {
    scripts.push(...(nodes as HTMLScriptElement[]));
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = "";
});

function run(page: Page, name: string, data: unknown): void {
  const script = scripts.find(({ src }) => src === `${BASE}${name}.js`)!;
  page.provide(name, data);
  script.onload?.(new Event("load"));
}

test.each([
  "file:///book/_static/guidebook/host.js",
  "file:///book/_static/guidebook/page/host.js",
  "file:///book/_static/guidebook/page/host.js?v=1/2#x",
])("the resources of %s", (src) => {
  expect(besideScript(src)).toBe(BASE);
});

describe("mounting", () => {
  test("renders with its state in the plain list's place", async () => {
    document.body.innerHTML = container({ text: "a", services: ["naloxone"] });
    const widget = recorder();
    const page = start(document, BASE);
    expect(plain()[0]!.hidden).toBe(false);
    page.register("explorer", widget);
    await settled();
    const [{ model, el }] = widget.given as [Rendering];
    expect(model.get("text")).toBe("a");
    expect(model.get("services")).toEqual(["naloxone"]);
    expect(el.isConnected).toBe(true);
    expect(plain()[0]!.hidden).toBe(true);
    expect(scripts).toHaveLength(0);
  });

  test("the plain list stays until the data are there", async () => {
    document.body.innerHTML = container({ _payload: { $resource: "directory" } });
    const widget = recorder();
    const page = start(document, BASE);
    page.register("explorer", widget);
    await settled();
    expect(widget.given).toHaveLength(0);
    expect(plain()[0]!.hidden).toBe(false);
    run(page, "directory", { count: 3 });
    await settled();
    expect(widget.given[0]!.model.get("_payload")).toEqual({ count: 3 });
    expect(plain()[0]!.hidden).toBe(true);
  });

  test("several widgets share module and data, and each has its own state", async () => {
    const payload = { $resource: "directory" };
    document.body.innerHTML =
      container({ text: "a", _payload: payload }) + container({ text: "b", _payload: payload });
    const widget = recorder();
    const page = start(document, BASE);
    page.register("explorer", widget);
    expect(scripts).toHaveLength(1);
    run(page, "directory", {});
    await settled();
    expect(widget.given.map(({ model }) => model.get("text"))).toEqual(["a", "b"]);
    expect(widget.given[0]!.model.get("_payload")).toBe(widget.given[1]!.model.get("_payload"));
    widget.given[0]!.model.set("text", "c");
    expect(widget.given[1]!.model.get("text")).toBe("b");
  });

  test("the first widget of the page keeps its state in the address, the others do not", async () => {
    const options = { map: true, address: false };
    document.body.innerHTML = container({ _options: options }) + container({ _options: options });
    const widget = recorder();
    start(document, BASE).register("explorer", widget);
    await settled();
    expect(widget.given.map(({ model }) => model.get("_options"))).toEqual([
      { map: true, address: true },
      { map: true, address: false },
    ]);
  });

  test("modules that came before the host, and data too", async () => {
    document.body.innerHTML = container({ _payload: { $resource: "directory" } });
    const widget = recorder();
    start(document, BASE, [
      ["provide", "directory", 7],
      ["register", "explorer", widget],
    ]);
    await settled();
    expect(widget.given[0]!.model.get("_payload")).toBe(7);
    expect(scripts).toHaveLength(0);
  });

  test("a page that is still being read is waited for", async () => {
    const state = vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
    const widget = recorder();
    start(document, BASE).register("explorer", widget);
    document.body.innerHTML = container({});
    expect(widget.given).toHaveLength(0);
    state.mockReturnValue("interactive");
    document.dispatchEvent(new Event("DOMContentLoaded"));
    await settled();
    expect(widget.given).toHaveLength(1);
  });

  test("a widget is mounted once and only by its own module", async () => {
    document.body.innerHTML = container({}) + container({}, "timeline");
    const [explorer, timeline] = [recorder(), recorder()];
    const page = start(document, BASE);
    page.register("explorer", explorer);
    page.register("explorer", explorer);
    page.register("timeline", timeline);
    await settled();
    expect([explorer.given.length, timeline.given.length, live().length]).toEqual([1, 1, 2]);
  });
});

describe("when something fails the plain list stays", () => {
  beforeEach(() => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
  });

  async function expectPlain(): Promise<void> {
    await settled();
    expect(plain()[0]!.hidden).toBe(false);
    expect(live()).toHaveLength(0);
    expect(console.warn).toHaveBeenCalledOnce();
  }

  test("state that is no JSON", async () => {
    document.body.innerHTML = container({}).replace("{}", "{nonsense");
    start(document, BASE).register("explorer", recorder());
    await expectPlain();
  });

  test("data that cannot be loaded", async () => {
    document.body.innerHTML = container({ _payload: { $resource: "directory" } });
    start(document, BASE).register("explorer", recorder());
    scripts[0]!.onerror?.(new Event("error"));
    await expectPlain();
  });

  test("a script that holds something else", async () => {
    document.body.innerHTML = container({ _payload: { $resource: "directory" } });
    start(document, BASE).register("explorer", recorder());
    scripts[0]!.onload?.(new Event("load"));
    await expectPlain();
  });

  test("a name that leads out of the folder", async () => {
    document.body.innerHTML = container({ _payload: { $resource: "../../evil" } });
    start(document, BASE).register("explorer", recorder());
    expect(scripts).toHaveLength(0);
    await expectPlain();
  });

  test("a module that throws", async () => {
    document.body.innerHTML = container({});
    start(document, BASE).register("explorer", {
      render() {
        throw new Error("no");
      },
    });
    await expectPlain();
  });

  test("a module that rejects, and the next widget is none the worse", async () => {
    document.body.innerHTML = container({ text: "bad" }) + container({ text: "good" });
    start(document, BASE).register("explorer", {
      async render({ model }) {
        if (model.get("text") === "bad") throw new Error("no");
      },
    });
    await settled();
    expect([...plain()].map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(live()).toHaveLength(1);
  });
});

describe("the model", () => {
  const model = (state: Record<string, unknown> = {}) => new PageModel(state, async () => null);

  test("set fires change:NAME and change at once, and only for another value", () => {
    const heard: unknown[] = [];
    const one = model({ text: "a", types: ["x"] });
    one.on("change:text", (from, value) => heard.push([from === one, value]));
    one.on("change", () => heard.push("change"));
    one.set("text", "a");
    one.set("types", ["x"]);
    expect(heard).toEqual([]);
    one.set("text", "b");
    expect(heard).toEqual([[true, "b"], "change"]);
    one.save_changes();
    expect(heard).toHaveLength(2);
    expect(one.get("text")).toBe("b");
  });

  test("several events in one call, as in Backbone", () => {
    const hear = vi.fn();
    const one = model();
    one.on("change:a change:b", hear);
    one.set("a", 1);
    one.set("b", 1);
    expect(hear).toHaveBeenCalledTimes(2);
    one.off("change:a change:b", hear);
    one.set("a", 2);
    expect(hear).toHaveBeenCalledTimes(2);
  });

  test("off: one listener, all of an event, all", () => {
    const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
    const one = model();
    one.on("change:a", first);
    one.on("change:a", second);
    one.on("change:b", other);
    one.off("change:a", first);
    one.off("change:nothing", first);
    one.set("a", 1);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
    one.off("change:a");
    one.set("a", 2);
    one.set("b", 1);
    expect([second.mock.calls.length, other.mock.calls.length]).toEqual([1, 1]);
    one.off();
    one.set("b", 2);
    expect(other).toHaveBeenCalledOnce();
  });

  test("a listener that goes while it is called leaves the others be", () => {
    const one = model();
    const second = vi.fn();
    const first = vi.fn(() => one.off("change:a", first));
    one.on("change:a", first);
    one.on("change:a", second);
    one.set("a", 1);
    one.set("a", 2);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
  });

  test("a listener may set again", () => {
    const one = model({ a: 0 });
    one.on("change:a", (_, value) => one.set("a", Math.min(value + 1, 3)));
    one.set("a", 1);
    expect(one.get("a")).toBe(3);
  });

  test.each([
    [null, null, true],
    [null, {}, false],
    [{}, [], false],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, true],
    [{ a: 1 }, { b: 1 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [[1], [1, 2], false],
    [Number.NaN, Number.NaN, true],
    ["1", 1, false],
  ])("%j and %j", (a, b, equal) => {
    expect(isEqual(a, b)).toBe(equal);
  });
});

describe("resources that a widget asks for", () => {
  async function mounted(): Promise<[Page, Rendering]> {
    document.body.innerHTML = container({});
    const widget = recorder();
    const page = start(document, BASE);
    page.register("explorer", widget);
    await settled();
    return [page, widget.given[0]!];
  }

  test("are scripts beside the host", async () => {
    const [page, { model }] = await mounted();
    const answer = resource(model, "basemap/world-110m");
    await settled();
    expect(scripts.map(({ src }) => src)).toEqual([`${BASE}basemap/world-110m.js`]);
    run(page, "basemap/world-110m", { type: "Topology" });
    expect(await answer).toEqual({ type: "Topology" });
  });

  test("a failure is told, and asking again tries again", async () => {
    const [page, { model }] = await mounted();
    const first = resource(model, "places/ch");
    scripts[0]!.onerror?.(new Event("error"));
    await expect(first).rejects.toThrow("places/ch could not be loaded.");
    const second = resource(model, "places/ch");
    expect(scripts).toHaveLength(2);
    page.provide("places/ch", 1);
    expect(await second).toBe(1);
    scripts[1]!.onload?.(new Event("load"));
    expect(await resource(model, "places/ch")).toBe(1);
    expect(scripts).toHaveLength(2);
  });

  test("other messages have no answer here", async () => {
    const [, { model }] = await mounted();
    const hear = vi.fn();
    model.on("msg:custom", hear);
    model.send({ kind: "hello" });
    await settled();
    expect(hear).not.toHaveBeenCalled();
  });
});
