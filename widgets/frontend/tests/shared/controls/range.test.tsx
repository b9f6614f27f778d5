// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Range } from "../../../shared/controls/Range";

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement("div");
  document.body.append(root);
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
});

const draw = (value: number) => {
  const onChange = vi.fn();
  act(() =>
    render(
      <Range
        label="Year"
        min={1999}
        max={2024}
        value={value}
        valueText={`the year ${value}`}
        back="One year earlier"
        forward="One year later"
        onChange={onChange}
      />,
      root,
    ),
  );
  const [earlier, later] = [...root.querySelectorAll("button")];
  return { onChange, earlier: earlier!, later: later!, slider: root.querySelector("input")! };
};

test("the slider has its label, its ends and its value in words", () => {
  const { slider } = draw(2010);
  expect(root.querySelector("label")?.htmlFor).toBe(slider.id);
  expect(slider.getAttribute("aria-valuetext")).toBe("the year 2010");
  expect([slider.min, slider.max, slider.value]).toEqual(["1999", "2024", "2010"]);
  expect(root.querySelector("output")?.textContent).toBe("the year 2010");
});

test("moving it says where to", () => {
  const { slider, onChange } = draw(2010);
  act(() => {
    slider.value = "2015";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  expect(onChange).toHaveBeenCalledWith(2015);
});

test("each button goes one step", () => {
  const { earlier, later, onChange } = draw(2010);
  act(() => earlier.click());
  act(() => later.click());
  expect(onChange.mock.calls).toEqual([[2009], [2011]]);
  expect(earlier.textContent).toBe("One year earlier");
});

test("at an end a button stays where it is and does nothing", () => {
  const { later, onChange } = draw(2024);
  act(() => later.click());
  expect(later.getAttribute("aria-disabled")).toBe("true");
  expect(later.disabled).toBe(false);
  expect(onChange).not.toHaveBeenCalled();
});
