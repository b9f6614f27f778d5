import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../shared/controls/Button";
import { binderWords } from "../words";
import type { State } from "./session";

export interface StartingProps {
  state: Extract<State, { name: "binder" | "connecting" }>;
  onCancel: () => void;
}

/** Said again this often, so that a person who waits knows that something still goes on. */
const TICK_MS = 30_000;

export function Starting({ state, onCancel }: StartingProps): JSX.Element {
  const [now, setNow] = useState(Date.now);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed is gone; the focus must not go with it.
    cancel.current?.focus();
    const clock = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(clock);
  }, []);
  const words =
    state.name === "binder"
      ? binderWords(state.phase, (now - state.since) / 1000)
      : "Reaching the server and starting Python there.";
  return (
    <>
      <p class="guidebook-live-status is-busy" role="status">
        {words}
      </p>
      {state.name === "binder" && state.log.length > 0 && (
        <details>
          <summary>What Binder says</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll inside it */}
          <pre class="guidebook-live-log" tabIndex={0}>
            {state.log.join("\n")}
          </pre>
        </details>
      )}
      <p class="guidebook-live-tools">
        <Button onClick={onCancel} buttonRef={cancel}>
          Cancel
        </Button>
      </p>
    </>
  );
}
