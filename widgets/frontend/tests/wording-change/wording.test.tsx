// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, describe, expect, test } from "vitest";
import { PageModel } from "../../hosts/page";
import widget from "../../wording-change/index";
import { changed, counts, kindsOf, type Payload, partners } from "../../wording-change/principles";
import type { WordingModel } from "../../wording-change/state";

const LABEL = { source_title: "A page", source_url: "https://example.org/", evidence: "copy" };
const PAYLOAD: Payload = {
  principles: [
    {
      number: 1,
      id: "a",
      name: "One",
      idea: "First.",
      changes: [["users", "people", "person-first"]],
      note: "",
    },
    { number: 2, id: "b", name: "Two", idea: "Second.", changes: [], note: "Same." },
    {
      number: 3,
      id: "c",
      name: "Three",
      idea: "Third.",
      changes: [
        ["x", "y", "scope"],
        ["v", "w", "hedge"],
      ],
      note: "",
    },
  ],
  kinds: ["none", "person-first", "scope", "hedge"].map((id) => ({
    id,
    label: `The ${id}`,
    definition: "It is.",
  })),
  versions: [
    { id: "older", label: "then", ...LABEL },
    { id: "newer", label: "now", ...LABEL },
  ],
  statements: [
    { number: 1, statement: "S.", new: "N.", matches: ["near", "", "in part"] },
    { number: 2, statement: "T.", new: "M.", matches: ["", "", "near"] },
  ],
  statements_source: { id: "statements", ...LABEL },
};

describe("the model", () => {
  test("kinds, once each, and none where nothing changed", () => {
    expect(PAYLOAD.principles.map(kindsOf)).toEqual([
      ["person-first"],
      ["none"],
      ["scope", "hedge"],
    ]);
  });

  test("a filter takes any of its kinds", () => {
    const numbers = (kinds: string[]) =>
      changed(PAYLOAD.principles, kinds).map((one) => one.number);
    expect(numbers([])).toEqual([1, 2, 3]);
    expect(numbers(["none", "hedge"])).toEqual([2, 3]);
    expect(numbers(["no such"])).toEqual([]);
  });

  test("counts", () => {
    expect([...counts(PAYLOAD).values()]).toEqual([1, 1, 1, 1]);
    expect(partners(PAYLOAD)).toEqual([1, 0, 2]);
  });
});

let stop: undefined | (() => void);

afterEach(() => {
  stop?.();
  document.body.replaceChildren();
});

async function mounted(state: object = {}) {
  const el = document.createElement("div");
  document.body.append(el);
  const model = new PageModel(
    { _payload: PAYLOAD, ...state },
    async () => null,
  ) as unknown as WordingModel;
  await act(async () => {
    stop = (await widget.render({ model, el })) as () => void;
  });
  const names = () => [...el.querySelectorAll("h3 bdi")].map((one) => one.textContent);
  const button = (words: string) =>
    [...el.querySelectorAll<HTMLButtonElement>("button")].find((one) =>
      one.textContent!.includes(words),
    )!;
  return { el, model, names, button };
}

test("the switch hides what changed, and the filter with it", async () => {
  const { el, model, names, button } = await mounted({ kinds: ["none"] });
  expect(names()).toEqual(["Two"]);
  await act(() => button("Show what changed").click());
  expect(model.get("show_changes")).toBe(false);
  expect(names()).toEqual(["One", "Two", "Three"]);
  expect(el.textContent).not.toContain("“users”");
  await act(() => button("Show what changed").click());
  expect(el.textContent).toContain("“users”");
});

test("a kind goes on and off, and the model knows", async () => {
  const { model, names, button } = await mounted();
  await act(() => button("The scope").click());
  expect(model.get("kinds")).toEqual(["scope"]);
  expect(names()).toEqual(["Three"]);
  await act(() => button("The scope").click());
  expect(names()).toHaveLength(3);
  await act(() => model.set("kinds", ["person-first"]));
  expect(names()).toEqual(["One"]);
});

test("the matrix says its cells in words too", async () => {
  const { el } = await mounted();
  const cells = [...el.querySelectorAll("tbody td .gb-spoken")].map((one) =>
    one.textContent!.trim(),
  );
  expect(cells).toEqual(["near 1", "no", "in part 3", "no", "no", "near 3"]);
});
