/**
 * The response without a view: the same rules as `guidebook.response`, over the same cases.
 */

export type Kind = "fits" | "taught" | "back";

export interface SourceRecord {
  id: string;
  name: string;
  title: string;
  body: string;
  url: string;
  evidence: string;
  year?: number;
  remark?: string;
}

export interface Step {
  id: string;
  label: string;
  do: string;
  why: string;
  card: string;
  sources: string[];
  after?: { step: string; because: string }[];
  differs?: string[];
}

export interface View {
  says: string;
  sources: string[];
}

export interface Difference {
  id: string;
  question: string;
  views: View[];
}

export interface Wait {
  start: number;
  end: number;
  breath_every?: number;
}

export interface Choice {
  id: string;
  label: string;
  kind: Kind;
  because: string;
  sources: string[];
  step?: string;
  differs?: string[];
  wait?: Wait;
  leads_to?: string;
}

export interface Moment {
  id: string;
  situation: string;
  question?: string;
  choices?: Choice[];
  sources?: string[];
}

/** Whom to call in a country; without a number, where no source was good enough. */
export interface Call {
  code: string;
  country: string;
  number?: string;
  dial?: string;
  remark?: string;
  source_title?: string;
  source_url?: string;
  source_year?: string;
  evidence?: string;
}

/** What `ResponsePractice` sends. */
export interface Payload {
  title: string;
  content_note: string;
  advice: string;
  steps: Step[];
  avoid: View;
  differs: Difference[];
  moments: Moment[];
  sources: SourceRecord[];
  calls: Call[];
  edition: string;
}

export const LOCAL = "your local emergency number";
const NOBODY: Call = { code: "", country: "" };

/** What is said of a choice of each kind. */
export const KINDS: Readonly<Record<Kind, string>> = {
  fits: "This fits.",
  taught: "Some sources teach this instead.",
  back: "Take this one back.",
};

export interface Misplaced {
  step: string;
  before: string;
  because: string;
}

/** Which steps stand before one that comes first, from the top of the order. */
export function misplaced(steps: readonly Step[], order: readonly string[]): Misplaced[] {
  return order.flatMap((id, place) =>
    (steps.find((step) => step.id === id)?.after ?? [])
      .filter((after) => order.indexOf(after.step) > place)
      .map(({ step, because }) => ({ step: id, before: step, because })),
  );
}

export interface Decision {
  moment: Moment;
  choice: Choice;
}

export interface Walk {
  decisions: Decision[];
  moment: Moment;
  finished: boolean;
}

/** Where choices lead, each written `moment/choice`; what does not belong is passed over. */
export function walk(moments: readonly Moment[], taken: readonly string[]): Walk {
  let moment = moments[0] as Moment;
  const decisions: Decision[] = [];
  for (const each of taken) {
    const choice = moment.choices?.find(({ id }) => `${moment.id}/${id}` === each);
    if (!choice) continue;
    decisions.push({ moment, choice });
    moment = moments.find(({ id }) => id === choice.leads_to) ?? moment;
  }
  return { decisions, moment, finished: !moment.choices?.length };
}

/** The choices without the last that led on, and without the wrong turns after it. */
export function stepBack(moments: readonly Moment[], taken: readonly string[]): string[] {
  const { decisions } = walk(moments, taken);
  let last = decisions.length - 1;
  while (last >= 0 && !decisions[last]?.choice.leads_to) last -= 1;
  return decisions.slice(0, Math.max(0, last)).map((made) => `${made.moment.id}/${made.choice.id}`);
}

/** Whom to call in a country of the book. */
export function callFor(calls: readonly Call[], code: string): Call {
  return calls.find((call) => call.code === code) ?? NOBODY;
}

/** What a phone can dial; "" where no number is known. */
export function dialled(call: Call): string {
  return (call.dial ?? "").replace(/[^+\d]/g, "");
}

/** Seconds as a clock has them: 0:07, 2:30. */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Seconds in words: "30 seconds", "1 minute", "2 and a half minutes". */
export function timeWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} seconds`;
  const half = seconds % 60 >= 30;
  return `${minutes}${half ? " and a half" : ""} ${minutes === 1 && !half ? "minute" : "minutes"}`;
}

/** What a clock says aloud: once each half minute, and when the time to look again has come. */
export function spokenAt(seconds: number, wait: Wait): string {
  if (seconds >= wait.end)
    return `${timeWords(wait.end)}: time for another dose if nothing has changed.`;
  if (seconds >= wait.start) return `${timeWords(wait.start)}: look again.`;
  const half = Math.floor(seconds / 30) * 30;
  return half > 0 ? timeWords(half) : "";
}
