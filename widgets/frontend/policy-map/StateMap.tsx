import { useUnique } from "../shared/controls/useUnique";
import { US_MAP } from "../shared/geo/projection";
import { type Standing, standingWords } from "./laws";
import { classOf, SIGNS, Stripes } from "./marks";
import type { Outline } from "./useOutlines";

export interface StateMapProps {
  states: readonly Standing[];
  outlines: Map<string, Outline>;
  /** How wide it is drawn, in pixels: letters have the same size on every screen. */
  width: number;
  /** What the map shows, for those who do not see it. */
  label: string;
  region: string;
  onChoose: (region: string) => void;
}

/** Pixels on the screen: nothing smaller is written. */
const LETTERS = 14;

/** A state is named from this size on, in squares as high as a letter. */
const ROOM = 3.2;

/** The middle of these lies at a coast: their letters stand further inland. */
const NUDGES: Readonly<Record<string, number>> = { FL: 20, LA: -16, MI: 6 };

/** On a small map the sign alone: its neighbours need the room. */
const wordOf = ({ status, region }: Standing, size: number): string =>
  status !== "unknown" ? region : size > 30 ? SIGNS.unknown : `${region} ${SIGNS.unknown}`;

/**
 * The states as a map. Pressing one is an extra for those who point: the list of states and the
 * squares do the same by keyboard.
 */
export function StateMap({ states, outlines, width, label, region, onChoose }: StateMapProps) {
  const stripes = useUnique();
  const scale = width / US_MAP.width;
  const size = LETTERS / scale;
  const drawn = states.flatMap((state) => {
    const outline = outlines.get(state.name);
    return outline ? [{ state, outline }] : [];
  });
  // What is chosen is drawn last, or its neighbours would hide half of its edge.
  const ordered = [...drawn].sort(
    (one, other) => Number(one.state.region === region) - Number(other.state.region === region),
  );
  return (
    <svg
      class="gb-policy-map"
      viewBox={`0 0 ${US_MAP.width} ${US_MAP.height}`}
      role="img"
      aria-label={label}
    >
      <Stripes id={stripes} />
      {ordered.map(({ state, outline }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: an extra for pointers, see above
        <path
          key={state.region}
          class={`gb-policy-state ${classOf(state.status)} ${
            state.region === region ? "gb-policy-chosen" : ""
          }`}
          d={outline.path}
          data-region={state.region}
          style={state.status === "unknown" ? { fill: `url(#${stripes})` } : undefined}
          onClick={() => onChoose(state.region)}
        >
          <title>{`${state.name}: ${standingWords(state)}`}</title>
        </path>
      ))}
      {drawn
        .filter(
          ({ state, outline }) => state.status === "unknown" || outline.size > ROOM * size * size,
        )
        .map(({ state, outline }) => (
          <text
            key={state.region}
            class={`gb-policy-letters ${classOf(state.status)}`}
            x={outline.x + (NUDGES[state.region] ?? 0)}
            y={outline.y}
            font-size={size}
            stroke-width={size / 4}
          >
            {wordOf(state, size)}
          </text>
        ))}
    </svg>
  );
}
