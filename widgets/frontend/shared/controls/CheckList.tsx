import { useState } from "preact/hooks";
import { count } from "../directory/summary";
import { fold } from "../directory/text";

export interface CheckItem {
  id: string;
  label: string;
  /** One line that explains the label, shown when the pointer rests on it. */
  definition?: string;
  count: number;
}

export interface CheckListProps {
  legend: string;
  items: readonly CheckItem[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** From this many values on, a box to narrow the list stands above it. */
const LONG = 14;

/** A group of checkboxes, each with the number of results it would leave. */
export function CheckList({ legend, items, chosen, onChange }: CheckListProps) {
  const [typed, setTyped] = useState("");
  const long = items.length >= LONG;
  const wanted = fold(typed.trim());
  const visible = wanted ? items.filter((item) => fold(item.label).includes(wanted)) : items;
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <fieldset class="gb-checklist">
      <legend>{legend}</legend>
      {long && (
        <input
          type="search"
          class="gb-input gb-checklist-find"
          aria-label={`Find in ${legend.toLowerCase()}`}
          placeholder="Find in this list"
          value={typed}
          autocomplete="off"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ul>
        {visible.map((item) => {
          const on = chosen.includes(item.id);
          return (
            <li key={item.id} class={item.count === 0 && !on ? "gb-none" : undefined}>
              <label title={item.definition || undefined}>
                <input type="checkbox" checked={on} onChange={() => toggle(item.id)} />
                <span class="gb-check-words">
                  <bdi>{item.label}</bdi>
                </span>{" "}
                <span class="gb-count">
                  {count(item.count)}
                  <span class="gb-spoken"> {item.count === 1 ? "result" : "results"}</span>
                </span>
              </label>
            </li>
          );
        })}
        {visible.length === 0 && <li class="gb-quiet">Nothing in this list has those letters.</li>}
      </ul>
    </fieldset>
  );
}
