// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import cases from "../../../../tests/cases/scenario.json";
import { PageModel } from "../../hosts/page";
import widget from "../../scenario/index";
import type { Situation } from "../../scenario/situation";
import type { ScenarioModel } from "../../scenario/state";
import type { Cleanup } from "../../shared/model";

const situation = cases.situations.invented as unknown as Situation;

let el: HTMLElement;
let model: ScenarioModel;
let cleanup: Cleanup;

async function start(state: Record<string, unknown> = {}): Promise<void> {
  model = new PageModel({ _situation: situation, ...state }, () =>
    Promise.reject(new Error("nothing is looked up")),
  ) as unknown as ScenarioModel;
  await act(async () => {
    cleanup = (await widget.render({ model, el })) as Cleanup;
  });
}

const phrase = (id: string): HTMLElement =>
  [...el.querySelectorAll<HTMLElement>(".gb-scn-phrase")].find((one) =>
    one.textContent!.startsWith(situation.points.find((point) => point.id === id)!.phrase),
  )!;
const button = (words: string): HTMLElement | undefined =>
  [...el.querySelectorAll<HTMLElement>("button")].find((one) => one.textContent === words);
const press = (one: HTMLElement) => act(() => one.click());

beforeEach(() => {
  el = document.createElement("div");
  document.body.append(el);
});

afterEach(() => {
  act(() => cleanup());
  el.remove();
  vi.unstubAllGlobals();
});

describe("marking", () => {
  test("a phrase is marked, put somewhere, and then says why", async () => {
    await start();
    expect(phrase("cold").getAttribute("aria-pressed")).toBe("false");
    press(phrase("cold"));
    expect(model.get("marks")).toEqual({ cold: "" });
    expect(phrase("cold").getAttribute("aria-pressed")).toBe("true");
    expect(el.querySelector(".gb-scn-why")).toBeNull();
    act(() => el.querySelector<HTMLInputElement>('input[value="drug"]')!.click());
    expect(model.get("marks")).toEqual({ cold: "drug" });
    const why = el.querySelector(".gb-scn-why")!.textContent;
    expect(why).toContain("Setting: makes harm likelier.");
    expect(why).toContain("You put it under drug, and that can be argued");
    expect(why).toContain("Title C (leaves this book), 2003");
    press(phrase("cold"));
    expect(model.get("marks")).toEqual({});
  });

  test.each(["Enter", " "])("the key %j marks", async (key) => {
    await start();
    act(() => {
      phrase("alone").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
    expect(model.get("marks")).toEqual({ alone: "" });
  });

  test("all at once keeps what was put somewhere", async () => {
    await start({ marks: { alone: "setting" } });
    press(button("Mark all and show why")!);
    expect(model.get("marks")).toEqual({ alone: "setting", cold: "unsure", neighbour: "unsure" });
    expect(el.querySelectorAll(".gb-scn-why")).toHaveLength(3);
  });
});

describe("the plan", () => {
  test("is not there before anything is marked or chosen", async () => {
    await start();
    expect(el.querySelector(".gb-scn-sheet")).toBeNull();
    expect(button("Print the plan")).toBeUndefined();
  });

  test("follows what Python sets", async () => {
    await start();
    act(() => model.set("chosen", ["tea"]));
    act(() => model.set("role", "other"));
    const plan = el.querySelector(".gb-scn-sheet")!.textContent;
    expect(plan).toContain("Tea. Who: The neighbour. Limits: It is only tea.");
    expect(plan).toContain("What do you see?");
    press(button("Start again")!);
    expect([model.get("marks"), model.get("chosen"), model.get("role")]).toEqual([{}, [], ""]);
    expect(document.activeElement?.textContent).toContain("Read, and mark");
  });

  test("is printed alone, and taken away after", async () => {
    await start({ chosen: ["door"] });
    const print = vi.fn();
    vi.stubGlobal("print", print);
    press(button("Print the plan")!);
    expect(print).toHaveBeenCalledOnce();
    expect(document.querySelectorAll("body > .gb-sheet")).toHaveLength(1);
    expect(document.documentElement.classList.contains("gb-printing")).toBe(true);
    expect(document.querySelector(".gb-sheet")!.textContent).toContain("A door that is open.");
    dispatchEvent(new Event("afterprint"));
    expect(document.querySelector(".gb-sheet")).toBeNull();
    expect(document.documentElement.classList.contains("gb-printing")).toBe(false);
  });

  test("is copied, and shown to be taken where copying is blocked", async () => {
    await start({ chosen: ["door"] });
    const writeText = vi.fn().mockResolvedValue(undefined);
    vi.stubGlobal("navigator", { clipboard: { writeText } });
    await act(async () => button("Copy as text")!.click());
    expect(writeText.mock.calls[0]![0]).toContain("- A door that is open. Who: The house.");
    expect(el.textContent).toContain("Copied.");
    writeText.mockRejectedValue(new Error("blocked"));
    await act(async () => button("Copy as text")!.click());
    expect(el.querySelector("textarea")!.value).toContain("A door that is open.");
  });
});

test("hostile text is only text", async () => {
  const evil = "<img src=x onerror=alert(1)>";
  const hostile = structuredClone(situation);
  hostile.title = evil;
  hostile.passages[0] += evil;
  hostile.points[0]!.why = evil;
  hostile.options[0]!.what = evil;
  hostile.sources[0]!.url = "javascript:alert(1)";
  await start({ _situation: hostile, marks: { neighbour: "set" }, chosen: ["tea"] });
  expect(el.querySelector("img")).toBeNull();
  expect(el.textContent).toContain(evil);
  expect([...el.querySelectorAll("a")].every((a) => a.href.startsWith("https://"))).toBe(true);
});
