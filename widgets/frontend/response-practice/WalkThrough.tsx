import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { useUnique } from "../shared/controls/useUnique";
import { Clock } from "./Clock";
import { Differences } from "./Differences";
import { From } from "./From";
import { type Choice, type Decision, KINDS, type Payload, stepBack, walk } from "./response";
import type { Change, Traits } from "./state";

export interface WalkThroughProps {
  content: Payload;
  traits: Traits;
  change: Change;
}

/** A situation with decisions. Each is explained; a wrong turn is taken back and chosen again. */
export function WalkThrough({ content, traits, change }: WalkThroughProps) {
  const { taken, clock, speed } = traits;
  const { decisions, moment, finished } = walk(content.moments, taken);
  // The row of choices whose last one is being explained. A row that came from elsewhere, such as
  // a notebook's cell, is another row, so nothing is being explained.
  const [explained, setExplained] = useState("");
  const last = decisions[decisions.length - 1];
  const open = last !== undefined && explained === taken.join() ? last : undefined;

  const question = useUnique();
  const heading = useRef<HTMLHeadingElement>(null);
  const moves = useRef(false);
  const here = open ? `${taken.length} explained` : `${taken.length} ${moment.id}`;
  useEffect(() => {
    if (!moves.current) return;
    moves.current = false;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView?.({ block: "nearest" });
  }, [here]);

  const go = (wanted: readonly string[], explain: boolean) => {
    moves.current = true;
    setExplained(explain ? wanted.join() : "");
    if (wanted.join() !== taken.join()) change({ taken: [...wanted] });
  };
  const choose = (choice: Choice) => go([...taken, `${moment.id}/${choice.id}`], true);
  const before = stepBack(content.moments, taken);
  const canGoBack = decisions.some((made) => made.choice.leads_to);

  return (
    <section class="gb-response-part">
      <h3>2. Walk through it</h3>
      <ClockSetting clock={clock} speed={speed} change={change} />
      <div class="gb-response-walk">
        {open ? (
          <div key="explained">
            <h4
              ref={heading}
              tabIndex={-1}
              class={`gb-response-kind gb-response-${open.choice.kind}`}
            >
              {KINDS[open.choice.kind]}
            </h4>
            <p class="gb-response-chosen">
              <span class="gb-spoken">You chose: </span>
              {open.choice.label}
            </p>
            <p>{open.choice.because}</p>
            <From content={content} ids={open.choice.sources} />
            <Differences content={content} only={open.choice.differs ?? []} />
            {clock && open.choice.wait && (
              <Clock key={taken.join()} wait={open.choice.wait} speed={speed} />
            )}
            <div class="gb-response-ways">
              {open.choice.leads_to ? (
                <>
                  <Button kind="accent" onClick={() => go(taken, false)}>
                    Go on
                  </Button>
                  <Button onClick={() => go(before, false)}>Choose again</Button>
                </>
              ) : (
                <Button kind="accent" onClick={() => go(taken, false)}>
                  Take it back
                </Button>
              )}
            </div>
          </div>
        ) : (
          <div key="asked">
            <h4 ref={heading} tabIndex={-1} class="gb-response-situation">
              {moment.situation}
            </h4>
            <From content={content} ids={moment.sources ?? []} />
            {moment.choices && (
              <>
                <p class="gb-response-question" id={question}>
                  {moment.question}
                </p>
                <ul class="gb-response-choices" aria-labelledby={question}>
                  {moment.choices.map((choice) => (
                    <li key={choice.id}>
                      <Button onClick={() => choose(choice)}>{choice.label}</Button>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <div class="gb-response-ways">
              {canGoBack && (
                <Button icon="back" onClick={() => go(before, false)}>
                  One step back
                </Button>
              )}
              {taken.length > 0 && (
                <Button kind={finished ? "accent" : "quiet"} onClick={() => go([], false)}>
                  Start again
                </Button>
              )}
            </div>
          </div>
        )}
        {decisions.length > 0 && (
          <details class="gb-response-fold gb-fold" open={finished && !open}>
            <summary>What you did so far</summary>
            <ol>
              {decisions.map((made, index) => (
                <Made key={`${index} ${made.choice.id}`} made={made} />
              ))}
            </ol>
          </details>
        )}
      </div>
    </section>
  );
}

function Made({ made: { choice } }: { made: Decision }) {
  return (
    <li>
      {choice.label}
      {choice.kind !== "fits" && (
        <span class="gb-quiet">
          {" "}
          ({choice.kind === "back" ? "taken back" : "some sources teach this"})
        </span>
      )}
    </li>
  );
}

interface ClockSettingProps {
  clock: boolean;
  speed: 1 | 10;
  change: Change;
}

/** Off unless the reader wants it. */
function ClockSetting({ clock, speed, change }: ClockSettingProps) {
  const id = useUnique();
  return (
    <p class="gb-response-setting">
      <label>
        <input
          type="checkbox"
          checked={clock}
          autocomplete="off"
          onChange={(event) => change({ clock: event.currentTarget.checked })}
        />{" "}
        Show a clock while waiting
      </label>
      {clock && (
        <>
          <label for={id} class="gb-spoken">
            Speed of the clock
          </label>
          <select
            id={id}
            class="gb-select"
            value={String(speed)}
            autocomplete="off"
            onChange={(event) => change({ speed: event.currentTarget.value === "10" ? 10 : 1 })}
          >
            <option value="1">in real time</option>
            <option value="10">ten times as fast</option>
          </select>
        </>
      )}
    </p>
  );
}
