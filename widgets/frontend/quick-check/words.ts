/** What is said of an answer, on the page and to those who listen. */
import type { Answer, Question, Verdict } from "./model";

export const HINTS: Readonly<Record<Question["kind"], string>> = {
  single: "Choose one.",
  several: "Choose all that are right.",
  order: "Put these in order.",
  match: "Which belong together?",
  short: "Answer in a word or two.",
};

const MISSING: Readonly<Record<Question["kind"], string>> = {
  single: "Choose an answer first.",
  several: "Choose at least one answer first.",
  order: "Put the items in order first.",
  match: "Choose something for each line first.",
  short: "Write an answer first.",
};

export function said(question: Question, answer: Answer, verdict: Verdict): string {
  if (!verdict.answered) return MISSING[question.kind];
  if (verdict.right) return "Right.";
  const right = verdict.parts.filter(Boolean).length;
  switch (question.kind) {
    case "several": {
      const chosen = (answer as readonly number[]).length;
      const wrong = question.options.filter(
        (option, at) => !option.right && (answer as readonly number[]).includes(at),
      ).length;
      const missing = question.options.filter((option) => option.right).length - (chosen - wrong);
      const parts = [
        missing > 0 && `${missing} more ${missing === 1 ? "belongs" : "belong"} here`,
        wrong > 0 && `${wrong} ${wrong === 1 ? "does" : "do"} not`,
      ].filter(Boolean);
      return `Not quite: ${parts.join(", ")}.`;
    }
    case "order":
      return `Not quite: ${right} of ${verdict.parts.length} stand in the right place.`;
    case "match":
      return `Not quite: ${right} of ${verdict.parts.length} are right.`;
    default:
      return "Not this one.";
  }
}
