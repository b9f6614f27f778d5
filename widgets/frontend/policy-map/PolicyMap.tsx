import { useRef, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { Choices } from "../shared/controls/Choices";
import { LiveRegion } from "../shared/controls/LiveRegion";
import { Range } from "../shared/controls/Range";
import { useUnique } from "../shared/controls/useUnique";
import { useTraits } from "../shared/useTraits";
import { DeathsCurve } from "./DeathsCurve";
import {
  countsOf,
  deathsIn,
  lawIndex,
  type Payload,
  STATUSES,
  standings,
  standingWords,
  summaryOf,
} from "./laws";
import { classOf, LABELS, SIGNS } from "./marks";
import { StateCard } from "./StateCard";
import { StateMap } from "./StateMap";
import { type PolicyModel, TRAITS } from "./state";
import { DeathsTable, StateTable } from "./Tables";
import { TileMap } from "./TileMap";
import { useOutlines } from "./useOutlines";
import { prefersStill, usePlay } from "./usePlay";
import { useWidth } from "./useWidth";

const UNKNOWN =
  "“Unknown” means that our source gives no year. It does not mean that there is no such law. " +
  "The District of Columbia counts as a state here.";

/** Room for map and curve side by side, for a map that can be read, and for years in squares. */
const [SIDE_BY_SIDE, A_MAP, ROOMY] = [820, 520, 540];

/** Room for notes and sources in a column of their own. */
const COLUMNS = 700;

export function PolicyMap({ model, payload }: { model: PolicyModel; payload: Payload }) {
  const [{ law, year, region }, change] = useTraits(model, TRAITS);
  const [view, setView] = useState<"map" | "squares" | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root, 640);
  const list = useUnique();
  const outlines = useOutlines(model);
  const play = usePlay(year, payload.first, payload.last, (to) => change({ year: to }));

  const states = standings(payload, law, year);
  const counts = countsOf(states);
  const summary = summaryOf(payload, law, year);
  const chosen = states.find((state) => state.region === region);
  const kind = payload.laws[lawIndex(payload, law)]!;
  const beside = width >= SIDE_BY_SIDE;
  const [left, right] = beside
    ? [Math.round(width * 0.58), Math.round(width * 0.42) - 28]
    : [width, width];
  const asMap = (view ?? (left < A_MAP ? "squares" : "map")) === "map" && outlines !== "failed";
  const choose = (to: string) => change({ region: to === region ? "" : to });
  const label = `${summary} ${asMap ? "The table below has every state." : ""}`.trim();
  const card = chosen && (
    <StateCard
      payload={payload}
      state={chosen}
      year={year}
      onClose={() => {
        change({ region: "" });
        document.getElementById(list)?.focus();
      }}
    />
  );

  return (
    <div
      class="gb-policy"
      ref={root}
      // JupyterLab takes arrows and letters for its own, unless what has the focus says otherwise.
      onFocusCapture={({ target }) =>
        (target as Element).setAttribute("data-lm-suppress-shortcuts", "")
      }
    >
      <div class="gb-policy-ask">
        <Choices
          legend="Law"
          hint={kind.definition}
          inline
          choices={payload.laws}
          chosen={[kind.id]}
          onChange={([to]) => to && change({ law: to })}
        />
        <Range
          label="Year"
          min={payload.first}
          max={payload.last}
          value={year}
          back="One year earlier"
          forward="One year later"
          onChange={(to) => {
            play.stop();
            change({ year: to });
          }}
        />
        {!prefersStill() && (
          <Button pressed={play.playing} onClick={play.toggle} class="gb-policy-play">
            {play.playing ? "Stop" : "Play the years"}
          </Button>
        )}
      </div>

      <p class="gb-policy-summary">{summary}</p>
      <ul class="gb-policy-legend">
        {STATUSES.map((status) => (
          <li key={status}>
            <span class={`gb-policy-swatch ${classOf(status)}`} aria-hidden="true">
              {SIGNS[status]}
            </span>
            <strong>{counts[status]}</strong> {LABELS[status]}
          </li>
        ))}
      </ul>

      <div class={`gb-policy-pictures ${beside ? "gb-policy-beside" : ""}`}>
        <div style={{ width: `${left}px` }}>
          <div class="gb-policy-views">
            <label for={list}>State</label>
            <select
              id={list}
              class="gb-select"
              value={region}
              onChange={(event) => change({ region: event.currentTarget.value })}
            >
              <option value="">none chosen</option>
              {states.map((state) => (
                <option key={state.region} value={state.region}>
                  {state.name}
                </option>
              ))}
            </select>
            {outlines !== "failed" && (
              <div class="gb-policy-switch">
                <Button pressed={asMap} onClick={() => setView("map")}>
                  Map
                </Button>
                <Button pressed={!asMap} onClick={() => setView("squares")}>
                  Squares
                </Button>
              </div>
            )}
          </div>
          {!asMap && (
            <TileMap
              states={states}
              label={label}
              roomy={left >= ROOMY}
              region={region}
              onChoose={choose}
            />
          )}
          {asMap && outlines && (
            <StateMap
              states={states}
              outlines={outlines}
              width={left}
              label={label}
              region={region}
              onChoose={choose}
            />
          )}
          {asMap && !outlines && <p class="gb-policy-small">The map is on its way …</p>}
          <p class="gb-policy-small">{UNKNOWN}</p>
          {!beside && card}
        </div>
        <div style={{ width: `${right}px` }}>
          <DeathsCurve payload={payload} year={year} width={right} />
          {beside && card}
        </div>
      </div>

      <p class="gb-policy-caution gb-care">
        <strong>Read with care.</strong> {payload.caution}
      </p>
      <div class="gb-policy-tables">
        <StateTable
          states={states}
          law={kind.label}
          year={year}
          region={region}
          narrow={width < COLUMNS}
        />
        <details class="gb-fold">
          <summary>Deaths of every year, with sources</summary>
          <DeathsTable payload={payload} year={year} narrow={width < COLUMNS} />
        </details>
      </div>
      <LiveRegion message={play.playing ? "" : `${summary} ${deathsIn(payload, year)}`} />
      <LiveRegion message={chosen ? `${chosen.name}: ${standingWords(chosen)}.` : ""} />
    </div>
  );
}
