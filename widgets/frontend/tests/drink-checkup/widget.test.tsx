// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BLANK } from "../../drink-checkup/alcohol/checkup";
import { writeCheckup } from "../../drink-checkup/alcohol/file";
import widget from "../../drink-checkup/index";
import type { CheckupState } from "../../drink-checkup/state";
import { PageModel } from "../../hosts/page";
import type { Cleanup, Model } from "../../shared/model";
import { payload } from "./payload";

let el: HTMLElement;
let model: Model<CheckupState>;
let cleanup: Cleanup;

async function start(state: Partial<CheckupState> = {}): Promise<void> {
  const load = () => Promise.reject(new Error("nothing to look up"));
  const all = { _payload: payload, _options: { address: true }, ...state };
  model = new PageModel(all, load) as unknown as Model<CheckupState>;
  await act(async () => {
    cleanup = (await widget.render({ model, el })) as Cleanup;
  });
}

beforeEach(() => {
  el = document.createElement("div");
  document.body.append(el);
});
afterEach(() => {
  act(() => cleanup());
  el.remove();
  vi.restoreAllMocks();
});

const all = <E extends HTMLElement>(selector: string, root: Element = el) => [
  ...root.querySelectorAll<E>(selector),
];
const text = (selector: string) =>
  all(selector)
    .map((one) => one.textContent)
    .join(" | ");
const press = (element: HTMLElement | undefined) => act(() => element!.click());
const button = (words: string) => all("button").find((one) => one.textContent!.includes(words));
const group = (words: string) =>
  all("fieldset").find((one) => one.querySelector("legend")?.textContent?.includes(words))!;
const choose = (legend: string, label: string) =>
  press(
    all("label", group(legend))
      .find((one) => one.textContent === label)!
      .querySelector("input")!,
  );
