import { useRef, useState } from "preact/hooks";
import { useUnique } from "./useUnique";

export interface ComboboxOption {
  key: string;
  label: string;
}

export interface ComboboxProps {
  label: string;
  placeholder?: string;
  value: string;
  options: ComboboxOption[];
  /** A sentence for the reader, such as an error or "Looking up…"; spoken when it changes. */
  note?: string;
  invalid?: boolean;
  onInput: (value: string) => void;
  /** An option was chosen from the list. */
  onChoose: (index: number) => void;
  /** Enter was pressed without an option being active. */
  onEnter: () => void;
  inputRef?: { current: HTMLInputElement | null };
}

/**
 * A text box with suggestions.
 *
 * Follows the "editable combobox with list autocomplete" pattern of the ARIA Authoring Practices:
 * the focus stays in the box, arrow keys move through the list, Enter takes, Escape closes.
 */
export function Combobox(props: ComboboxProps) {
  const { options } = props;
  const id = useUnique();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement | null>(null);
  const shown = open && options.length > 0;
  const current = shown && active < options.length ? active : -1;

  const choose = (index: number) => {
    setOpen(false);
    setActive(-1);
    props.onChoose(index);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place before the first option stands for "back in the box".
      const places = options.length + 1;
      setActive(
        shown ? ((current + 1 + step + places) % places) - 1 : step > 0 ? 0 : options.length - 1,
      );
      setOpen(true);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (current >= 0) {
        choose(current);
      } else {
        setOpen(false);
        props.onEnter();
      }
    } else if (event.key === "Escape" && (shown || props.value)) {
      event.stopPropagation();
      if (shown) {
        setOpen(false);
        setActive(-1);
      } else {
        props.onInput("");
      }
    }
  };

  return (
    <div class="gb-combobox">
      <input
        ref={(element) => {
          input.current = element;
          if (props.inputRef) {
            props.inputRef.current = element;
          }
        }}
        class="gb-input"
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
        aria-describedby={`${id}-note`}
        aria-invalid={props.invalid || undefined}
        autocomplete="off"
        autocapitalize="words"
        spellcheck={false}
        placeholder={props.placeholder}
        value={props.value}
        onInput={(event) => {
          setOpen(true);
          setActive(-1);
          props.onInput(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div
        class="gb-options"
        id={`${id}-list`}
        role="listbox"
        aria-label={props.label}
        hidden={!shown}
      >
        {options.map((option, index) => (
          <div
            key={option.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            // The list is worked from the box, which must not lose the focus to it.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(index)}
            onKeyDown={onKeyDown}
          >
            <bdi>{option.label}</bdi>
          </div>
        ))}
      </div>
      <span class="gb-spoken" role="status">
        {shown && `${options.length} ${options.length === 1 ? "suggestion" : "suggestions"}`}
      </span>
      <p
        class={props.invalid ? "gb-note gb-note-error" : "gb-note"}
        id={`${id}-note`}
        role="status"
      >
        {props.note ?? ""}
      </p>
    </div>
  );
}
