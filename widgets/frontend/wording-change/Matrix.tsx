import { Source } from "../shared/controls/Source";
import { useUnique } from "../shared/controls/useUnique";
import { type Match, type Payload, partners } from "./principles";

const SIGNS: Readonly<Record<Match, string>> = { near: "●", "in part": "◐", "": "·" };
const SPOKEN: Readonly<Record<Match, string>> = { near: "near", "in part": "in part", "": "no" };

/** The seven statements against the eight principles, as a table. */
export function Matrix({ payload }: { payload: Payload }) {
  const { principles, statements, statements_source } = payload;
  const heading = useUnique();
  return (
    <div class="gb-wording-matrix">
      <h3 id={heading}>Seven statements on care around birth, beside the eight</h3>
      <p class="gb-wording-quiet">
        <span aria-hidden="true">● </span>near, <span aria-hidden="true">◐ </span>in part,{" "}
        <span aria-hidden="true">· </span>no partner. The numbers above are those of the cards. The
        matching is ours.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable */}
      <section class="gb-wording-scroll" tabIndex={0} aria-labelledby={heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">Statement, and what is new in it</th>
              {principles.map(({ id, number, name }) => (
                <th key={id} scope="col" title={name}>
                  {number}
                  <span class="gb-spoken"> {name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {statements.map(({ number, statement, new: added, matches }) => (
              <tr key={number}>
                <th scope="row">
                  <bdi>
                    {number}. {statement}
                  </bdi>{" "}
                  <span class="gb-wording-quiet">{added}</span>
                </th>
                {principles.map(({ id, number: column }, at) => {
                  const match = matches[at] ?? "";
                  return (
                    <td key={id} class={match ? "gb-wording-match" : undefined}>
                      <span aria-hidden="true">{SIGNS[match]}</span>
                      <span class="gb-spoken">
                        {SPOKEN[match]} {match && column}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">How many come near</th>
              {partners(payload).map((count, at) => (
                <td key={principles[at]!.id}>{count}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      <p class="gb-wording-quiet">
        <Source
          title={statements_source.source_title ?? ""}
          url={statements_source.source_url}
          evidence={statements_source.evidence}
        />
      </p>
    </div>
  );
}
