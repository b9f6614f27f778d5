import { describe, expect, test } from "vitest";
import written from "../../../../tests/cases/scenario.json";
import { type Choices, makePlan, type Plan, textOf } from "../../scenario/plan";
import { pieces, type Situation } from "../../scenario/situation";

interface Case extends Choices {
  name: string;
  situation: string;
  plan: Plan;
  text: string;
}

const cases = written as unknown as {
  situations: Record<string, Situation>;
  pieces: unknown[][];
  plans: Case[];
};

describe("the plan is what Python writes", () => {
  test.each(cases.plans)("$name", ({ situation, plan, text, ...choices }) => {
    const made = makePlan(cases.situations[situation]!, choices);
    expect(made).toEqual(plan);
    expect(textOf(made)).toBe(text);
  });
});

test("a passage is divided as Python does", () => {
  cases.pieces.forEach((expected, index) => {
    const found = pieces(cases.situations.invented!, index + 1);
    expect(found.map((one) => (typeof one === "string" ? one : { id: one.id }))).toEqual(expected);
  });
});
