/** What Python sends: every word of content and every figure. The same as `_payload` there. */

export interface SourceOf {
  title: string;
  url: string;
  year: number | null;
  evidence: string;
}

export interface Question {
  number: number;
  part: Part;
  text: string;
  hint: string;
  options: { points: number; label: string }[];
}

export type Part = "use" | "dependence" | "harm";

export interface Drink {
  code: string;
  country: string;
  grams: number;
  grams_high: number | null;
  /** What counts: the higher figure where sources differ. */
  size: number;
  note: string;
  source: SourceOf;
}

export interface Guideline {
  id: string;
  body: string;
  country: string;
  country_name: string;
  year: number;
  applies_to: string;
  day_limit: number | null;
  week_limit: number | null;
  day_grams: number | null;
  week_grams: number | null;
  free_days: string;
  text: string;
  kind: "guideline" | "group";
  source: SourceOf;
}

export interface Goal {
  id: string;
  label: string;
  text: string[];
  /** The withdrawal warning stands before its text. */
  warn: boolean;
  sources: string[];
}

export interface Warning {
  title: string;
  now: string;
  text: string[];
  ask_heading: string;
  ask: string[];
  after: string;
  sources: string[];
  links: { text: string; href: string }[];
}

export interface Limits {
  bytes: number;
  texts: number;
  characters: number;
  drinks: Span;
  week_drinks: Span;
  weight_kg: Span;
  hours: Span;
  free_days: Span;
}

/** The least and the most, both allowed. */
export type Span = readonly [number, number];

export const REFUSALS = [
  "too-large",
  "unreadable",
  "not-a-checkup",
  "newer",
  "damaged",
  "markup",
] as const;
export type RefusalKind = (typeof REFUSALS)[number];

export interface Payload {
  format: string;
  version: number;
  limits: Limits;
  audit_grams: number;
  not_medical: string;
  privacy: string;
  form: { text: string[]; links: (SourceOf & { note: string })[] };
  steps: { id: StepId; title: string; intro: string }[];
  questions: Question[];
  parts: Record<Part, string>;
  zones: { name: string; from: number; to: number; text: string }[];
  thresholds: { scale: "audit" | "audit-c"; from: number; text: string; sources: string[] }[];
  scale_heading: string;
  scale_sources: string[];
  drinks: Drink[];
  days: string[];
  guidelines: Guideline[];
  guidelines_note: string;
  estimate: {
    r_low: number;
    r_high: number;
    rate_low: number;
    rate_high: number;
    heading: string;
    never: string;
    about: string[];
    limits: string[];
    sources: string[];
  };
  warning: Warning;
  reasons: Record<Reason | "none", string>;
  likes: string[];
  dislikes: string[];
  goals: Goal[];
  limits_intro: string[];
  pace: { id: string; text: string; sources: string[] }[];
  triggers_intro: string[];
  triggers_sources: string[];
  triggers: { trigger: string; instead: string[] }[];
  rewards_intro: string[];
  rewards: string[];
  review: string[];
  messages: Record<"number" | "whole" | "text" | "full" | "date", string>;
  refusals: Record<RefusalKind, string>;
  sources: Record<string, SourceOf>;
}

/** Why stopping at once could be dangerous, as far as the answers show. */
export type Reason = "morning" | "daily" | "amount" | "score";

export type StepId =
  | "where"
  | "drink"
  | "means"
  | "likes"
  | "goal"
  | "limits"
  | "triggers"
  | "rewards";
