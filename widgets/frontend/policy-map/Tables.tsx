import type { ComponentChildren } from "preact";
import { Source } from "../shared/controls/Source";
import { type Deaths, number, type Payload, type Standing } from "./laws";
import { classOf, LABELS, SIGNS } from "./marks";

interface ScrollProps {
  caption: string;
  children: ComponentChildren;
}

/** A table that scrolls inside itself; what scrolls must be reachable by keyboard. */
function Scroll({ caption, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard
    <section class="gb-policy-scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export interface StateTableProps {
  states: readonly Standing[];
  law: string;
  year: number;
  region: string;
}

/** Every state at the end of the year. */
export function StateTable({ states, law, year, region }: StateTableProps) {
  return (
    <Scroll caption={`${law}: the states at the end of ${year}`}>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">End of {year}</th>
          <th scope="col">Since</th>
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        {states.map((state) => (
          <tr key={state.region} class={state.region === region ? "gb-policy-row" : undefined}>
            <th scope="row">{state.name}</th>
            <td class="gb-policy-status">
              <span class={`gb-policy-swatch ${classOf(state.status)}`} aria-hidden="true">
                {SIGNS[state.status]}
              </span>{" "}
              {LABELS[state.status]}
            </td>
            <td>{state.since ?? "not dated"}</td>
            <td>{state.note}</td>
          </tr>
        ))}
      </tbody>
    </Scroll>
  );
}

/** Every count of deaths, with its source; the rows of the year stand out. */
export function DeathsTable({ payload, year }: { payload: Payload; year: number }) {
  return (
    <Scroll caption="Deaths by overdose in the United States, any drug">
      <thead>
        <tr>
          <th scope="col">Year</th>
          <th scope="col">Series</th>
          <th scope="col">Deaths</th>
          <th scope="col">With a synthetic opioid</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {payload.deaths.map((row) => (
          <tr
            key={`${row.year} ${row.series}`}
            class={row.year === year ? "gb-policy-row" : undefined}
          >
            <th scope="row">{row.year}</th>
            <td>{row.series}</td>
            <td>{number(row.deaths)}</td>
            <td>{row.synthetic === null ? "not given" : number(row.synthetic)}</td>
            <td>
              <DeathsSource row={row} payload={payload} />
              {row.note && ` ${row.note}`}
            </td>
          </tr>
        ))}
      </tbody>
    </Scroll>
  );
}

function DeathsSource({ row, payload }: { row: Deaths; payload: Payload }) {
  const source = payload.sources[row.source];
  if (!source) return null;
  const { title, url, year, evidence } = source;
  return <Source title={title} url={url} year={year ?? ""} evidence={evidence} label="" />;
}
