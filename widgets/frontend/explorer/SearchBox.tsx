import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../shared/controls/Icon";

export interface SearchBoxProps {
  text: string;
  /** How long to wait for the next letter, in milliseconds; 0 for small directories. */
  delay: number;
  onChange: (text: string) => void;
}

/** Looks through names, former names, descriptions, places and services while one types. */
export function SearchBox({ text, delay, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(text);
  const timer = useRef(0);
  useEffect(() => {
    clearTimeout(timer.current);
    setTyped(text);
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onInput = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    if (delay === 0) onChange(value);
    else timer.current = window.setTimeout(() => onChange(value), delay);
  };
  return (
    <div class="gb-field gb-search">
      <Icon name="search" />
      <input
        type="search"
        class="gb-input"
        aria-label="Search names, places and services"
        placeholder="Name, place or service"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        value={typed}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
