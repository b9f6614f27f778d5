/**
 * What a question is, and what of an answer is right; the same rules as `guidebook.quick_checks`.
 */
import { tokens } from "../shared/directory/text";
import type { Model } from "../shared/model";

interface Asked {
  id: string;
  ask: string;
  /** Only where no page holds them already: in a notebook. */
  explain?: string;
  sources?: string[];
}

export interface Option {
  text: string;
  right: boolean;
  why: string;
}

export type Question = Asked &
  (
    | { kind: "single"; options: Option[] }
    | { kind: "several"; options: Option[] }
    /** The items in the right order; `shown` are their positions in the order to begin with. */
    | { kind: "order"; items: string[]; shown: number[] }
    | { kind: "match"; pairs: { left: string; right: string }[]; shown: number[] }
    | { kind: "short"; accept: string[]; answer: string }
  );

export type Of<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;

/** Positions of options, items or right sides; for `short` the text. */
export type Answer = readonly (number | null)[] | string;

export interface Verdict {
  /** Whether there is enough to judge. */
  answered: boolean;
  right: boolean;
  /** For each option whether it is rightly chosen or left; for each place whether it is right. */
  parts: boolean[];
}

export interface State {
  _questions: Question[];
}

export type QuickCheckModel = Model<State>;

/** What stands there before a reader has done anything. */
export function blank(question: Question): Answer {
  switch (question.kind) {
    case "short":
      return "";
    case "order":
      return question.shown;
    case "match":
      return question.pairs.map(() => null);
    default:
      return [];
  }
}

export function judge(question: Question, answer: Answer): Verdict {
  if (question.kind === "short") {
    const given = typeof answer === "string" ? tokens(answer).join(" ") : "";
    const right = question.accept.some((word) => tokens(word).join(" ") === given);
    return given ? verdict([right]) : NONE;
  }
  const positions = typeof answer === "string" ? [] : answer;
  if (question.kind === "order" || question.kind === "match") {
    const wanted = question.kind === "order" ? question.items.length : question.pairs.length;
    const whole = positions.length === wanted && !positions.includes(null);
    return whole ? verdict(positions.map((place, at) => place === at)) : NONE;
  }
  return positions.length > 0
    ? verdict(question.options.map((option, at) => positions.includes(at) === option.right))
    : NONE;
}

const NONE: Verdict = { answered: false, right: false, parts: [] };

function verdict(parts: boolean[]): Verdict {
  return { answered: true, right: parts.every(Boolean), parts };
}
