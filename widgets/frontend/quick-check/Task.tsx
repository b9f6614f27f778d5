import { Choices } from "../shared/controls/Choices";
import { OrderList } from "../shared/controls/OrderList";
import { useUnique } from "../shared/controls/useUnique";
import type { Answer, Of, Question, Verdict } from "./model";
import { HINTS } from "./words";

export interface TaskProps<Kind extends Question["kind"] = Question["kind"]> {
  question: Of<Kind>;
  legend: string;
  answer: Answer;
  /** What was said of this answer; none while it is being changed. */
  verdict: Verdict | null;
  /** The answer stands there: whatever can be said of an option may be said. */
  done: boolean;
  onAnswer: (answer: Answer) => void;
  onEnter: () => void;
}

/** What a reader does to answer, with remarks on the parts once the answer was checked. */
export function Task(props: TaskProps) {
  switch (props.question.kind) {
    case "order":
      return <Order {...(props as TaskProps<"order">)} />;
    case "match":
      return <Match {...(props as TaskProps<"match">)} />;
    case "short":
      return <Short {...(props as TaskProps<"short">)} />;
    default:
      return <Pick {...(props as TaskProps<"single" | "several">)} />;
  }
}

function Pick({
  question,
  legend,
  answer,
  verdict,
  done,
  onAnswer,
}: TaskProps<"single" | "several">) {
  const chosen = answer as readonly number[];
  return (
    <Choices
      legend={legend}
      hint={HINTS[question.kind]}
      multiple={question.kind === "several"}
      chosen={chosen.map(String)}
      onChange={(ids) => onAnswer(ids.map(Number))}
      choices={question.options.map((option, at) => {
        const spoken = (verdict?.answered && chosen.includes(at)) || done;
        const mark = option.right ? "Right." : chosen.includes(at) ? "Not this one." : "";
        const note = spoken ? [mark, option.why].filter(Boolean).join(" ") : "";
        return { id: String(at), label: <bdi>{option.text}</bdi>, note: note || undefined };
      })}
    />
  );
}

function Order({ question, legend, answer, verdict, onAnswer }: TaskProps<"order">) {
  return (
    <OrderList
      legend={legend}
      items={question.items.map((label, at) => ({ id: String(at), label }))}
      order={(answer as readonly number[]).map(String)}
      onOrder={(ids) => onAnswer(ids.map(Number))}
      note={(_id, place) => verdict?.answered && <Mark right={verdict.parts[place] ?? false} />}
    />
  );
}

function Match({ question, legend, answer, verdict, onAnswer }: TaskProps<"match">) {
  const name = useUnique();
  const chosen = answer as readonly (number | null)[];
  return (
    <fieldset class="gb-choices" aria-describedby={`${name}-hint`}>
      <legend>{legend}</legend>
      <p class="gb-choices-hint" id={`${name}-hint`}>
        {HINTS.match}
      </p>
      <div class="qc-pairs">
        {question.pairs.map((pair, line) => (
          <div class="qc-pair" key={pair.left}>
            <label for={`${name}-${line}`}>
              <bdi>{pair.left}</bdi>
            </label>
            <div>
              <select
                class="gb-select"
                id={`${name}-${line}`}
                autocomplete="off"
                value={chosen[line] === null ? "" : String(chosen[line])}
                aria-describedby={verdict?.answered ? `${name}-${line}-mark` : undefined}
                onChange={({ currentTarget }) => {
                  const at = currentTarget.value === "" ? null : Number(currentTarget.value);
                  onAnswer(chosen.map((one, other) => (other === line ? at : one)));
                }}
              >
                <option value="">Choose…</option>
                {question.shown.map((at) => (
                  <option key={at} value={String(at)}>
                    {question.pairs[at]?.right}
                  </option>
                ))}
              </select>
              {verdict?.answered && (
                <div id={`${name}-${line}-mark`}>
                  <Mark right={verdict.parts[line] ?? false} />
                </div>
              )}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Short({ legend, answer, onAnswer, onEnter }: TaskProps<"short">) {
  const name = useUnique();
  return (
    <div class="qc-short">
      <label for={name}>{legend}</label>
      <p class="gb-choices-hint" id={`${name}-hint`}>
        {HINTS.short}
      </p>
      <input
        class="gb-input"
        id={name}
        type="text"
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${name}-hint`}
        value={answer as string}
        onInput={({ currentTarget }) => onAnswer(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onEnter();
        }}
      />
    </div>
  );
}

function Mark({ right }: { right: boolean }) {
  return <p class="qc-mark">{right ? "Right." : "Not this one."}</p>;
}
