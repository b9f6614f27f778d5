// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Choices, type ChoicesProps } from "../../../shared/controls/Choices";

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement("div");
  document.body.append(root);
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
});

const CHOICES = [
  { id: "never", label: "Never" },
  { id: "weekly", label: "Every week", note: "Once or more" },
  { id: "daily", label: "Daily" },
];

function draw(props: Partial<ChoicesProps> = {}) {
  const onChange = vi.fn();
  act(() =>
    render(
      <Choices legend="How often?" choices={CHOICES} chosen={[]} onChange={onChange} {...props} />,
      root,
    ),
  );
  return onChange;
}

const inputs = () => [...root.querySelectorAll("input")];
const press = (element: HTMLElement) => act(() => element.click());

describe("one of several", () => {
  test("is a group with a name, a hint and a note beside a choice", () => {
    draw({ hint: "In the last year", chosen: ["weekly"] });
    const group = root.querySelector("fieldset")!;
    expect(root.querySelector("legend")!.textContent).toBe("How often?");
    const hint = document.getElementById(group.getAttribute("aria-describedby")!);
    expect(hint!.textContent).toBe("In the last year");
    expect(inputs().map(({ type, checked }) => [type, checked])).toEqual([
      ["radio", false],
      ["radio", true],
      ["radio", false],
    ]);
    expect(new Set(inputs().map(({ name }) => name)).size).toBe(1);
    const note = document.getElementById(inputs()[1]!.getAttribute("aria-describedby")!);
    expect(note!.textContent).toBe("Once or more");
    expect(inputs().every((input) => input.getAttribute("autocomplete") === "off")).toBe(true);
  });

  test("tells what was chosen", () => {
    const onChange = draw({ chosen: ["weekly"] });
    press(inputs()[2]!);
    expect(onChange).toHaveBeenLastCalledWith(["daily"]);
  });

  test("an answer can be taken back, and the focus stays with the question", () => {
    const onChange = draw({ chosen: ["daily"], clearable: true });
    press(root.querySelector("button")!);
    expect(onChange).toHaveBeenLastCalledWith([]);
    expect(document.activeElement).toBe(inputs()[0]);
    draw({ chosen: [], clearable: true });
    expect(root.querySelector("button")).toBeNull();
  });

  test("two questions are two groups, in one widget or in two", () => {
    draw();
    const other = document.createElement("div");
    act(() =>
      render(<Choices legend="?" choices={CHOICES} chosen={[]} onChange={() => {}} />, other),
    );
    expect(other.querySelector("input")!.name).not.toBe(inputs()[0]!.name);
    act(() => render(null, other));
  });
});

describe("any of several", () => {
  test("keeps the order of the choices", () => {
    const onChange = draw({ multiple: true, chosen: ["daily"] });
    expect(inputs()[0]!.type).toBe("checkbox");
    press(inputs()[0]!);
    expect(onChange).toHaveBeenLastCalledWith(["never", "daily"]);
    press(inputs()[2]!);
    expect(onChange).toHaveBeenLastCalledWith([]);
  });
});
