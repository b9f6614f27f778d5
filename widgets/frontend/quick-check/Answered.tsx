import { useLayoutEffect, useRef } from "preact/hooks";
import type { Question } from "./model";
import { copy } from "./why";

/** The right answer, where the reader has not found it, and why it is right. */
export function Answered({
  question,
  why,
  found,
}: {
  question: Question;
  /** The explanation as the page has it. */
  why: Element | undefined;
  found: boolean;
}) {
  return (
    <>
      {!found && <RightAnswer question={question} />}
      {why ? (
        <Copied of={why} />
      ) : (
        <p class="qc-why">
          {question.explain} [{question.sources?.join(", ")}]
        </p>
      )}
    </>
  );
}

function Copied({ of }: { of: Element }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(copy(of)), [of]);
  return <div ref={place} />;
}

function RightAnswer({ question }: { question: Question }) {
  switch (question.kind) {
    case "order":
      return (
        <ol>
          {question.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      );
    case "match":
      return (
        <ul>
          {question.pairs.map(({ left, right }) => (
            <li key={left}>
              {left}: <strong>{right}</strong>
            </li>
          ))}
        </ul>
      );
    case "short":
      return (
        <p>
          <strong>{question.answer}</strong>
        </p>
      );
    default:
      return (
        <ul>
          {question.options.map(
            ({ text, right }) =>
              right && (
                <li key={text}>
                  <strong>{text}</strong>
                </li>
              ),
          )}
        </ul>
      );
  }
}
