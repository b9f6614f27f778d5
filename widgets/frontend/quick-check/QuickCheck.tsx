import { useState } from "preact/hooks";
import { LiveRegion } from "../shared/controls/LiveRegion";
import { Card } from "./Card";
import type { Question } from "./model";

export interface QuickCheckProps {
  questions: readonly Question[];
  /** The explanation of each, where the page has one. */
  explained: readonly (Element | undefined)[];
}

/** The questions of a chapter. What a reader answers stays in the page and is gone with it. */
export function QuickCheck({ questions, explained }: QuickCheckProps) {
  const [message, setMessage] = useState("");
  return (
    <div class="qc">
      {questions.map((question, at) => (
        <Card
          key={question.id}
          question={question}
          number={at + 1}
          why={explained[at]}
          onSay={setMessage}
        />
      ))}
      <p class="qc-note">Your answers stay in this page. Nothing is stored, sent or counted.</p>
      <LiveRegion message={message} delay={100} />
    </div>
  );
}
