import cases from "../../../../tests/cases/response.json";
import type { Payload } from "../../response-practice/response";

const from = { sources: ["a"], because: "Because." };

/** The published response as the cases have it: its ids and ways, with words that a test can hold. */
export const payload: Payload = {
  title: "Response",
  content_note: "A note.",
  advice: "Advice.",
  steps: cases.skeleton.steps.map(({ id, after }) => ({
    id,
    label: `Step ${id}`,
    do: `Do ${id}.`,
    why: `Why ${id}.`,
    card: `Card ${id}.`,
    sources: ["a"],
    after: after.map((step) => ({ step, because: `First ${step}.` })),
    differs: id === "naloxone" ? ["d"] : [],
  })),
  avoid: { says: "Do not.", sources: ["a"] },
  differs: [
    {
      id: "d",
      question: "Which first?",
      views: [
        { says: "One.", sources: ["a"] },
        { says: "The other.", sources: ["a"] },
      ],
    },
  ],
  moments: cases.skeleton.moments.map(({ id, choices }) => ({
    id,
    situation: `Situation ${id}`,
    ...(choices.length === 0
      ? { sources: ["a"] }
      : {
          question: `Question ${id}`,
          choices: choices.map((choice) => ({
            ...from,
            id: choice.id,
            label: `${id} ${choice.id}`,
            kind: choice.leads_to ? ("fits" as const) : ("back" as const),
            ...(choice.leads_to ? { leads_to: choice.leads_to } : {}),
            ...(choice.id === "wait" && choice.leads_to
              ? { wait: { start: 120, end: 180, breath_every: 5 } }
              : {}),
          })),
        }),
  })),
  sources: [
    {
      id: "a",
      name: "A",
      title: "A title",
      body: "A body",
      url: "https://example.org/a",
      evidence: "copy",
      remark: "a copy",
      year: 2022,
    },
  ],
  calls: cases.skeleton.calls.map((call) => {
    const filled = Object.entries(call).filter(([, value]) => value !== "");
    return Object.fromEntries(filled) as unknown as Payload["calls"][number];
  }),
  edition: "22 November 2026",
};
