import { Button } from "../shared/controls/Button";
import { Source } from "../shared/controls/Source";
import { type Payload, type State, standingWords, statusAt } from "./laws";
import { classOf, SIGNS } from "./marks";

export interface StateCardProps {
  payload: Payload;
  state: State;
  year: number;
  onClose: () => void;
}

/** One state at the end of the year: its three laws, what else was read, and the source. */
export function StateCard({ payload, state, year, onClose }: StateCardProps) {
  const source = payload.sources[state.source];
  return (
    <section class="gb-policy-card" aria-label={`${state.name} at the end of ${year}`}>
      <div class="gb-policy-card-head">
        <h3>
          {state.name}, end of {year}
        </h3>
        <Button kind="quiet" icon="close" iconOnly onClick={onClose}>
          Close {state.name}
        </Button>
      </div>
      <dl>
        {payload.laws.map((law, i) => {
          const since = state.years[i] ?? null;
          const status = statusAt(since, year);
          return (
            <div key={law.id}>
              <dt>{law.label}</dt>
              <dd>
                <span class={`gb-policy-swatch ${classOf(status)}`} aria-hidden="true">
                  {SIGNS[status]}
                </span>{" "}
                {standingWords({ since, status })}
              </dd>
            </div>
          );
        })}
      </dl>
      {state.note && <p>{state.note}</p>}
      {source && (
        <p class="gb-policy-small">
          <Source
            title={source.title}
            url={source.url}
            year={source.year ?? ""}
            evidence={source.evidence}
          />
        </p>
      )}
    </section>
  );
}
