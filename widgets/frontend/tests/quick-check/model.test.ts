import { describe, expect, test } from "vitest";
import cases from "../../../../tests/cases/quick-check.json";
import { type Answer, blank, judge, type Question, type Verdict } from "../../quick-check/model";
import { said } from "../../quick-check/words";

/** The questions of the cases as Python tells them. */
const shown: Record<string, number[]> = cases.shown;
const questions = Object.fromEntries(
  Object.entries(cases.questions).map(([id, given]) => {
    const options = (given as { options?: object[] }).options?.map((option) => ({
      right: false,
      why: "",
      ...option,
    }));
    return [id, { ...given, options, shown: shown[id] } as unknown as Question];
  }),
);
const question = (id: string): Question => questions[id]!;

describe("what of an answer is right", () => {
  test.each(cases.answers)("$question: $answer", ({ question: id, answer, verdict }) => {
    expect(judge(question(id), answer as Answer)).toEqual(verdict);
  });
});

test("what stands there to begin with is no right answer", () => {
  for (const one of Object.values(questions)) {
    expect(judge(one, blank(one)).right).toBe(false);
  }
});

test.each<[string, Answer, string]>([
  ["one", [], "Choose an answer first."],
  ["some", [], "Choose at least one answer first."],
  ["match", [0, null, 1], "Choose something for each line first."],
  ["short", " ", "Write an answer first."],
  ["one", [1], "Right."],
  ["one", [0], "Not this one."],
  ["short", "other", "Not this one."],
  ["some", [0], "Not quite: 1 more belongs here."],
  ["some", [1], "Not quite: 2 more belong here, 1 does not."],
  ["some", [0, 1, 2, 3], "Not quite: 2 do not."],
  ["order", [1, 0, 2], "Not quite: 1 of 3 stand in the right place."],
  ["match", [0, 2, 1], "Not quite: 1 of 3 are right."],
])("of %s %j is said: %s", (id, answer, words) => {
  const verdict: Verdict = judge(question(id), answer);
  expect(said(question(id), answer, verdict)).toBe(words);
});
