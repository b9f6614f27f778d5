// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PageModel } from "../../hosts/page";
import widget from "../../quick-check";
import type { Question, State } from "../../quick-check/model";
import type { Model } from "../../shared/model";

const SINGLE: Question = {
  id: "one",
  kind: "single",
  ask: "Which?",
  options: [
    { text: "First", right: false, why: "It tempts." },
    { text: "Second", right: true, why: "" },
  ],
};
const SHORT: Question = {
  id: "short",
  kind: "short",
  ask: "What is it called?",
  accept: ["naloxone"],
  answer: "Naloxone",
  explain: "It reverses opioids.",
  sources: ["who", "cdc"],
};
const ORDER: Question = {
  id: "order",
  kind: "order",
  ask: "What first?",
  items: ["Wake", "Call", "Give"],
  shown: [1, 2, 0],
};
const MATCH: Question = {
  id: "match",
  kind: "match",
  ask: "Which to which?",
  pairs: [
    { left: "a", right: "Z" },
    { left: "b", right: "Y" },
  ],
  shown: [1, 0],
};

let clean: () => void = () => {};
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  act(() => clean());
  document.body.innerHTML = "";
  vi.useRealTimers();
});

function draw(questions: Question[], plain = ""): HTMLElement {
  document.body.innerHTML = `<div class="guidebook-widget"><div class="live"></div>
    <div class="guidebook-plain">${plain}</div></div>`;
  const el = document.querySelector<HTMLElement>(".live")!;
  const model = new PageModel({ _questions: questions }, async () => null);
  act(() => {
    clean = widget.render({ model: model as unknown as Model<State>, el }) as () => void;
  });
  return el;
}

const press = (element: Element | null | undefined) =>
  act(() => (element as HTMLElement | null)?.click());
const button = (el: Element, name: string) =>
  [...el.querySelectorAll("button")].find((one) => one.textContent?.startsWith(name));
function spoken(el: Element): string {
  act(() => {
    vi.advanceTimersByTime(1000);
  });
  return [...el.querySelectorAll("[role=status]")].map((one) => one.textContent).join("");
}
const result = (el: Element) => el.querySelector(".qc-result")?.textContent ?? "";

describe("one of several", () => {
  test("nothing is said before it was checked, nor without an answer", () => {
    const el = draw([SINGLE]);
    expect(result(el)).toBe("");
    press(button(el, "Check"));
    expect(result(el)).toBe("Choose an answer first.");
    expect(button(el, "Show")).toBeUndefined();
    expect(spoken(el)).toBe("Question 1: Choose an answer first.");
  });

  test("a wrong answer has its remark, and can be changed", () => {
    const el = draw([SINGLE]);
    press(el.querySelectorAll("input")[0]);
    press(button(el, "Check"));
    expect(el.textContent).toContain("Not this one. It tempts.");
    expect(spoken(el)).toBe("Question 1: Not this one.");
    press(el.querySelectorAll("input")[1]);
    expect(result(el)).toBe("");
    expect(el.textContent).not.toContain("It tempts.");
    press(button(el, "Check"));
    expect(result(el)).toContain("Right.");
    press(button(el, "Try again"));
    expect(result(el)).toBe("");
    expect(el.querySelectorAll(":checked")).toHaveLength(0);
  });

  test("the answer can be shown, with the focus on it", () => {
    const el = draw([SINGLE]);
    press(el.querySelectorAll("input")[0]);
    press(button(el, "Check"));
    press(button(el, "Show the answer"));
    expect(document.activeElement).toBe(el.querySelector(".qc-result"));
    expect(el.querySelector(".qc-result strong")?.textContent).toBe("Second");
  });
});

test("the explanation is the page's own, without its ids", () => {
  const why = '<p class="qc-why">So. <span id="id1">[<a href="../r.html#x">1</a>]</span></p>';
  const el = draw([SINGLE], `<fieldset class="qc-question">${why}</fieldset>`);
  press(el.querySelectorAll("input")[1]);
  press(button(el, "Check"));
  expect(el.querySelector(".qc-why a")?.getAttribute("href")).toBe("../r.html#x");
  expect(document.querySelectorAll("#id1")).toHaveLength(1);
  expect(document.querySelectorAll(".qc-why")).toHaveLength(2);
});

test("a short answer is compared without case, and Enter checks it", () => {
  const el = draw([SHORT]);
  const input = el.querySelector("input")!;
  act(() => {
    input.value = " NALOXONE. ";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  act(
    () => void input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })),
  );
  expect(result(el)).toBe("Right.It reverses opioids. [who, cdc]");
  expect(spoken(el)).toBe("Question 1: Right. The explanation stands below.");
});

test("an order begins mixed; each place is told of", () => {
  const el = draw([ORDER]);
  const labels = () => [...el.querySelectorAll(".gb-order-label")].map((one) => one.textContent);
  expect(labels()).toEqual(["Call", "Give", "Wake"]);
  press(button(el, "Move up: Wake"));
  press(button(el, "Check"));
  expect(result(el)).toBe("Not quite: 1 of 3 stand in the right place.");
  press(button(el, "Move up: Wake"));
  expect(result(el)).toBe("");
  press(button(el, "Check"));
  expect(result(el)).toContain("Right.");
  expect(el.querySelectorAll(".qc-mark")).toHaveLength(3);
});

test("a match has a list for each line, in the order of the page", () => {
  const el = draw([MATCH]);
  const lists = [...el.querySelectorAll("select")];
  expect(lists.map((one) => one.options.length)).toEqual([3, 3]);
  expect([...lists[0]!.options].map((one) => one.text)).toEqual(["Choose…", "Y", "Z"]);
  for (const [at, list] of lists.entries()) {
    act(() => {
      list.value = String(at);
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  press(button(el, "Check"));
  expect(result(el)).toContain("Right.");
});

test("questions are told apart, and markup in them is text", () => {
  const harm = "<img src=x onerror=alert(1)>";
  const options = [
    { text: harm, right: true, why: harm },
    { text: "b", right: false, why: "" },
  ];
  const el = draw([{ ...SINGLE, ask: harm, explain: harm, sources: [harm], options }, SHORT]);
  press(el.querySelectorAll("input")[0]);
  press(button(el, "Check"));
  expect(el.querySelector("img")).toBeNull();
  expect(result(el)).toContain(harm);
  expect(button(el.querySelectorAll(".qc-card")[1]!, "Check")).toBeDefined();
});
