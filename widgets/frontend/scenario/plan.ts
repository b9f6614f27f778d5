/** The plan that a reader makes; word for word what `guidebook/scenarios/plan.py` writes. */
import { cited, inOrder, isPart, type Mark, type Situation } from "./situation";

export const HEADING = "A plan to talk over. There is no score and no right ending.";
export const NOTICE =
  "General information for discussion, not medical advice. In danger: call your emergency number.";
export const EFFECTS = { likelier: "makes harm likelier", rarer: "makes harm rarer" } as const;

export interface Choices {
  marks: Readonly<Record<string, Mark>>;
  chosen: readonly string[];
  role: string;
}

export interface Plan {
  title: string;
  label: string;
  care: string[];
  marked: string[];
  /** What, who, limits. */
  offers: [string, string, string][];
  unknown: string[];
  role: string;
  questions: string[];
  /** Title, year, address. */
  sources: [string, string, string][];
}

export function makePlan(situation: Situation, { marks, chosen, role }: Choices): Plan {
  const points = inOrder(situation).filter((point) => point.id in marks);
  const options = situation.options.filter((option) => chosen.includes(option.id));
  const asked = situation.roles.find((each) => each.id === role);
  const told = situation.told_in ? [situation.told_in] : [];
  const ids = [...situation.care, ...told, ...points, ...options].flatMap((each) => each.sources);
  return {
    title: situation.title,
    label: situation.label,
    care: situation.care.map(({ text }) => text),
    marked: points.map(({ id, phrase, part, effect }) => {
      const mark = marks[id] ?? "";
      return `“${phrase}”: ${isPart(mark) ? mark : part}; ${EFFECTS[effect]}`;
    }),
    offers: options.map(({ what, who, limits }) => [what, who, limits]),
    unknown: points.flatMap(({ unknown }) => (unknown ? [unknown] : [])),
    role: asked?.title ?? "",
    questions: asked?.questions ?? [],
    sources: cited(situation, ids).map(({ title, year, url }) => [title, year, url]),
  };
}

export const NOTHING_MARKED = "Nothing yet.";
export const NOTHING_CHOSEN = "Nothing chosen yet.";

export function textOf(plan: Plan): string {
  const listed = (lines: string[]) => lines.map((line) => `- ${line}`);
  const offers = plan.offers.map(([what, who, limits]) => `${what} Who: ${who} Limits: ${limits}`);
  const sources = plan.sources.map(([title, year, url]) => `${title} (${year}), ${url}`);
  const parts = [
    [plan.title, plan.label, HEADING],
    ["Keep in mind", ...listed(plan.care)],
    ["What we marked", ...listed(plan.marked.length ? plan.marked : [NOTHING_MARKED])],
    ["What could be offered", ...listed(offers.length ? offers : [NOTHING_CHOSEN])],
    plan.unknown.length ? ["What we do not know", ...listed(plan.unknown)] : [],
    plan.role
      ? [`Questions for: ${plan.role}`, ...plan.questions.map((text, i) => `${i + 1}. ${text}`)]
      : [],
    ["Sources", ...listed(sources)],
    [NOTICE],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}
