// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { OrderList } from "../../../shared/controls/OrderList";
import { mixed, moved } from "../../../shared/controls/order";

const ITEMS = ["call", "wake", "stay"].map((id) => ({ id, label: `<i>${id}` }));

let root: HTMLElement;
let order: string[];
beforeEach(() => {
  vi.useFakeTimers();
  root = document.createElement("div");
  document.body.append(root);
  order = ["call", "wake", "stay"];
  draw();
});
afterEach(() => {
  act(() => render(null, root));
  root.remove();
  vi.useRealTimers();
});

function draw(): void {
  const onOrder = (wanted: string[]) => {
    order = wanted;
    draw();
  };
  act(() =>
    render(
      <OrderList
        legend="The steps"
        items={ITEMS}
        order={order}
        onOrder={onOrder}
        note={(id, place) => id === "stay" && <p>note {place}</p>}
      />,
      root,
    ),
  );
}

const button = (name: string) =>
  [...root.querySelectorAll("button")].find((each) => each.textContent === name) as HTMLElement;
const press = (name: string) => act(() => button(name).click());
const said = () => {
  act(() => void vi.advanceTimersByTime(1000));
  return root.querySelector("[role=status]")?.textContent;
};

describe("a list to put in order", () => {
  test("moves an item, keeps the focus on its button and says the place", () => {
    press("Move down: <i>call");
    expect(order).toEqual(["wake", "call", "stay"]);
    expect(document.activeElement).toBe(button("Move down: <i>call"));
    expect(said()).toBe("<i>call: now 2 of 3");
    press("Move up: <i>stay");
    expect(order).toEqual(["wake", "stay", "call"]);
    expect(document.activeElement).toBe(button("Move up: <i>stay"));
  });

  test("at an end nothing moves, the focus stays and it is said", () => {
    press("Move up: <i>call");
    expect(order).toEqual(["call", "wake", "stay"]);
    expect(document.activeElement).toBe(button("Move up: <i>call"));
    expect(said()).toBe("<i>call: already first");
    press("Move down: <i>stay");
    expect(said()).toBe("<i>stay: already last");
  });

  test("arrow keys on a button move its item", () => {
    const event = new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true, cancelable: true });
    act(() => void button("Move down: <i>stay").dispatchEvent(event));
    expect(event.defaultPrevented).toBe(true);
    expect(order).toEqual(["call", "stay", "wake"]);
    expect(document.activeElement).toBe(button("Move up: <i>stay"));
  });

  test("shows the places in order, the note, and text as text", () => {
    expect([...root.querySelectorAll(".gb-order-place")].map((each) => each.textContent)).toEqual([
      "1",
      "2",
      "3",
    ]);
    expect(root.querySelector("li p")?.textContent).toBe("note 2");
    expect(root.querySelector("i")).toBeNull();
  });

  test("drags by the handle", () => {
    const rows = [...root.querySelectorAll("li")];
    rows.forEach((row, index) => {
      row.getBoundingClientRect = () => ({ top: index * 50, bottom: index * 50 + 45 }) as DOMRect;
    });
    const handle = rows[0]?.querySelector(".gb-order-handle") as HTMLElement;
    const point = (type: string, clientY: number) =>
      act(() => void handle.dispatchEvent(new PointerEvent(type, { clientY, bubbles: true })));
    point("pointermove", 110);
    expect(order[0]).toBe("call");
    point("pointerdown", 10);
    point("pointermove", 110);
    point("pointerup", 110);
    expect(order).toEqual(["wake", "stay", "call"]);
    point("pointermove", 10);
    expect(order).toEqual(["wake", "stay", "call"]);
  });
});

describe("an order", () => {
  test("moves one and keeps the rest", () => {
    expect(moved(["a", "b", "c"], "a", 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], "c", -4)).toEqual(["c", "a", "b"]);
    expect(moved(["a"], "a", 9)).toEqual(["a"]);
  });

  test("is mixed into another order with the same members", () => {
    for (let length = 2; length < 9; length += 1) {
      const ids = Array.from({ length }, (_, index) => String(index));
      expect(mixed(ids)).not.toEqual(ids);
      expect([...mixed(ids)].sort()).toEqual(ids);
    }
    expect(mixed(["a"])).toEqual(["a"]);
    expect(mixed([])).toEqual([]);
  });
});
