import { useRef, useState } from "preact/hooks";
import { type Standing, standingWords } from "./laws";
import { classOf, SIGNS } from "./marks";
import { type Arrow, neighbour, TILES } from "./tiles";

export interface TileMapProps {
  states: readonly Standing[];
  label: string;
  /** Whether a square has room for the year under the letters. */
  roomy: boolean;
  region: string;
  onChoose: (region: string) => void;
}

/**
 * The states as equal squares: one stop of the Tab key, then arrow keys, Home and End.
 *
 * A square is a button that is pressed while its state is looked at.
 */
export function TileMap({ states, label, roomy, region, onChoose }: TileMapProps) {
  const group = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState("");
  const shown = states.filter((state) => TILES[state.region]);
  const regions = shown.map((state) => state.region);
  const stop = [at, region].find((one) => regions.includes(one)) ?? regions[0] ?? "";

  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key.startsWith("Arrow")
      ? neighbour(stop, event.key as Arrow, regions)
      : event.key === "Home"
        ? regions[0]
        : event.key === "End"
          ? regions[regions.length - 1]
          : undefined;
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
    group.current?.querySelector<HTMLButtonElement>(`[data-region="${to}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's controls
    <div ref={group} class="gb-policy-tiles" role="group" aria-label={label} onKeyDown={onKeyDown}>
      {shown.map((state) => {
        const [row, column] = TILES[state.region]!;
        return (
          <button
            key={state.region}
            type="button"
            class={`gb-policy-tile ${classOf(state.status)}`}
            style={{ gridRow: row + 1, gridColumn: column + 1 }}
            data-region={state.region}
            tabIndex={state.region === stop ? 0 : -1}
            aria-pressed={state.region === region}
            aria-label={`${state.region}, ${state.name}: ${standingWords(state)}`}
            onFocus={() => setAt(state.region)}
            onClick={() => onChoose(state.region)}
          >
            <span>{state.region}</span>
            {roomy && <span aria-hidden="true">{state.since ?? SIGNS.unknown}</span>}
          </button>
        );
      })}
    </div>
  );
}
