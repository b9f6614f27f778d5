import type { ComponentChildren } from "preact";
import type { Span } from "./review";
import { oneLine } from "./words";

export interface MarkedProps {
  lines: readonly (readonly (string | Span)[])[];
  pending: ReadonlySet<Span>;
  open: Span | undefined;
  /** The id of the card of the open mark. */
  card: string;
  onOpen: (span: Span) => void;
  /** The card; it stands below the line that its mark is in. */
  children: ComponentChildren;
}

/** The text line by line, with each mark a button in its place. */
export function Marked({ lines, pending, open, card, onOpen, children }: MarkedProps) {
  return (
    <div class="gb-words-text" dir="auto" translate={false}>
      {lines.map((line, at) => (
        <div key={at}>
          <p>
            {line.map((piece) =>
              typeof piece === "string" ? (
                piece
              ) : (
                <Mark
                  key={piece.start}
                  span={piece}
                  left={!pending.has(piece)}
                  isOpen={piece === open}
                  card={card}
                  onOpen={onOpen}
                />
              ),
            )}
            {line.length === 0 && <br />}
          </p>
          {open && line.includes(open) && children}
        </div>
      ))}
    </div>
  );
}

interface MarkProps {
  span: Span;
  left: boolean;
  isOpen: boolean;
  card: string;
  onOpen: (span: Span) => void;
}

function Mark({ span, left, isOpen, card, onOpen }: MarkProps) {
  const kind = left ? "left" : span.term.advice;
  return (
    <button
      type="button"
      class={`gb-words-mark gb-words-${kind}`}
      data-start={span.start}
      // As a name and not as hidden text, which whoever copies the lines would copy too.
      aria-label={`${oneLine(span.text)} (${left ? "left as written" : "marked"})`}
      aria-expanded={isOpen}
      aria-controls={isOpen ? card : undefined}
      onClick={() => onOpen(span)}
    >
      {span.text}
    </button>
  );
}
