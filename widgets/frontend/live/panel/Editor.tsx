import type { JSX } from "preact";
import { Button } from "../../shared/controls/Button";
import { cellWords } from "../words";
import { newLine } from "./indent";
import type { LiveCell, Session } from "./session";

export interface EditorProps {
  session: Session;
  cell: LiveCell;
  of: number;
  onNext: () => void;
}

/**
 * A cell's code in a plain text field, so that every keyboard, reader and phone knows it. Tab goes
 * on to the next control, as anywhere in the page.
 */
export function Editor({ session, cell, of, onNext }: EditorProps): JSX.Element {
  const { number, source: original } = cell.page;
  // Made of the number: each editor stands in a place of its own, where counted ids begin anew.
  const id = `guidebook-live-${number}-`;
  const run = (): void => void session.run(cell);
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLTextAreaElement>): void => {
    const field = event.currentTarget;
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      event.preventDefault();
      run();
      if (event.shiftKey) onNext();
      return;
    }
    const { selectionStart, selectionEnd, value } = field;
    if (selectionStart !== selectionEnd) return;
    event.preventDefault();
    field.setRangeText(newLine(value, selectionStart), selectionStart, selectionEnd, "end");
    session.edit(cell, field.value);
  };
  const waits = cell.state === "waiting" || cell.state === "running";
  return (
    <>
      <label class="gb-spoken" for={`${id}code`}>
        Code of cell {number} of {of}
      </label>
      <textarea
        id={`${id}code`}
        class="guidebook-live-code"
        rows={Math.max(2, cell.source.split("\n").length)}
        value={cell.source}
        onInput={(event) => session.edit(cell, event.currentTarget.value)}
        onKeyDown={onKeyDown}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        wrap="off"
        aria-describedby={`${id}state`}
      />
      <div class="guidebook-live-tools">
        <Button onClick={run} disabled={waits}>
          Run <span class="gb-spoken">cell {number}</span>
        </Button>
        {cell.state === "running" && (
          <Button onClick={() => void session.interrupt()}>
            Interrupt <span class="gb-spoken">cell {number}</span>
          </Button>
        )}
        {cell.source !== original && (
          <Button kind="quiet" onClick={() => session.edit(cell, original)}>
            Put the book’s code back <span class="gb-spoken">into cell {number}</span>
          </Button>
        )}
        <span
          id={`${id}state`}
          class={`guidebook-live-state is-${cell.state ?? "still"}`}
          role="status"
        >
          {cell.state && cellWords(cell.state)}
          {cell.count !== null && !waits && (
            <span class="guidebook-live-count"> [{cell.count}]</span>
          )}
        </span>
      </div>
    </>
  );
}
