import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useUnique } from "./useUnique";

export interface Choice {
  id: string;
  label: ComponentChildren;
  /** Said with the choice: an explanation, or what came of it. */
  note?: ComponentChildren;
}

export interface ChoicesProps {
  /** What is asked. */
  legend: ComponentChildren;
  /** A line under the legend, spoken with it. */
  hint?: ComponentChildren;
  choices: readonly Choice[];
  /** The ids that are chosen, in the order of the choices. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** Checkboxes instead of radios. */
  multiple?: boolean;
  /** A button that takes an answer back; radios have no other way to none. */
  clearable?: boolean;
  /** Short choices beside one another where there is room. */
  inline?: boolean;
  disabled?: boolean;
  class?: string;
}

/** A question with choices: a fieldset of radios or of checkboxes, each perhaps with a note. */
export function Choices(props: ChoicesProps) {
  const { choices, chosen, multiple = false } = props;
  const name = useUnique();
  const group = useRef<HTMLFieldSetElement>(null);

  const choose = (id: string) => {
    if (!multiple) return props.onChange([id]);
    const on = new Set(chosen);
    if (!on.delete(id)) on.add(id);
    props.onChange(choices.map((choice) => choice.id).filter((one) => on.has(one)));
  };
  const clear = () => {
    // The button goes with the answer; the focus stays with the question.
    group.current?.querySelector("input")?.focus();
    props.onChange([]);
  };

  return (
    <fieldset
      ref={group}
      class={`gb-choices ${props.inline ? "gb-choices-inline" : ""} ${props.class ?? ""}`}
      aria-describedby={props.hint ? `${name}-hint` : undefined}
      disabled={props.disabled}
    >
      <legend>{props.legend}</legend>
      {props.hint && (
        <p class="gb-choices-hint" id={`${name}-hint`}>
          {props.hint}
        </p>
      )}
      <div class="gb-choices-list">
        {choices.map(({ id, label, note }, index) => (
          <div class="gb-choice" key={id}>
            <label>
              <input
                type={multiple ? "checkbox" : "radio"}
                name={name}
                value={id}
                checked={chosen.includes(id)}
                aria-describedby={note ? `${name}-${index}` : undefined}
                // A browser that comes back to a page fills in what was chosen before.
                autocomplete="off"
                onChange={() => choose(id)}
              />
              <span>{label}</span>
            </label>
            {note && (
              <div class="gb-choice-note" id={`${name}-${index}`}>
                {note}
              </div>
            )}
          </div>
        ))}
      </div>
      {props.clearable && chosen.length > 0 && (
        <button type="button" class="gb-button gb-button-quiet gb-choices-clear" onClick={clear}>
          <span>Take this answer back</span>
        </button>
      )}
    </fieldset>
  );
}
