import { useRef, useState } from "preact/hooks";
import { Button } from "../../shared/controls/Button";
import { Choices } from "../../shared/controls/Choices";
import { LiveRegion } from "../../shared/controls/LiveRegion";
import type { Payload } from "../alcohol/payload";
import { fill } from "../alcohol/text";
import { TextField } from "./TextField";

export interface TextListProps {
  legend: string;
  suggestions: readonly string[];
  value: readonly string[];
  payload: Payload;
  onChange: (value: string[]) => void;
}

/** Texts of the reader's own, beside some to pick from. */
export function TextList({ legend, suggestions, value, payload, onChange }: TextListProps) {
  const { limits, messages } = payload;
  const [text, setText] = useState("");
  const [said, setSaid] = useState({ text: "", refused: false });
  const input = useRef<HTMLInputElement>(null);
  // With their places: an opened file may say the same twice.
  const own = value.flatMap((one, at) => (suggestions.includes(one) ? [] : [{ one, at }]));

  const set = (next: string[], done: string): boolean => {
    const fits = next.length <= limits.texts;
    setSaid({ text: fits ? done : fill(messages.full, { most: limits.texts }), refused: !fits });
    if (fits) onChange(next);
    return fits;
  };
  const pick = (chosen: string[]) => {
    const kept = value.filter((one) => !suggestions.includes(one) || chosen.includes(one));
    set([...kept, ...chosen.filter((one) => !kept.includes(one))], "");
  };
  const add = () => {
    if (text === "") return input.current?.focus();
    if (value.includes(text) || set([...value, text], `Added: ${text}`)) setText("");
    input.current?.focus();
  };
  return (
    <div class="gb-dc-texts">
      <Choices
        legend={legend}
        choices={suggestions.map((one) => ({ id: one, label: one }))}
        chosen={value.filter((one) => suggestions.includes(one))}
        onChange={pick}
        multiple
        inline
      />
      {own.length > 0 && (
        <ul class="gb-dc-own" aria-label={`${legend}: in my own words`}>
          {own.map(({ one, at }) => (
            <li key={`${at} ${one}`}>
              <bdi>{one}</bdi>
              <Button
                icon="close"
                iconOnly
                kind="quiet"
                onClick={() => {
                  set(
                    value.filter((_, i) => i !== at),
                    `Removed: ${one}`,
                  );
                  input.current?.focus();
                }}
              >
                Remove: {one}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class="gb-dc-add">
        <TextField
          label={
            <>
              In my own words<span class="gb-spoken"> ({legend})</span>
            </>
          }
          value={text}
          characters={limits.characters}
          onChange={setText}
          onEnter={add}
          inputRef={input}
        />
        <Button icon="plus" onClick={add}>
          Add<span class="gb-spoken"> to: {legend}</span>
        </Button>
      </div>
      {said.refused && <p class="gb-note gb-note-error">{said.text}</p>}
      <LiveRegion message={said.text} delay={200} />
    </div>
  );
}
