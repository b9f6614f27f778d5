// @vitest-environment happy-dom
import fc from "fast-check";
import { act } from "preact/test-utils";
import { afterEach, expect, test } from "vitest";
import { PageModel } from "../../hosts/page";
import {
  carry,
  charactersBefore,
  leftOf,
  linesOf,
  nextPending,
  pendingOf,
} from "../../language-helper/edits";
import widget from "../../language-helper/index";
import { Reviewer } from "../../language-helper/review";
import type { HelperModel } from "../../language-helper/state";
import type { Term } from "../../language-helper/terms";
import { summary } from "../../language-helper/words";

function term(id: string, ...instead: string[]): Term {
  return {
    id,
    term: id,
    patterns: [id.endsWith("e") || id === "addict" ? `${id}[s]` : id],
    fine_in: [],
    kind: "person-label",
    advice: "avoid",
    why: "It says too little.",
    instead,
    exceptions: "",
    source_title: "A guide",
    source_url: "https://example.org/",
    evidence: "copy",
  };
}

const TERMS = [
  term("addict", "person with a substance use disorder", "person who uses drugs"),
  term("junkie", "person who uses drugs", "(the person’s name)"),
  term("inmate", "person in prison"),
  term("drug users", "people who use drugs"),
];
const reviewer = new Reviewer(TERMS);
const columns = Object.keys(TERMS[0]!) as (keyof Term)[];
const _terms = { columns, rows: TERMS.map((term) => columns.map((column) => term[column])) };

// ---- what outlives a change

test("positions count characters as Python does", () => {
  expect(charactersBefore("a😀b", 3)).toBe(2);
  expect(charactersBefore("abc", 2)).toBe(2);
});

test("what is left moves with the text around it, and goes with its own words", () => {
  const text = "An addict and an addict";
  const left = [[3, "addict"] as const, [17, "addict"] as const];
  expect(carry(left, text, `So: ${text}`)).toEqual([
    [7, "addict"],
    [21, "addict"],
  ]);
  expect(carry(left, text, "An addict 😀 and an addict")).toEqual([
    [3, "addict"],
    [19, "addict"],
  ]);
  expect(carry(left, text, "An ad and an addict")).toEqual([[13, "addict"]]);
  expect(carry(left, text, "")).toEqual([]);
  expect(carry(left, text, text)).toEqual(left);
});

test("whatever is typed elsewhere, what is left stays the same words", () => {
  const any = fc.string({ unit: "grapheme", maxLength: 8 });
  fc.assert(
    fc.property(any, any, any, any, (start, end, more, most) => {
      const middle = " addict ";
      const at = [...start].length + 1;
      const before = start + middle + end;
      for (const after of [start + more + middle + end, start + middle + end + most]) {
        for (const [moved, words] of carry([[at, "addict"]], before, after)) {
          expect([...after].slice(moved, moved + 6).join("")).toBe(words);
        }
      }
    }),
  );
});

test("what to look at next, from the top when there is none", () => {
  const text = "addict, junkie, inmate";
  const spans = reviewer.review(text);
  const pending = pendingOf(text, spans, [leftOf(text, spans[1]!)]);
  expect(nextPending(spans, pending, 7)?.text).toBe("inmate");
  expect(nextPending(spans, pending, 30)?.text).toBe("addict");
  expect(nextPending(spans, new Set(), 0)).toBeUndefined();
});

test("lines hold the whole text, and no mark is cut", () => {
  const text = "one\n\nDrug\nusers and addicts\n";
  const lines = linesOf(text, reviewer.review(text));
  expect(
    lines.map((line) => line.map((one) => (typeof one === "string" ? one : one.text))),
  ).toEqual([["one"], [], ["Drug\nusers", " and ", "addicts"], []]);
});

test("the summary in words", () => {
  expect(summary(0, 0)).toBe("Nothing is marked.");
  expect(summary(1, 1)).toBe("1 mark to look at.");
  expect(summary(3, 1)).toBe("3 marks: 1 to look at, 2 left as written.");
  expect(summary(2, 0)).toBe("2 marks, all left as they are.");
});

// ---- the view

let stop: undefined | (() => void);

afterEach(() => {
  stop?.();
  document.body.replaceChildren();
});

async function mounted(state: object = {}) {
  const el = document.createElement("div");
  document.body.append(el);
  const model = new PageModel({ _terms, _options: { address: true }, ...state }, async () => null);
  await act(async () => {
    stop = (await widget.render({ model: model as unknown as HelperModel, el })) as () => void;
  });
  const marks = () =>
    [...el.querySelectorAll(".gb-words-mark")].map((one) => one.firstChild!.textContent);
  const press = (words: string) => {
    const found = [...el.querySelectorAll<HTMLButtonElement>("button")].find(
      (one) => one.textContent!.replace(/ \(.*\)$/, "") === words,
    );
    expect(found, words).toBeDefined();
    return act(() => found!.click());
  };
  return { el, model, marks, press };
}

test("a suggestion is put in, the next mark opens, and a step goes back", async () => {
  const { el, model, marks, press } = await mounted({ text: "An addict and two junkies." });
  expect(marks()).toEqual(["addict", "junkies"]);
  await press("addict");
  await press("A person who uses drugs");
  expect(model.get("text")).toBe("A person who uses drugs and two junkies.");
  expect(el.querySelector("h4")!.textContent).toContain("“junkies”");
  expect(el.querySelector(".gb-words-card")!.textContent).toContain("the person’s name");
  await press("Leave it as it is");
  expect(model.get("left")).toEqual([[32, "junkies"]]);
  expect(el.querySelector("h3")!.textContent).toBe("1 mark, all left as it is.");
  await press("Undo");
  await press("Undo");
  expect(model.get("text")).toBe("An addict and two junkies.");
  expect(model.get("left")).toEqual([]);
});

test("Python’s changes are shown, and its left marks", async () => {
  const { model, marks, el } = await mounted();
  await act(() => model.set("text", "Inmates 😀 inmates"));
  await act(() => model.set("left", [[10, "inmates"]]));
  expect(marks()).toEqual(["Inmates", "inmates"]);
  expect(el.querySelectorAll(".gb-words-left")).toHaveLength(1);
});

test("typing is one step, however many letters", async () => {
  const { el, model, press } = await mounted({ text: "" });
  const box = el.querySelector("textarea")!;
  for (const text of ["a", "an", "an addict"]) {
    box.value = text;
    await act(() => void box.dispatchEvent(new Event("input", { bubbles: true })));
  }
  expect(model.get("text")).toBe("an addict");
  await press("Undo");
  expect(model.get("text")).toBe("");
  expect(document.activeElement).toBe(box);
});

test("the page says where the text goes, and the notebook says so too", async () => {
  expect((await mounted()).el.textContent).toContain("stays in this page");
  expect((await mounted({ _options: {} })).el.textContent).toContain("goes to the Python");
});
