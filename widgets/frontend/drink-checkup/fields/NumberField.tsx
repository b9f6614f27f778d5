import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useUnique } from "../../shared/controls/useUnique";
import type { Payload, Span } from "../alcohol/payload";
import { fill } from "../alcohol/text";
import { number, parseNumber } from "../words";

export interface NumberFieldProps {
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** After the box: what is counted. */
  unit?: string;
  value: number | null;
  span: Span;
  whole?: boolean;
  messages: Payload["messages"];
  onChange: (value: number | null) => void;
  class?: string;
}

/**
 * A number that may be left out.
 *
 * What is no number, or out of range, counts as not said; why is told once the box is left.
 */
export function NumberField(props: NumberFieldProps) {
  const { span, value, whole = false, messages } = props;
  const id = useUnique();
  const [draft, setDraft] = useState<{ text: string; value: number | null } | null>(null);
  const [left, setLeft] = useState(false);
  // What was typed stands as long as it is what the model has: "1." on the way to "1.5".
  const typed = draft !== null && draft.value === value;
  const text = typed ? draft.text : value === null ? "" : number(value, 2);
  const problem = left && typed ? problemOf(draft.text) : "";

  function problemOf(typed: string): string {
    const found = parseNumber(typed);
    if (found === null) return "";
    if (!(found >= span[0] && found <= span[1])) {
      return fill(messages.number, { least: span[0], most: span[1] });
    }
    return whole && !Number.isInteger(found)
      ? fill(messages.whole, { least: span[0], most: span[1] })
      : "";
  }

  return (
    <div class={`gb-dc-field ${props.class ?? ""}`}>
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="gb-quiet" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      <div class="gb-dc-box">
        <input
          id={id}
          class="gb-input gb-dc-number"
          type="text"
          inputMode={whole ? "numeric" : "decimal"}
          autocomplete="off"
          spellcheck={false}
          maxLength={8}
          value={text}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${props.hint ? `${id}-hint ` : ""}${id}-problem`}
          onInput={(event) => {
            const { value: now } = event.currentTarget;
            const next = problemOf(now) ? null : parseNumber(now);
            setDraft({ text: now, value: next });
            setLeft(false);
            props.onChange(next);
          }}
          onBlur={() => setLeft(true)}
        />
        {props.unit && <span class="gb-dc-unit">{props.unit}</span>}
      </div>
      <p class="gb-note gb-note-error" id={`${id}-problem`} role="status">
        {problem}
      </p>
    </div>
  );
}
