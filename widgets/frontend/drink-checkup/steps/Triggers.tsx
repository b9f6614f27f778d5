import { useRef, useState } from "preact/hooks";
import { Button } from "../../shared/controls/Button";
import { LiveRegion } from "../../shared/controls/LiveRegion";
import type { Trigger } from "../alcohol/checkup";
import { fill } from "../alcohol/text";
import { Sources } from "../Cite";
import { TextField } from "../fields/TextField";
import type { View } from "../view";

interface Row extends Trigger {
  key: number;
}

/** Step 7: what brings drinking on, and what to do instead. */
export function Triggers({ payload, checkup, change }: View) {
  const { limits, messages } = payload;
  const root = useRef<HTMLDivElement>(null);
  const last = useRef(0);
  const [rows, setRows] = useState<Row[]>([]);
  const [said, setSaid] = useState("");
  // Rows without words are here only; anything else that the model has came from elsewhere.
  let shown = rows;
  if (JSON.stringify(written(rows)) !== JSON.stringify(checkup.triggers.map(pairOf))) {
    shown = checkup.triggers.map((pair) => {
      last.current += 1;
      return { ...pairOf(pair), key: last.current };
    });
    setRows(shown);
  }

  const set = (next: Row[]) => {
    setRows(next);
    change({ triggers: written(next) });
  };
  const edit = (key: number, part: Partial<Trigger>) =>
    set(shown.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = (trigger: string) => {
    if (shown.length >= limits.texts) return setSaid(fill(messages.full, { most: limits.texts }));
    last.current += 1;
    setSaid(trigger ? `Added: ${trigger}` : "A line was added");
    set([...shown, { trigger, instead: "", key: last.current }]);
    focus(`[data-key="${last.current}"] input`, trigger ? 1 : 0);
  };
  const remove = (key: number) => {
    setSaid("The line was removed");
    set(shown.filter((row) => row.key !== key));
    focus(".gb-dc-more");
  };
  /** Once it is drawn. */
  const focus = (selector: string, which = 0) =>
    setTimeout(() => root.current?.querySelectorAll<HTMLElement>(selector)[which]?.focus());

  const suggestions = payload.triggers.filter(
    ({ trigger }) => !shown.some((row) => row.trigger === trigger),
  );
  return (
    <div ref={root}>
      {payload.triggers_intro.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Sources payload={payload} ids={payload.triggers_sources} />
      {shown.map((row, i) => {
        const ideas =
          payload.triggers.find(({ trigger }) => trigger === row.trigger)?.instead ?? [];
        return (
          <fieldset class="gb-dc-trigger" key={row.key} data-key={row.key}>
            <legend>Line {i + 1}</legend>
            <TextField
              label="When this comes up…"
              value={row.trigger}
              characters={limits.characters}
              onChange={(trigger) => edit(row.key, { trigger })}
            />
            <TextField
              label="…I can do this instead"
              value={row.instead}
              characters={limits.characters}
              onChange={(instead) => edit(row.key, { instead })}
            />
            {ideas.length > 0 && (
              <fieldset class="gb-row" aria-label={`Ideas for line ${i + 1}`}>
                {ideas.map((idea) => (
                  <Button
                    key={idea}
                    pressed={row.instead === idea}
                    onClick={() => edit(row.key, { instead: row.instead === idea ? "" : idea })}
                  >
                    {idea}
                  </Button>
                ))}
              </fieldset>
            )}
            <Button icon="close" kind="quiet" onClick={() => remove(row.key)}>
              Remove line {i + 1}
            </Button>
          </fieldset>
        );
      })}
      <h4>{shown.length ? "Another one" : "Pick one, or write your own"}</h4>
      <div class="gb-row">
        {suggestions.map(({ trigger }) => (
          <Button key={trigger} icon="plus" onClick={() => add(trigger)}>
            {trigger}
          </Button>
        ))}
        <Button class="gb-dc-more" icon="plus" onClick={() => add("")}>
          One of my own
        </Button>
      </div>
      {shown.length >= limits.texts && (
        <p class="gb-note">{fill(messages.full, { most: limits.texts })}</p>
      )}
      <LiveRegion message={said} delay={200} />
    </div>
  );
}

const pairOf = ({ trigger, instead }: Trigger): Trigger => ({ trigger, instead });

/** The rows that say something. */
function written(rows: readonly Row[]): Trigger[] {
  return rows.filter(({ trigger, instead }) => trigger || instead).map(pairOf);
}
