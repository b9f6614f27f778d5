// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PageModel } from "../../hosts/page";
import widget from "../../response-practice";
import { payload } from "./published";

let root: HTMLElement;
let model: PageModel;
let close: () => void;

function open(state: Record<string, unknown> = {}): void {
  model = new PageModel(
    { _payload: payload, _options: { help_url: "../help-now.html", address: true }, ...state },
    () => Promise.reject(new Error("nothing is looked up")),
  );
  act(() => {
    close = widget.render({ model: model as never, el: root }) as () => void;
  });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearInterval", "performance"] });
  root = document.createElement("div");
  document.body.append(root);
});
afterEach(() => {
  act(() => close());
  root.remove();
  vi.useRealTimers();
});

const text = (selector: string) => root.querySelector(selector)?.textContent ?? "";
const button = (name: string) =>
  [...root.querySelectorAll("button")].find((each) => each.textContent === name)!;
const press = (name: string) => act(() => button(name).click());
const pass = (ms: number) => {
  act(() => void vi.advanceTimersByTime(ms));
  // What is spoken is set a moment after what is shown.
  act(() => void vi.advanceTimersByTime(1));
};
const select = (index: number, value: string) =>
  act(() => {
    const box = root.querySelectorAll("select")[index]!;
    box.value = value;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });

describe("the walk", () => {
  test("explains a choice, goes on, and moves the focus with it", () => {
    open();
    press("found wake");
    expect(model.get("taken")).toEqual(["found/wake"]);
    expect(text(".gb-response-walk h4")).toBe("This fits.");
    expect(document.activeElement?.textContent).toBe("This fits.");
    press("Go on");
    expect(document.activeElement?.textContent).toBe("Situation no-answer");
    press("One step back");
    expect(model.get("taken")).toEqual([]);
    expect(text(".gb-response-situation")).toBe("Situation found");
  });

  test("a wrong turn is explained, taken back and kept in what was done", () => {
    open();
    press("found sleep");
    expect(text(".gb-response-walk h4")).toBe("Take this one back.");
    press("Take it back");
    expect(text(".gb-response-situation")).toBe("Situation found");
    press("found wake");
    press("Choose again");
    expect(model.get("taken")).toEqual(["found/sleep"]);
    expect(text(".gb-response-fold ol")).toBe("found sleep (taken back)");
  });

  test("follows what Python sets, and can begin again", () => {
    open({ taken: ["found/wake", "no-answer/call"] });
    expect(text(".gb-response-situation")).toBe("Situation operator");
    press("operator place");
    act(() => model.set("taken", ["found/wake"]));
    expect(text(".gb-response-situation")).toBe("Situation no-answer");
    press("Start again");
    expect(text(".gb-response-situation")).toBe("Situation found");
  });
});

describe("the clock", () => {
  const way = ["found/wake", "no-answer/call", "operator/place", "kit/spray", "air/breaths"];

  test("is off by default", () => {
    open({ taken: way });
    press("waiting wait");
    expect(root.querySelector(".gb-response-clock")).toBeNull();
  });

  test("counts, faster when asked, speaks twice a minute and stops at the end", () => {
    open({ taken: way, clock: true });
    press("waiting wait");
    pass(31_000);
    expect(text(".gb-response-time")).toBe("0:31");
    expect(text(".gb-response-breaths")).toContain("breath 7,");
    expect(text(".gb-response-clock [role=status]")).toBe("30 seconds");
    select(1, "10");
    expect(model.get("speed")).toBe(10);
    pass(9_500);
    expect(text(".gb-response-time")).toBe("2:06");
    expect(text(".gb-response-clock [role=status]")).toBe("2 minutes: look again.");
    pass(60_000);
    expect(text(".gb-response-time")).toBe("3:00");
    press("Go on");
    expect(root.querySelector(".gb-response-clock")).toBeNull();
  });
});

describe("the order", () => {
  test("is explained when asked, and no longer once it changes", () => {
    open();
    press("Look at my order");
    expect(text(".gb-response-verdict")).toContain("Some steps could stand elsewhere");
    expect(root.querySelectorAll(".gb-response-move").length).toBeGreaterThan(0);
    press("Show me an order that works");
    expect(model.get("order")).toEqual(payload.steps.map((step) => step.id));
    expect(text(".gb-response-verdict")).toBe("This is the order of the page Help now.");
    press("Move down: Step naloxone");
    expect(root.querySelector(".gb-response-verdict")).toBeNull();
    press("Look at my order");
    expect(text(".gb-response-verdict")).toContain("taught too");
    press("Mix them again");
    expect(root.querySelector(".gb-response-verdict")).toBeNull();
  });
});

describe("whom to call", () => {
  test("is in sight, follows the country, and stands on the card", () => {
    open();
    expect(text(".gb-response-real")).toContain("Your local emergency number. Then Help now.");
    expect(root.querySelector(".gb-response-real a[href^=tel]")).toBeNull();
    select(0, "GB");
    expect(model.get("country")).toBe("GB");
    expect(root.querySelector(".gb-response-real a")?.getAttribute("href")).toBe("tel:999");
    expect(text(".gb-rcard-call")).toBe("Call 999 or 112");
    select(0, "NA");
    expect(text(".gb-response-remark")).toContain("no source good enough");
    expect(text(".gb-rcard-call")).toBe("Call your local emergency number");
    act(() => model.set("country", "KE"));
    expect(text(".gb-response-remark")).toContain("no source good enough");
    expect(root.querySelector("a[href^=tel]")).toBeNull();
    expect(text(".gb-rcard-call")).toBe("Call your local emergency number");
  });

  test("in a notebook there is no link that leads nowhere", () => {
    open({ _options: { help_url: "../help-now.html" } });
    expect(root.querySelector('a[href$="help-now.html"]')).toBeNull();
    expect(text(".gb-response-real")).toContain("open the book’s page Help now");
  });

  test("the card is printed alone", () => {
    open({ country: "NZ" });
    const printed = vi.fn(() => document.querySelector(".gb-sheet")?.textContent);
    vi.stubGlobal("print", printed);
    press("Print the card");
    expect(printed.mock.results[0]?.value).toContain("Call 111");
    expect(printed.mock.results[0]?.value).not.toContain("Put the steps in order");
    window.dispatchEvent(new Event("afterprint"));
    expect(document.querySelector(".gb-sheet")).toBeNull();
    vi.unstubAllGlobals();
  });
});

test("text from data stays text", () => {
  const bad = "<img src=x onerror=alert(1)>";
  const spoilt = JSON.parse(JSON.stringify(payload));
  spoilt.content_note = bad;
  spoilt.steps[0].label = bad;
  spoilt.moments[0].situation = bad;
  spoilt.moments[0].choices[0].label = bad;
  spoilt.sources[0].title = bad;
  spoilt.sources[0].url = "javascript:alert(1)";
  open({ _payload: spoilt });
  press("Look at my order");
  press(bad);
  expect(root.querySelector("img")).toBeNull();
  expect(root.innerHTML).not.toContain("javascript:");
});
