import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { Combobox } from "../shared/controls/Combobox";
import { Icon } from "../shared/controls/Icon";
import type { Near } from "../shared/directory/filter";
import { type Load, lookup, type Place } from "../shared/directory/places";
import { isOwn, ownPosition } from "./position";
import { inUnit, isSame, radii } from "./radii";
import type { Change } from "./state";
import type { Unit } from "./words";

export interface NearControlProps {
  near: Near | null;
  within_km: number | null;
  unit: Unit;
  /** Whether a kernel would get the reader's position: then the reader is asked first. */
  kernel: boolean;
  load: Load;
  change: Change;
}

const SUGGESTIONS = 8;

/** Letters typed before the gazetteer is asked. */
const LEAST = 2;

/** A place to search around, typed or the reader's own, and how far around it. */
export function NearControl({ near, within_km, unit, kernel, load, change }: NearControlProps) {
  const [typed, setTyped] = useState(near?.label ?? "");
  const [places, setPlaces] = useState<Place[]>([]);
  const [note, setNote] = useState("");
  const [failed, setFailed] = useState(false);
  const [asking, setAsking] = useState(false);
  const input = useRef<HTMLInputElement | null>(null);
  const wanted = useRef("");

  // Before anything else is typed.
  useLayoutEffect(() => {
    setTyped(near?.label ?? "");
    setPlaces([]);
  }, [near]);

  const say = (words: string, isError = false) => {
    setNote(words);
    setFailed(isError);
  };

  const find = async (text: string): Promise<Place[] | null> => {
    wanted.current = text;
    try {
      const found = await lookup(load, text, SUGGESTIONS);
      // Only the answer to what stands in the box counts.
      return wanted.current === text ? found : null;
    } catch {
      if (wanted.current === text) {
        say("The list of places could not be loaded. Check the connection and try again.", true);
      }
      return null;
    }
  };

  const onInput = async (text: string) => {
    setTyped(text);
    say("");
    if (text.trim() === "" && near) change({ near: null });
    if (text.trim().length < LEAST) {
      wanted.current = "";
      setPlaces([]);
      return;
    }
    const found = await find(text);
    if (found) setPlaces(found);
  };

  const take = ({ label, latitude, longitude }: Place) => {
    say("");
    setPlaces([]);
    setTyped(label);
    change({ near: { label, latitude, longitude } });
  };

  const onEnter = async () => {
    const text = typed.trim();
    if (text === "" || text === near?.label) return;
    const found = places.length > 0 ? places : await find(text);
    if (found?.[0]) take(found[0]);
    else if (found) {
      say(
        `No town called “${text}” is known here. Try a bigger town nearby, or a US ZIP code.`,
        true,
      );
    }
  };

  const locate = async () => {
    setAsking(false);
    say("Asking your browser for your position…");
    try {
      const position = await ownPosition();
      say("");
      change({ near: position });
    } catch (error) {
      say((error as Error).message, true);
    }
  };

  const choices = radii(within_km, unit);
  const chosen = choices.find(({ km }) =>
    km === null || within_km === null ? km === within_km : isSame(km, within_km),
  );

  return (
    <div class="gb-near">
      <div class="gb-field">
        <Icon name="locate" />
        <Combobox
          label="Near a town or US ZIP code"
          placeholder="Near a town or ZIP code"
          value={typed}
          options={places.map(({ label, latitude, longitude }) => ({
            key: `${label} ${latitude} ${longitude}`,
            label,
          }))}
          note={note}
          invalid={failed}
          onInput={onInput}
          onChoose={(index) => take(places[index]!)}
          onEnter={onEnter}
          inputRef={input}
        />
        {near && (
          <>
            <select
              class="gb-select"
              aria-label="How far"
              value={chosen?.value ?? "any"}
              onChange={({ currentTarget }) =>
                change({
                  within_km: choices.find(({ value }) => value === currentTarget.value)!.km,
                })
              }
            >
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <select
              class="gb-select gb-unit"
              aria-label="Kilometres or miles"
              value={unit}
              onChange={({ currentTarget }) => {
                const to = currentTarget.value as Unit;
                change({ unit: to, within_km: inUnit(within_km, unit, to) });
              }}
            >
              <option value="km">km</option>
              <option value="mi">mi</option>
            </select>
          </>
        )}
      </div>
      <Button
        icon="locate"
        pressed={isOwn(near)}
        onClick={() => (kernel ? setAsking(!asking) : void locate())}
        expanded={kernel ? asking : undefined}
      >
        Use my position
      </Button>
      {asking && (
        <fieldset class="gb-ask-first" aria-label="Before your position is used">
          <p>
            The notebook’s kernel will get your position, rounded to about 100 metres, so that
            results there agree with these. If the kernel runs on someone else’s computer, it goes
            there too.
          </p>
          <Button kind="accent" onClick={locate}>
            Use it
          </Button>
          <Button onClick={() => setAsking(false)}>Cancel</Button>
        </fieldset>
      )}
    </div>
  );
}
