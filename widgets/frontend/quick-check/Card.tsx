import { useEffect, useRef } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { Answered } from "./Answered";
import { type Answer, blank, judge, type Question } from "./model";
import { Task } from "./Task";
import { useProgress } from "./useProgress";
import { said } from "./words";

export interface CardProps {
  question: Question;
  number: number;
  why: Element | undefined;
  /** Something to say to those who listen. */
  onSay: (message: string) => void;
}

/** One question: the task, a button to check it, and what there is to say of the answer. */
export function Card({ question, number, why, onSay }: CardProps) {
  const [{ answer, verdict, given }, setProgress] = useProgress(question);
  const result = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const found = verdict?.right === true;
  const done = found || given;

  // The button that showed the answer is gone; reading goes on with the answer, in this view.
  useEffect(() => {
    if (given && pressed.current) result.current?.focus();
    pressed.current = false;
  }, [given]);

  const change = (next: Answer) => {
    setProgress({ answer: next, verdict: null, given: false });
    onSay("");
  };
  const check = () => {
    const judged = judge(question, answer);
    setProgress({ verdict: judged });
    const more = judged.right ? " The explanation stands below." : "";
    onSay(`Question ${number}: ${said(question, answer, judged)}${more}`);
  };
  const show = () => {
    pressed.current = true;
    setProgress({ given: true });
  };
  const again = () => {
    change(blank(question));
    onSay(`Question ${number} can be tried again.`);
  };

  return (
    <div class="qc-card">
      <Task
        question={question as never}
        legend={`${number}. ${question.ask}`}
        answer={answer}
        verdict={verdict}
        done={done}
        onAnswer={change}
        onEnter={check}
      />
      <div class="qc-buttons">
        {/* One button with two meanings: the focus that pressed it stays. */}
        <Button kind={done ? "plain" : "accent"} onClick={done ? again : check}>
          {done ? "Try again" : "Check"}
          <span class="gb-spoken"> question {number}</span>
        </Button>
        {verdict?.answered && !done && (
          <Button kind="quiet" onClick={show}>
            Show the answer<span class="gb-spoken"> to question {number}</span>
          </Button>
        )}
      </div>
      {(verdict || given) && (
        <div
          class={`qc-result ${found ? "qc-found" : given ? "qc-given" : ""}`}
          ref={result}
          tabIndex={-1}
        >
          <p class="qc-verdict">
            {given ? "The answer" : verdict && said(question, answer, verdict)}
          </p>
          {done && <Answered question={question} why={why} found={found} />}
        </div>
      )}
    </div>
  );
}
