import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { pathOf } from "../shared/geo/path";
import { countriesOf, worldMap } from "../shared/geo/world";
import type { TimelineEvent } from "./events";
import { frameOf, spotsOf, spotWords } from "./spots";
import { useRoom } from "./useRoom";

export interface WorldPictureProps {
  /** What is shown on the scale of time. */
  events: readonly TimelineEvent[];
  selected: string;
  lit: readonly string[];
  load: (name: string) => Promise<unknown>;
  onSelect: (id: string) => void;
  onSeveral: (ids: string[]) => void;
  onLit: (ids: readonly string[]) => void;
}

const WORLD = worldMap(1000);
/** Nobody lives south of there, and the map has better use for the room. */
const MAP = { width: WORLD.width, height: WORLD.height * 0.91 };

/** Where the shown events happened: the map keeps in step with the scale of time. */
export function WorldPicture(props: WorldPictureProps) {
  const { events, selected, lit, load } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useRoom(box) || 300;
  const [land, setLand] = useState("");
  useEffect(() => {
    let gone = false;
    // Without the outlines the dots still say where.
    load("basemap/world-110m").then(
      (data) => {
        if (!gone)
          setLand(
            countriesOf(data)
              .map((area) => pathOf(area, WORLD.project))
              .join(""),
          );
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [load]);
  const frame = useMemo(() => frameOf(events, WORLD.project, MAP), [events]);
  const scale = width / frame.width;
  const spots = useMemo(() => spotsOf(events, WORLD.project, 26 / scale), [events, scale]);
  const off = events.filter(({ latitude }) => latitude === null).length;
  const press = (ids: string[]) =>
    ids.length === 1 ? props.onSelect(ids[0]!) : props.onSeveral(ids);
  return (
    <div class="tl-map">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      <div
        class="tl-world"
        role="group"
        aria-label="Map of the events shown"
        ref={box}
        style={{ height: `${(MAP.height / MAP.width) * width}px` }}
      >
        <svg
          viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
          aria-hidden="true"
          focusable="false"
        >
          <path class="tl-land" d={land} />
        </svg>
        {spots.map((spot) => {
          const ids = spot.events.map(({ id }) => id);
          const several = ids.length > 1;
          return (
            <button
              key={ids[0]}
              type="button"
              data-spot={ids[0]}
              class={[
                "tl-spot",
                several ? "tl-several" : "",
                spot.events.every(({ extent }) => extent === "region") ? "tl-region" : "",
                ids.includes(selected) ? "tl-chosen" : "",
                ids.some((id) => lit.includes(id)) ? "tl-lit" : "",
              ].join(" ")}
              style={{
                left: `${(spot.x - frame.x) * scale}px`,
                top: `${(spot.y - frame.y) * scale}px`,
              }}
              aria-label={spotWords(spot)}
              title={spotWords(spot)}
              onClick={() => press(ids)}
              onFocus={() => props.onLit(ids)}
              onBlur={() => props.onLit([])}
              onMouseEnter={() => props.onLit(ids)}
              onMouseLeave={() => props.onLit([])}
            >
              <span class="tl-dot">{several ? ids.length : ""}</span>
            </button>
          );
        })}
      </div>
      <p class="tl-quiet">
        A dot is the middle of a town; a dashed ring is the middle of a state, province or county.
        {off > 0 &&
          ` ${off} shown ${off === 1 ? "concerns" : "concern"} a whole country and ${off === 1 ? "has" : "have"} no dot.`}
      </p>
    </div>
  );
}
