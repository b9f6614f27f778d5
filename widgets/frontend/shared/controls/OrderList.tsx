import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "./Button";
import { LiveRegion } from "./LiveRegion";
import { moved } from "./order";
import { useUnique } from "./useUnique";

export interface OrderItem {
  id: string;
  label: string;
}

export interface OrderListProps {
  /** What is put in order; spoken as the name of the list. */
  legend: string;
  items: readonly OrderItem[];
  /** The ids as they stand now. */
  order: readonly string[];
  onOrder: (order: string[]) => void;
  /** Something under an item, such as what a check said of it. */
  note?: (id: string, place: number) => ComponentChildren;
}

const KEYS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Items to put in order: two buttons each, arrow keys on them, or drag by the handle.
 *
 * The focus stays on the button that was pressed, wherever its item goes, and the new place is
 * spoken. At an end the button stays where it is and says so, since a disabled one loses the focus.
 */
export function OrderList({ legend, items, order, onOrder, note }: OrderListProps) {
  const hint = useUnique();
  const list = useRef<HTMLOListElement>(null);
  /** The button that takes the focus when the list is next drawn, as item and direction. */
  const focus = useRef("");
  const [said, setSaid] = useState("");
  const [held, setHeld] = useState("");
  const byId = new Map(items.map((item) => [item.id, item]));
  const shown = order.filter((id) => byId.has(id));

  useEffect(() => {
    if (!focus.current) return;
    const wanted = focus.current;
    focus.current = "";
    for (const button of list.current?.querySelectorAll<HTMLElement>("[data-move]") ?? []) {
      if (button.dataset.move === wanted) button.querySelector("button")?.focus();
    }
  });

  const place = (id: string, to: number) => {
    const label = byId.get(id)?.label ?? "";
    if (to < 0 || to >= shown.length) {
      setSaid(`${label}: already ${to < 0 ? "first" : "last"}`);
      return;
    }
    setSaid(`${label}: now ${to + 1} of ${shown.length}`);
    onOrder(moved(shown, id, to));
  };
  const step = (id: string, by: number) => {
    focus.current = `${id} ${by}`;
    place(id, shown.indexOf(id) + by);
  };

  const drag = (id: string) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      (event.currentTarget as Element).setPointerCapture?.(event.pointerId);
      setHeld(id);
    },
    onPointerMove: (event: PointerEvent) => {
      if (held !== id || !list.current) return;
      const places = [...list.current.children].map((item) => item.getBoundingClientRect());
      const over = places.findIndex(({ top, bottom }) => {
        return event.clientY >= top && event.clientY <= bottom;
      });
      if (over >= 0 && shown[over] !== id) place(id, over);
    },
    onPointerUp: () => setHeld(""),
    onPointerCancel: () => setHeld(""),
  });

  return (
    <fieldset class="gb-order" aria-describedby={hint}>
      <legend>{legend}</legend>
      <p class="gb-note" id={hint}>
        Move an item with its two buttons, with the arrow keys on them, or by its handle.
      </p>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without bullets for none */}
      <ol ref={list} role="list">
        {shown.map((id, index) => {
          const label = byId.get(id)?.label ?? id;
          return (
            <li key={id} class={held === id ? "gb-order-held" : undefined}>
              <span class="gb-order-row">
                <span class="gb-order-handle" aria-hidden="true" {...drag(id)} />
                <span class="gb-order-place" aria-hidden="true">
                  {index + 1}
                </span>
                <span class="gb-order-label">
                  <bdi>{label}</bdi>
                </span>
                {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are its buttons' */}
                <span
                  class="gb-order-moves"
                  onKeyDown={(event) => {
                    const by = KEYS[event.key];
                    if (by === undefined) return;
                    event.preventDefault();
                    step(id, by);
                  }}
                >
                  <span data-move={`${id} -1`} class="gb-order-up">
                    <Button icon="chevron" iconOnly onClick={() => step(id, -1)}>
                      Move up: {label}
                    </Button>
                  </span>
                  <span data-move={`${id} 1`}>
                    <Button icon="chevron" iconOnly onClick={() => step(id, 1)}>
                      Move down: {label}
                    </Button>
                  </span>
                </span>
              </span>
              {note?.(id, index)}
            </li>
          );
        })}
      </ol>
      <LiveRegion message={said} delay={150} />
    </fieldset>
  );
}
