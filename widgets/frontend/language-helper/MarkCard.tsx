import type { Ref } from "preact";
import { Button } from "../shared/controls/Button";
import { Source } from "../shared/controls/Source";
import { useUnique } from "../shared/controls/useUnique";
import type { Suggestion } from "./fit";
import type { Span } from "./review";
import { ADVICE, oneLine } from "./words";

export interface MarkCardProps {
  id: string;
  span: Span;
  /** Its place among all marks, from 1, and how many there are. */
  place: readonly [number: number, of: number];
  suggestions: readonly Suggestion[];
  left: boolean;
  cardRef: Ref<HTMLElement>;
  onAccept: (suggestion: Suggestion) => void;
  onLeave: () => void;
  onMove: (step: 1 | -1) => void;
  onClose: () => void;
}

/** Why a mark is there, what could be said, and the way to the marks before and after. */
export function MarkCard(props: MarkCardProps) {
  const { span, suggestions, left } = props;
  const [number, of] = props.place;
  const { term } = span;
  const heading = useUnique();
  const usable = suggestions.filter(({ words }) => words);
  const advice = suggestions.filter(({ words }) => !words);
  return (
    <section
      class="gb-words-card"
      id={props.id}
      ref={props.cardRef}
      tabIndex={-1}
      aria-labelledby={heading}
      dir="ltr"
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onClose();
      }}
    >
      <h4 id={heading}>
        <bdi>“{oneLine(span.text)}”</bdi>{" "}
        <span class="gb-words-quiet">
          mark {number} of {of}
        </span>
      </h4>
      <p>
        <span class={`gb-words-advice gb-words-${term.advice}`}>
          {left ? "Left as written" : ADVICE[term.advice]}
        </span>{" "}
        {term.why}
      </p>
      {usable.length > 0 && (
        <fieldset class="gb-words-group">
          <legend class="gb-words-label">Say instead</legend>
          <ul class="gb-words-instead">
            {usable.map((one) => (
              <li key={`${one.words} ${one.note}`}>
                <Button onClick={() => props.onAccept(one)}>{oneLine(one.words)}</Button>
                {one.note && <span class="gb-words-quiet"> {one.note}</span>}
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      {advice.length > 0 && (
        <p>
          <span class="gb-words-label">{usable.length > 0 ? "Or" : "Instead"}, rewrite it:</span>{" "}
          {advice.map(({ note }) => note).join("; ")}.
        </p>
      )}
      {term.exceptions && (
        <p>
          <span class="gb-words-label">But:</span> {term.exceptions}
        </p>
      )}
      <p class="gb-words-quiet">
        <Source title={term.source_title} url={term.source_url} evidence={term.evidence} />
      </p>
      <div class="gb-words-actions">
        <Button onClick={props.onLeave}>{left ? "Mark it again" : "Leave it as it is"}</Button>
        {of > 1 && (
          <>
            <Button kind="quiet" onClick={() => props.onMove(-1)}>
              Previous
            </Button>
            <Button kind="quiet" onClick={() => props.onMove(1)}>
              Next
            </Button>
          </>
        )}
        <Button kind="quiet" icon="close" onClick={props.onClose}>
          Close
        </Button>
      </div>
    </section>
  );
}