const field = (label: string) => {
  const found = all<HTMLLabelElement>(".gb-dc-field > label").find((one) =>
    one.textContent!.includes(label),
  )!;
  return el.querySelector<HTMLInputElement>(`#${found.htmlFor}`)!;
};
const write = (input: HTMLInputElement, words: string) =>
  act(() => {
    input.value = words;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
const leave = (input: HTMLInputElement) =>
  act(() => {
    input.dispatchEvent(new Event("blur"));
  });
const set = (traits: Partial<CheckupState>) =>
  act(() => {
    for (const [name, value] of Object.entries(traits)) {
      model.set(name as keyof CheckupState, value as never);
    }
  });

describe("where I am", () => {
  test("ten questions, none of which needs an answer", async () => {
    await start();
    expect(all(".gb-dc fieldset.gb-choices")).toHaveLength(10);
    expect(text(".gb-dc-sum")).toContain("none has to be");
    expect(text(".gb-dc-scale")).toBe("");
    // The validated form stands before the questions.
    expect(text(".gb-dc-form a")).toContain("A source");
  });

  test("an answer counts, and can be taken back", async () => {
    await start();
    choose("1. Question 1?", "daily");
    expect(model.get("answers")[0]).toBe(4);
    expect(text(".gb-dc-sum")).toBe("1 of 10 answered: somewhere from 4 to 40 of 40.");
    press(button("Take this answer back"));
    expect(model.get("answers")[0]).toBeNull();
  });

  test("a number of the country's drinks answers question 2, until an option does", async () => {
    await start({ country: "US" });
    write(field("Or in drinks of 14 g"), "4");
    expect(model.get("typical_drinks")).toBe(4);
    const marked = group("2. Question 2?").querySelector<HTMLInputElement>("input:checked");
    expect(marked!.value).toBe("2");
    choose("2. Question 2?", "never");
    expect(model.get("typical_drinks")).toBeNull();
    expect(model.get("answers")[1]).toBe(0);
    expect(field("Or in drinks of 14 g").value).toBe("");
  });

  test("all ten make a place on the scale, with every mark, and no word of gender asked", async () => {
    await start({ answers: [4, 4, 4, 0, 0, 0, 0, 0, 0, 0] });
    expect(text(".gb-dc-sum")).toBe("All ten answered: 12 of 40.");
    expect(el.querySelector(".gb-dc-scale")!.getAttribute("aria-label")).toContain("marked at 12");
    expect(text(".gb-dc-result dt")).toBe("Zone II, 8–15");
    expect(text(".gb-dc-result li")).toContain("Your answers: 12, at or above it.");
    // Question 3 says daily: the warning stands before the zone's advice.
    const warning = el.querySelector(".gb-dc-result .gb-dc-warning")!;
    const advice = el.querySelector(".gb-dc-result dl")!;
    expect(warning.compareDocumentPosition(advice)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
});

describe("numbers", () => {
  test("what cannot be counts as not said, and why is told on leaving", async () => {
    await start({ step: 3 });
    const weight = field("Body weight");
    write(weight, "8");
    expect(weight.getAttribute("aria-invalid")).toBeNull();
    write(weight, "80,5");
    expect(model.get("weight_kg")).toBe(80.5);
    write(weight, "8000");
    expect(model.get("weight_kg")).toBeNull();
    leave(weight);
    expect(field("Body weight").getAttribute("aria-invalid")).toBe("true");
    expect(text(".gb-note-error")).toContain("Write a number from 30 to 300.");
    write(weight, "");
    leave(weight);
    expect(field("Body weight").getAttribute("aria-invalid")).toBeNull();
  });

  test("days are whole", async () => {
    await start({ step: 6 });
    write(field("Days a week without"), "2.5");
    leave(field("Days a week without"));
    expect(text(".gb-note-error")).toContain("Write a whole number from 0 to 7.");
    write(field("Days a week without"), "3");
    expect(model.get("free_days")).toBe(3);
  });

  test("a change from elsewhere is shown", async () => {
    await start({ step: 6, day_limit: 3 });
    expect(field("On a day when I drink").value).toBe("3");
    set({ day_limit: 2.5 });
    expect(field("On a day when I drink").value).toBe("2.5");
  });

  test("pounds are turned into kilograms", async () => {
    await start({ step: 3 });
    choose("Weight in", "pounds");
    write(field("Body weight"), "180");
    expect(model.get("weight_kg")).toBe(81.65);
    expect(field("Body weight").value).toBe("180");
    choose("Weight in", "kilograms");
    expect(field("Body weight").value).toBe("81.7");
  });
});

describe("a week", () => {
  test("glasses are added to the chosen day, and the last can be taken back", async () => {
    await start({ step: 2, country: "US" });
    choose("On", "Friday");
    press(button("Beer, large can"));
    press(button("Spirits, one shot"));
    expect(model.get("diary")).toEqual([null, null, null, null, 2.3, null, null]);
    press(button("Take the last one back"));
    expect(model.get("diary")[4]).toBe(1.4);
    press(button("Nothing on Friday"));
    expect(model.get("diary")[4]).toBe(0);
    write(field("How much"), "700");
    write(field("How strong"), "14");
    press(button("Add 5.5 drinks"));
    expect(model.get("diary")[4]).toBe(5.5);
  });

  test("a day by hand, a drink more, a drink less", async () => {
    await start({ step: 2 });
    press(button("Monday: one drink more"));
    press(button("Monday: one drink more"));
    press(button("Monday: one drink less"));
    write(field("Tuesday"), "0");
    expect(model.get("diary").slice(0, 3)).toEqual([1, 0, null]);
    expect(text(".gb-dc-screen .gb-dc-sum")).toBe(
      "1 drink, 10 g of pure alcohol, on 1 day; 1 day without; 5 days not written down",
    );
  });

  test("stands beside each guideline, never as safe", async () => {
    await start({ step: 3, country: "US", diary: [0, 0, 0, 0, 5, 5, 0] });
    const rows = all(".gb-dc-guidelines tbody tr").map((row) => row.lastElementChild!.textContent);
    expect(rows).toEqual([
      "More than its weekly number.",
      "Not more than its weekly number. On 2 days more than its daily number.",
      "It gives no number to compare with.",
    ]);
  });
});

test("the band says where it lies between, and never to drive by it", async () => {
  await start({ step: 3, country: "US", weight_kg: 81.72, evening_drinks: 4, evening_hours: 2 });
  const words = el.querySelector("figcaption")!.textContent!;
  expect(words).toContain("somewhere between 0.05 and 0.11 % (grams in 100 ml of blood)");
  expect(words).toContain("from 4 to 13 hours");
  expect(el.querySelector("svg[role=img]")!.getAttribute("aria-label")).toBe(words);
  expect(all("figure tbody tr")).toHaveLength(9);
  expect(text(".gb-dc-never")).toBe("Never to drive by.");
  set({ evening_drinks: 100, weight_kg: 30 });
  expect(el.querySelector("figcaption")!.textContent).toContain("more than 48 hours");
});

describe("texts of one's own", () => {
  test("suggestions are picked, and others written", async () => {
    await start({ step: 4 });
    choose("What I like about drinking", "the taste");
    write(field("In my own words"), "  <b>quiet</b>  ");
    press(button("Add to: What I like"));
    expect(model.get("likes")).toEqual(["the taste", "‹b›quiet‹/b›"]);
    expect(field("In my own words").value).toBe("");
    press(button("Remove: ‹b›quiet"));
    choose("What I like about drinking", "the taste");
    expect(model.get("likes")).toEqual([]);
  });

  test("there is room for twenty", async () => {
    await start({ step: 4, likes: Array.from({ length: 20 }, (_, i) => `like ${i}`) });
    write(field("In my own words"), "one more");
    press(button("Add to: What I like"));
    expect(model.get("likes")).toHaveLength(20);
    expect(text(".gb-note-error")).toContain("There is room for 20.");
    expect(field("In my own words").value).toBe("one more");
  });

  test("a trigger has something to do instead", async () => {
    await start({ step: 7 });
    press(button("coming home"));
    press(button("eat at once"));
    expect(model.get("triggers")).toEqual([{ trigger: "coming home", instead: "eat at once" }]);
    press(button("One of my own"));
    expect(all(".gb-dc-trigger")).toHaveLength(2);
    // A line without words is here only.
    expect(model.get("triggers")).toHaveLength(1);
    const own = all<HTMLInputElement>(".gb-dc-trigger:nth-of-type(2) input");
    write(own[1]!, "a walk ");
    expect(own[1]!.value).toBe("a walk ");
    expect(model.get("triggers")[1]).toEqual({ trigger: "", instead: "a walk" });
    press(button("Remove line 1"));
    expect(model.get("triggers")).toEqual([{ trigger: "", instead: "a walk" }]);
    set({ triggers: [{ trigger: "payday", instead: "pay" }] });
    expect(all<HTMLInputElement>(".gb-dc-trigger input").map(({ value }) => value)).toEqual([
      "payday",
      "pay",
    ]);
  });
});

describe("the goal", () => {
  test("stands under the withdrawal warning, which says what speaks for it", async () => {
    await start({ step: 5, answers: [...Array(5).fill(null), 1, ...Array(4).fill(null)] });
    const warning = el.querySelector(".gb-dc-warning")!;
    expect(warning.textContent).toContain("Not all at once.");
    expect(warning.textContent).toContain("Mornings.");
    const goals = group("What I want");
    expect(warning.compareDocumentPosition(goals)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    choose("What I want", "None");
    expect(model.get("goal")).toBe("none");
    expect(text(".gb-dc-chosen p")).toMatch(/^Not all at once\. \| By way of a doctor/);
    press(button("Take this answer back"));
    expect(model.get("goal")).toBe("");
  });

  test("the book's pages are linked from a page of the book only", async () => {
    await start({ step: 5 });
    expect(text(".gb-dc-links a")).toContain("Help now");
    act(() => cleanup());
    await start({ step: 5, _options: {} });
    expect(text(".gb-dc-links a")).toBe("");
  });
});

describe("keeping", () => {
  const input = () => el.querySelector<HTMLInputElement>("input[type=file]")!;
  const open = async (name: string, content: string | Uint8Array<ArrayBuffer>) => {
    const file = new File([content], name);
    Object.defineProperty(input(), "files", { value: [file], configurable: true });
    await act(async () => {
      input().dispatchEvent(new Event("change"));
      await new Promise((done) => setTimeout(done));
    });
  };
  const said = () => text(".gb-dc-said");
  const saved = (part: object) => writeCheckup({ ...BLANK, ...part }, payload);

  test("a file is opened, after asking where something would be lost", async () => {
    await start({ step: 4 });
    await open("mine.json", saved({ goal: "less", country: "JP" }));
    expect(model.get("goal")).toBe("less");
    expect(model.get("step")).toBe(1);
    expect(said()).toContain("The file was opened.");

    await open("other.json", saved({ goal: "safer" }));
    expect(model.get("goal")).toBe("less");
    press(button("Keep what is here"));
    expect(model.get("goal")).toBe("less");
    await open("other.json", saved({ goal: "safer" }));
    press(button("Open the file"));
    expect(model.get("goal")).toBe("safer");
    expect(model.get("country")).toBe("");
  });

  test("a file that cannot be taken changes nothing", async () => {
    await start({ goal: "less" });
    for (const [content, words] of [
      ["x", "Unreadable."],
      ["{}", "Not a check-up."],
      [saved({}).replace('"version": 1', '"version": 9'), "Newer: version 9; this one reads 1."],
      [saved({ day_limit: 900 }), "Damaged at day_limit."],
      [saved({ likes: ["<b>x</b>"] }), "Markup at likes[1]."],
    ] as const) {
      await open("mine.json", content);
      expect(said()).toBe(words);
      expect(model.get("goal")).toBe("less");
    }
  });

  test("a large file is not even read", async () => {
    await start();
    const reading = vi.spyOn(Blob.prototype, "arrayBuffer");
    await open("film.mp4", new Uint8Array(131_073));
    expect(said()).toBe("Too large: 129 KB, the most is 128 KB.");
    expect(reading).not.toHaveBeenCalled();
  });

  test("everything is cleared after one question, what was typed too", async () => {
    await start({ step: 4, goal: "less", likes: ["rest"] });
    write(field("In my own words"), "half a sen");
    press(button("Clear everything"));
    expect(document.activeElement!.textContent).toContain("cannot be brought back");
    press(button("Clear it"));
    expect(model.get("goal")).toBe("");
    expect(model.get("likes")).toEqual([]);
    expect(model.get("step")).toBe(1);
    set({ step: 4 });
    expect(field("In my own words").value).toBe("");
    expect(said()).toBe("Everything was cleared.");
  });

  test("a page that comes back from the browser's memory is empty", async () => {
    await start({ goal: "less" });
    const event = Object.assign(new Event("pageshow"), { persisted: true });
    act(() => {
      dispatchEvent(event);
    });
    expect(model.get("goal")).toBe("");
  });

  test("in a notebook it stays", async () => {
    await start({ goal: "less", _options: {} });
    act(() => {
      dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    });
    expect(model.get("goal")).toBe("less");
  });

  test("the summary is printed alone", async () => {
    await start({ goal: "less" });
    const beside = document.createElement("p");
    document.body.append(beside);
    const print = vi.fn(() => expect(beside.className).toBe("gb-dc-unprinted"));
    vi.stubGlobal("print", print);
    press(button("Print the summary"));
    expect(print).toHaveBeenCalled();
    expect(el.querySelector(".gb-dc-sheet")!.className).not.toContain("unprinted");
    dispatchEvent(new Event("afterprint"));
    expect(beside.className).toBe("");
    beside.remove();
    vi.unstubAllGlobals();
  });
});

test("nothing that is typed or chosen is kept by the browser", async () => {
  await start({ triggers: [{ trigger: "a", instead: "b" }] });
  for (let step = 1; step <= 8; step++) {
    set({ step });
    const boxes = all<HTMLInputElement>("input:not([type=file]), select");
    expect(boxes.every((box) => box.getAttribute("autocomplete") === "off")).toBe(true);
  }
});

test("the summary says what was said, and marks the element when nothing was", async () => {
  await start();
  expect(el.classList.contains("gb-dc-empty")).toBe(true);
  set({
    goal: "less",
    likes: ["<img src=x>"],
    day_limit: 2,
    pace: ["eat-first"],
    review_on: "2026-12-24",
  });
  expect(el.classList.contains("gb-dc-empty")).toBe(false);
  const sheet = el.querySelector(".gb-dc-sheet")!.textContent!;
  expect(sheet).toContain("Not all at once.");
  expect(sheet).toContain("at most 2 drinks (20 g)");
  expect(sheet).toContain("<img src=x>");
  expect(sheet).toContain("Thursday");
  expect(el.querySelector(".gb-dc-sheet img")).toBeNull();
});
