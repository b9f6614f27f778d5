// @vitest-environment happy-dom
import { render } from "preact";
import { useState } from "preact/hooks";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Steps } from "../../../shared/controls/Steps";

const STEPS = [
  { id: "where", label: "Where I am" },
  { id: "what", label: "What I drink", begun: true },
  { id: "goal", label: "My goal" },
];

let root: HTMLElement;
let open: (id: string) => void;

function Example() {
  const [current, setCurrent] = useState("where");
  open = setCurrent;
  return (
    <Steps label="the check-up" steps={STEPS} current={current} onChange={setCurrent}>
      <p>{current}</p>
    </Steps>
  );
}

beforeEach(() => {
  root = document.createElement("div");
  document.body.append(root);
  act(() => render(<Example />, root));
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
});

const buttons = () => [...root.querySelectorAll<HTMLButtonElement>("nav button")];
const press = (element: HTMLElement) => act(() => element.click());
const heading = () => root.querySelector<HTMLElement>("h2")!;
const ways = () => [...root.querySelectorAll<HTMLButtonElement>(".gb-steps-ways button")];

describe("steps", () => {
  test("are a named list in which the open one and those begun say so", () => {
    expect(root.querySelector("nav")!.getAttribute("aria-label")).toBe("Steps of the check-up");
    expect(buttons().map((button) => button.getAttribute("aria-current"))).toEqual([
      "step",
      null,
      null,
    ]);
    expect(buttons()[1]!.textContent).toBe("2What I drink (begun)");
    expect(heading().textContent).toBe("Step 1 of 3 Where I am");
    const section = root.querySelector("section")!;
    expect(section.getAttribute("aria-labelledby")).toBe(heading().id);
  });

  test("any can be opened, which moves the focus to its heading", () => {
    press(buttons()[2]!);
    expect(root.querySelector("p")!.textContent).toBe("goal");
    expect(heading().textContent).toBe("Step 3 of 3 My goal");
    expect(document.activeElement).toBe(heading());
    press(buttons()[2]!);
    expect(document.activeElement).toBe(heading());
  });

  test("there is a way on and a way back where there is a step", () => {
    expect(ways().map(({ textContent }) => textContent)).toEqual(["Next: What I drink →"]);
    press(ways()[0]!);
    expect(ways().map(({ textContent }) => textContent)).toEqual([
      "← Back: Where I am",
      "Next: My goal →",
    ]);
    press(ways()[1]!);
    expect(ways()).toHaveLength(1);
    press(ways()[0]!);
    expect(root.querySelector("p")!.textContent).toBe("what");
  });

  test("one that is opened from elsewhere leaves the focus where it is", () => {
    expect(document.activeElement).not.toBe(heading());
    act(() => open("goal"));
    expect(root.querySelector("p")!.textContent).toBe("goal");
    expect(document.activeElement).not.toBe(heading());
  });

  test("a step that does not exist is the first", () => {
    act(() => open("nowhere"));
    expect(heading().textContent).toContain("Where I am");
  });
});
