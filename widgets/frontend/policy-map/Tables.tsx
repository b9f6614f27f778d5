import { type ComponentChildren, Fragment } from "preact";
import { Source } from "../shared/controls/Source";
import { useUnique } from "../shared/controls/useUnique";
import { type Deaths, number, type Payload, type Standing } from "./laws";
import { classOf, LABELS, SIGNS } from "./marks";

interface ListedProps {
  caption: string;
  /** Too narrow for a column of words: they stand in a line of their own below. */
  narrow: boolean;
  heads: readonly string[];
  /** The head of the words that belong to a row. */
  wordsHead: string;
  rows: readonly Row[];
}

interface Row {
  key: string;
  name: ComponentChildren;
  cells: readonly ComponentChildren[];
  words: ComponentChildren;
  chosen: boolean;
}

/** A table that scrolls inside itself under its title; what scrolls must be reachable by keyboard. */
function Listed({ caption, narrow, heads, wordsHead, rows }: ListedProps) {
  const title = useUnique();
  return (
    <div>
      <p class="gb-policy-caption" id={title}>
        {caption}
      </p>
      <section
        class={`gb-policy-scroll ${narrow ? "gb-policy-narrow" : ""}`}
        aria-labelledby={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard
        tabIndex={0}
      >
        <table aria-labelledby={title}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {!narrow && <th scope="col">{wordsHead}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, cells, words, chosen }) => {
              const mark = chosen ? "gb-policy-row" : undefined;
              return (
                <Fragment key={key}>
                  <tr class={mark}>
                    <th scope="row">{name}</th>
                    {cells.map((cell, i) => (
                      <td key={heads[i + 1]}>{cell}</td>
                    ))}
                    {!narrow && <td class="gb-policy-words">{words}</td>}
                  </tr>
                  {narrow && words && (
                    <tr class={`gb-policy-under ${mark ?? ""}`}>
                      <td colSpan={heads.length}>{words}</td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </section>
    </div>
  );
}

export interface StateTableProps {
  states: readonly Standing[];
  law: string;
  year: number;
  region: string;
  narrow: boolean;
}

/** Every state at the end of the year. */
export function StateTable({ states, law, year, region, narrow }: StateTableProps) {
  return (
    <Listed
      caption={`${law}: the states at the end of ${year}`}
      narrow={narrow}
      heads={["State", `End of ${year}`, "Since"]}
      wordsHead="Note"
      rows={states.map((state) => ({
        key: state.region,
        name: state.name,
        cells: [
          <>
            <span class={`gb-policy-swatch ${classOf(state.status)}`} aria-hidden="true">
              {SIGNS[state.status]}
            </span>{" "}
            {LABELS[state.status]}
          </>,
          state.since ?? "not dated",
        ],
        words: state.note,
        chosen: state.region === region,
      }))}
    />
  );
}

export interface DeathsTableProps {
  payload: Payload;
  year: number;
  narrow: boolean;
}

/** Every count of deaths, with its source; the rows of the year stand out. */
export function DeathsTable({ payload, year, narrow }: DeathsTableProps) {
  return (
    <Listed
      caption="Deaths by overdose in the United States, any drug"
      narrow={narrow}
      heads={["Year", "Series", "Deaths", "With a synthetic opioid"]}
      wordsHead="Source"
      rows={payload.deaths.map((row) => ({
        key: `${row.year} ${row.series}`,
        name: row.year,
        cells: [
          row.series,
          number(row.deaths),
          row.synthetic === null ? "not given" : number(row.synthetic),
        ],
        words: (
          <>
            <DeathsSource row={row} payload={payload} />
            {row.note && ` ${row.note}`}
          </>
        ),
        chosen: row.year === year,
      }))}
    />
  );
}

function DeathsSource({ row, payload }: { row: Deaths; payload: Payload }) {
  const source = payload.sources[row.source];
  if (!source) return null;
  const { title, url, year, evidence } = source;
  return <Source title={title} url={url} year={year ?? ""} evidence={evidence} label="" />;
}
