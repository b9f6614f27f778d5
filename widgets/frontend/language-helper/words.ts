import type { Term } from "./terms";

export const ADVICE: Readonly<Record<Term["advice"], string>> = {
  avoid: "Guides advise to leave it",
  weigh: "Weigh it: the sense decides, or guides differ",
  keep: "Fine as it is",
};

/** How much there is to decide on, as a reader would say it. */
export function summary(marks: number, pending: number): string {
  if (marks === 0) return "Nothing is marked.";
  const all = `${marks} ${marks === 1 ? "mark" : "marks"}`;
  if (pending === marks) return `${all} to look at.`;
  if (pending === 0) return `${all}, all left as ${marks === 1 ? "it is" : "they are"}.`;
  return `${all}: ${pending} to look at, ${marks - pending} left as written.`;
}

/** On one line, however the words were broken. */
export function oneLine(text: string): string {
  return text.split(/\s+/).join(" ");
}
