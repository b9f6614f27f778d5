import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../shared/controls/Button";
import { foundWords, statusWords } from "../words";
import { asScript } from "./pageCells";
import type { Session, State } from "./session";

export interface RunningProps {
  session: Session;
  state: Extract<State, { name: "live" }>;
  onStop: () => void;
}

/** The tools for all cells, and in words what Python is doing. */
export function Running({ session, state, onStop }: RunningProps): JSX.Element {
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const sure = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    if (asked) sure.current?.focus();
  }, [asked]);
  const { status, note, running } = state;
  const gone = status === "dead" || status === "lost";
  const missing = session.kernel ? foundWords(session.kernel.found, session.offer.repository) : "";
  const settled = status === "ready" && note ? note : statusWords(status);
  return (
    <>
      <p class={`guidebook-live-status is-${status}`} role="status">
        {settled}
      </p>
      {missing && <p class="guidebook-live-fault">{missing}</p>}
      <div class="guidebook-live-tools">
        {!gone && (
          <Button
            kind="accent"
            buttonRef={first}
            onClick={() => void session.runAll()}
            disabled={running}
          >
            Run all cells
          </Button>
        )}
        {status === "busy" && <Button onClick={() => void session.interrupt()}>Interrupt</Button>}
        {status === "lost" && (
          <Button kind="accent" onClick={() => void session.reconnect()}>
            Connect again
          </Button>
        )}
        {gone ? (
          <Button onClick={() => void session.again()}>Start Python again</Button>
        ) : (
          <Button onClick={() => void session.restart()}>Restart Python</Button>
        )}
        <Button onClick={() => save(session)}>Save the cells as a file</Button>
        <Button onClick={() => (session.changed > 0 ? setAsked(true) : onStop())}>
          Stop, and show the page as it was
        </Button>
      </div>
      {asked && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
        <div class="guidebook-live-fault" role="group" aria-label="Stop?" tabIndex={-1} ref={sure}>
          <p>
            {session.changed === 1
              ? "You changed one cell."
              : `You changed ${session.changed} cells.`}{" "}
            Stopping throws the changes away, unless you save them as a file first.
          </p>
          <div class="guidebook-live-tools">
            <Button onClick={onStop}>Stop now</Button>
            <Button onClick={() => setAsked(false)}>Go on</Button>
          </div>
        </div>
      )}
      <details class="guidebook-live-small">
        <summary>How it works</summary>
        <p>
          Each code cell below is now a text field with a button. Shift and Enter run a cell and go
          to the next; Control and Enter run it and stay. Tab leaves the field, so indent with
          spaces; a new line is indented by itself. Widgets that stood there as a first result now
          answer. Maps stand in closed frames: they use the book’s own map files, and ask you before
          they load anything from other servers.
        </p>
      </details>
    </>
  );
}

/** Give the cells, changed or not, as a Python file. */
function save({ offer, cells }: Session): void {
  const text = asScript(
    offer.title,
    cells.map(({ source }) => source),
  );
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/x-python" }));
  link.download = `${offer.notebook.replace(/^.*\//, "").replace(/\.ipynb$/, "")}.py`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
