import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../shared/controls/Button";
import { faultWords } from "../words";
import { Choosing } from "./Choosing";
import { Running } from "./Running";
import { Starting } from "./Starting";
import type { Session } from "./session";
import { useSession } from "./useSession";

export interface PanelProps {
  session: Session;
  onShut: () => void;
}

/** What stands below the offer once it was pressed: the choice, the way there, and the tools. */
export function Panel({ session, onShut }: PanelProps): JSX.Element {
  useSession(session);
  const heading = useRef<HTMLHeadingElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  const { state } = session;
  useEffect(() => heading.current?.focus(), []);
  // Where starting failed, the words for it come before the form that is there again.
  useEffect(() => {
    if (state.name === "choosing" && state.fault) alert.current?.focus();
  }, [state]);
  return (
    <section class="guidebook-live-panel" aria-label="Run this notebook here">
      <h2 ref={heading} tabIndex={-1}>
        Run this notebook here
      </h2>
      {state.name === "choosing" && state.fault && (
        <div class="guidebook-live-fault" role="alert" tabIndex={-1} ref={alert}>
          {faultWords(state.fault, state.said)}
        </div>
      )}
      {state.name === "choosing" && (
        <>
          <Choosing session={session} />
          <p class="guidebook-live-tools">
            <Button onClick={onShut}>Not now</Button>
          </p>
        </>
      )}
      {(state.name === "binder" || state.name === "connecting") && (
        <Starting state={state} onCancel={() => void session.stop()} />
      )}
      {state.name === "live" && <Running session={session} state={state} onStop={onShut} />}
    </section>
  );
}
