import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../shared/controls/Icon";

export interface SearchBoxProps {
  text: string;
  /** How long to wait for the next letter, in milliseconds; 0 for small directories. */
  delay: number;
  onChange: (text: string) => void;
}

/** Looks through names, former names, descriptions, places and services while one types. */
export function SearchBox({ text, delay, onChange }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef("");
  const timer = useRef(0);
  useLayoutEffect(() => {
    // Only what comes from elsewhere is written into the box: what it sent itself may by now be
    // older than what stands in it, and letters would be lost to whoever types fast.
    if (text === sent.current) return;
    clearTimeout(timer.current);
    sent.current = text;
    if (input.current) input.current.value = text;
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onInput = (value: string) => {
    clearTimeout(timer.current);
    const send = () => {
      sent.current = value;
      onChange(value);
    };
    if (delay === 0) send();
    else timer.current = window.setTimeout(send, delay);
  };
  return (
    <div class="gb-field gb-search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        class="gb-input"
        aria-label="Search names, places and services"
        placeholder="Name, place or service"
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
