import type { ComponentChildren, Ref } from "preact";
import { useState } from "preact/hooks";
import { useUnique } from "../../shared/controls/useUnique";
import { tidyText } from "../alcohol/text";

export interface TextFieldProps {
  label: ComponentChildren;
  value: string;
  characters: number;
  onChange: (value: string) => void;
  onEnter?: () => void;
  inputRef?: Ref<HTMLInputElement>;
}

/** A line of text. What it gives is tidy; what it shows is what was typed. */
export function TextField(props: TextFieldProps) {
  const id = useUnique();
  const [draft, setDraft] = useState({ text: props.value, value: props.value });
  const text = draft.value === props.value ? draft.text : props.value;
  return (
    <div class="gb-dc-field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        ref={props.inputRef}
        class="gb-input gb-dc-text"
        type="text"
        dir="auto"
        // Nothing that is typed is kept by the browser, nor sent to a speller on the network.
        autocomplete="off"
        spellcheck={false}
        maxLength={props.characters}
        value={text}
        onInput={(event) => {
          const { value: now } = event.currentTarget;
          const value = tidyText(now, props.characters);
          setDraft({ text: now, value });
          props.onChange(value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.isComposing) props.onEnter?.();
        }}
      />
    </div>
  );
}
