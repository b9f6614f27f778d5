// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CheckList } from "../../../shared/controls/CheckList";
import { Combobox } from "../../../shared/controls/Combobox";
import { Disclosure } from "../../../shared/controls/Disclosure";
import { LiveRegion } from "../../../shared/controls/LiveRegion";

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement("div");
  document.body.append(root);
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
});

const one = <E extends Element>(selector: string) => root.querySelector<E>(selector)!;
const key = (target: Element, name: string) =>
  act(() => {
    target.dispatchEvent(
      new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }),
    );
  });

describe("a disclosure", () => {
  const draw = () =>
    act(() =>
      render(
        <Disclosure label="Services" active={2}>
          {() => <a href="#inside">inside</a>}
        </Disclosure>,
        root,
      ),
    );

  test("says what it is, how many are on, and whether it is open", () => {
    draw();
    expect(one("button").textContent).toContain("Services 2");
    expect(one("button").textContent).toContain("2 on");
    expect(one("button").getAttribute("aria-expanded")).toBe("false");
    expect(one(".gb-panel")).toBeNull();
    act(() => one<HTMLButtonElement>("button").click());
    expect(one("button").getAttribute("aria-expanded")).toBe("true");
    expect(one("button").getAttribute("aria-controls")).toBe(one(".gb-panel").id);
  });

  test("Escape closes it and gives the focus back", () => {
    draw();
    act(() => one<HTMLButtonElement>("button").click());
    one<HTMLElement>("a").focus();
    key(one("a"), "Escape");
    expect(one(".gb-panel")).toBeNull();
    expect(document.activeElement).toBe(one("button"));
  });

  test("pointing elsewhere closes it", () => {
    draw();
    act(() => one<HTMLButtonElement>("button").click());
    act(() => {
      document.body.dispatchEvent(new Event("pointerdown", { bubbles: true, composed: true }));
    });
    expect(one(".gb-panel")).toBeNull();
  });
});

describe("a list of checkboxes", () => {
  const items = ["Alpha", "Ägypten", "Gamma"].map((label, i) => ({ id: `${i}`, label, count: i }));

  test("names the group, shows counts, and tells what is chosen", () => {
    const onChange = vi.fn();
    act(() =>
      render(<CheckList legend="Country" items={items} chosen={["1"]} onChange={onChange} />, root),
    );
    expect(one("legend").textContent).toBe("Country");
    expect(one("li .gb-count").textContent).toBe("0 results");
    const boxes = [...root.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    expect(boxes.map(({ checked }) => checked)).toEqual([false, true, false]);
    act(() => boxes[2]!.click());
    expect(onChange).toHaveBeenLastCalledWith(["1", "2"]);
    act(() => boxes[1]!.click());
    expect(onChange).toHaveBeenLastCalledWith([]);
  });

  test("a long one can be narrowed, whatever the accents", () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ id: `x${i}`, label: `X ${i}`, count: 1 }));
    act(() =>
      render(
        <CheckList legend="Country" items={[...items, ...many]} chosen={[]} onChange={vi.fn()} />,
        root,
      ),
    );
    const box = one<HTMLInputElement>("input[type=search]");
    act(() => {
      box.value = "agy";
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
    expect([...root.querySelectorAll("li bdi")].map((label) => label.textContent)).toEqual([
      "Ägypten",
    ]);
  });
});

describe("a combobox", () => {
  const onChoose = vi.fn();
  const onEnter = vi.fn();
  const draw = (value = "spr") =>
    act(() =>
      render(
        <Combobox
          label="Near"
          value={value}
          options={["Springfield, MO", "Springfield, MA"].map((label) => ({ key: label, label }))}
          onInput={vi.fn()}
          onChoose={onChoose}
          onEnter={onEnter}
        />,
        root,
      ),
    );
  const input = () => one<HTMLInputElement>("input");
  const type = () =>
    act(() => {
      input().dispatchEvent(new Event("input", { bubbles: true }));
    });

  beforeEach(() => {
    onChoose.mockClear();
    onEnter.mockClear();
  });

  test("opens while typing and not before", () => {
    draw();
    expect(input().getAttribute("aria-expanded")).toBe("false");
    type();
    expect(input().getAttribute("aria-expanded")).toBe("true");
    expect(one("[role=listbox]").id).toBe(input().getAttribute("aria-controls"));
    expect(one("[role=status]").textContent).toBe("2 suggestions");
  });

  test("arrow keys go through the list and back to the box; Enter takes", () => {
    draw();
    type();
    const active = () => input().getAttribute("aria-activedescendant");
    key(input(), "ArrowDown");
    expect(document.getElementById(active()!)?.textContent).toBe("Springfield, MO");
    expect(one("[aria-selected=true]").textContent).toBe("Springfield, MO");
    key(input(), "ArrowDown");
    key(input(), "ArrowDown");
    expect(active()).toBeNull();
    key(input(), "ArrowUp");
    expect(document.getElementById(active()!)?.textContent).toBe("Springfield, MA");
    key(input(), "Enter");
    expect(onChoose).toHaveBeenCalledWith(1);
    expect(input().getAttribute("aria-expanded")).toBe("false");
  });

  test("Enter without a choice leaves it to the widget", () => {
    draw();
    type();
    key(input(), "Enter");
    expect(onEnter).toHaveBeenCalledOnce();
    expect(onChoose).not.toHaveBeenCalled();
  });

  test("Escape closes the list first", () => {
    draw();
    type();
    key(input(), "Escape");
    expect(input().getAttribute("aria-expanded")).toBe("false");
  });

  test("a press on an option takes it", () => {
    draw();
    type();
    act(() => root.querySelectorAll<HTMLElement>("[role=option]")[1]!.click());
    expect(onChoose).toHaveBeenCalledWith(1);
  });
});

test("a live region speaks once the message stands still", () => {
  vi.useFakeTimers();
  const say = (message: string) => act(() => render(<LiveRegion message={message} />, root));
  say("10 shown");
  act(() => void vi.advanceTimersByTime(300));
  say("9 shown");
  act(() => void vi.advanceTimersByTime(500));
  expect(one("[role=status]").textContent).toBe("");
  act(() => void vi.advanceTimersByTime(100));
  expect(one("[role=status]").textContent).toBe("9 shown");
  vi.useRealTimers();
});
