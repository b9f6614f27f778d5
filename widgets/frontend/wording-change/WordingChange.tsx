import { useMemo } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { LiveRegion } from "../shared/controls/LiveRegion";
import { Source } from "../shared/controls/Source";
import { useUnique } from "../shared/controls/useUnique";
import { useTraits } from "../shared/useTraits";
import { Card } from "./Card";
import { Matrix } from "./Matrix";
import { changed, counts, type Payload } from "./principles";
import { TRAITS, type WordingModel } from "./state";

/** The eight principles as cards, a switch for what changed in them, and the matrix. */
export function WordingChange({ model, payload }: { model: WordingModel; payload: Payload }) {
  const [{ kinds, show_changes: on }, change] = useTraits(model, TRAITS);
  const shown = changed(payload.principles, kinds);
  const numbers = useMemo(() => counts(payload), [payload]);
  const labels = useMemo(() => new Map(payload.kinds.map((one) => [one.id, one])), [payload]);
  const [older, newer] = payload.versions.map(({ label }) => label ?? "");
  const filter = useUnique();
  const summary = `${shown.length} of ${payload.principles.length} principles`;
  const toggle = (id: string) =>
    change({ kinds: kinds.includes(id) ? kinds.filter((one) => one !== id) : [...kinds, id] });
  return (
    <div
      class="gb-wording"
      // JupyterLab takes letters for its own, unless the very element that has the focus says not to.
      onFocusCapture={({ target }) =>
        (target as Element).setAttribute("data-lm-suppress-shortcuts", "")
      }
    >
      <div class="gb-wording-tools">
        <button
          type="button"
          role="switch"
          class="gb-wording-switch"
          aria-checked={on}
          // Nothing can be filtered by what is not shown.
          onClick={() => change(on ? { show_changes: false, kinds: [] } : { show_changes: true })}
        >
          <span class="gb-wording-track" aria-hidden="true" />
          Show what changed in the wording
        </button>
        {on && (
          <fieldset aria-labelledby={filter}>
            <span id={filter} class="gb-wording-label">
              Only changes of the kind
            </span>
            {payload.kinds.map(({ id, label }) => (
              <Button
                key={id}
                class={kinds.includes(id) ? "gb-on" : ""}
                pressed={kinds.includes(id)}
                onClick={() => toggle(id)}
              >
                {label} <span class="gb-count">{numbers.get(id)}</span>
                <span class="gb-spoken">
                  {numbers.get(id) === 1 ? " principle" : " principles"}
                </span>
              </Button>
            ))}
          </fieldset>
        )}
      </div>
      {on && kinds.length > 0 && (
        <ul class="gb-wording-definitions gb-wording-quiet">
          {kinds.map((id) => (
            <li key={id}>
              <strong>{labels.get(id)?.label}:</strong> {labels.get(id)?.definition}
            </li>
          ))}
        </ul>
      )}
      <p class="gb-wording-summary">{summary}</p>
      <LiveRegion message={on ? summary : `${summary}, without what changed`} />
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari forgets a list that has no marks */}
      <ul class="gb-wording-cards" role="list">
        {shown.map((principle) => (
          <Card
            key={principle.id}
            principle={principle}
            showChanges={on}
            kinds={labels}
            versions={[older ?? "", newer ?? ""]}
          />
        ))}
      </ul>
      {on && (
        <p class="gb-wording-quiet">
          Only terms that changed are quoted. Sources:{" "}
          {payload.versions.map(({ id, label, source_title, source_url, evidence }, at) => (
            <span key={id}>
              {at > 0 && "; "}
              <Source
                label={label}
                title={source_title ?? ""}
                url={source_url}
                evidence={evidence}
              />
            </span>
          ))}
          .
        </p>
      )}
      <Matrix payload={payload} />
    </div>
  );
}
