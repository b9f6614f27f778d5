import { useEffect, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { count } from "../shared/directory/summary";
import type { Directory } from "../shared/directory/table";
import type { CardContext } from "./DetailCard";
import { EntryCard } from "./EntryCard";
import type { Highlight } from "./highlight";
import { FIRST, MORE, spanWith } from "./paging";

export interface ResultListProps {
  directory: Directory;
  rows: Uint32Array;
  distances: Float64Array | null;
  /** The row whose card is open, or -1. */
  selected: number;
  highlight: Highlight;
  context: CardContext;
  onToggle: (row: number) => void;
}

/** A page of results, and more when asked for; the part that holds the open card is always among them. */
export function ResultList(props: ResultListProps) {
  const { directory, rows, distances, selected, context } = props;
  const [drawn, setDrawn] = useState({ rows, span: FIRST });
  // Other results begin at their start again.
  const kept = drawn.rows === rows ? drawn.span : FIRST;
  const span = spanWith(kept, selected < 0 ? -1 : rows.indexOf(selected));
  useEffect(() => {
    if (drawn.rows !== rows || drawn.span !== span) setDrawn({ rows, span });
  });
  const show = (from: number, to: number, focus: number) => {
    // The button goes or moves away: the focus goes to the first result that is new.
    context.focus.current = rows[focus]!;
    setDrawn({ rows, span: { from, to } });
  };
  const to = Math.min(span.to, rows.length);
  return (
    <>
      {span.from > 0 && (
        <Button
          class="gb-more"
          onClick={() =>
            show(Math.max(0, span.from - MORE), span.to, Math.max(0, span.from - MORE))
          }
        >
          Show the {Math.min(MORE, span.from)} before
        </Button>
      )}
      <ul class="gb-list">
        {Array.from(rows.subarray(span.from, to), (row, i) => (
          <EntryCard
            key={row}
            directory={directory}
            row={row}
            distance={distances ? distances[span.from + i]! : null}
            open={row === selected}
            highlight={props.highlight}
            context={context}
            onToggle={props.onToggle}
          />
        ))}
      </ul>
      {to < rows.length && (
        <Button class="gb-more" onClick={() => show(span.from, to + MORE, to)}>
          Show {Math.min(MORE, rows.length - to)} more of {count(rows.length - to)}
        </Button>
      )}
    </>
  );
}
