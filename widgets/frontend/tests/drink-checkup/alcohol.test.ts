/** The model over the cases that Python reads too. */
import { describe, expect, test } from "vitest";
import cases from "../../../../tests/cases/alcohol.json";
import {
  points,
  score,
  stoppingReasons,
  typicalDayPoints,
} from "../../drink-checkup/alcohol/audit";
import {
  bandCurve,
  bloodAlcohol,
  bloodAlcoholBand,
  hoursToZero,
} from "../../drink-checkup/alcohol/blood";
import { BLANK, hasBegun } from "../../drink-checkup/alcohol/checkup";
import { auditDrinks, drinkGrams, pureAlcohol } from "../../drink-checkup/alcohol/drinks";
import { Refusal, readCheckup, writeCheckup } from "../../drink-checkup/alcohol/file";
import { fill, isDate, tidyText } from "../../drink-checkup/alcohol/text";
import { compare, week } from "../../drink-checkup/alcohol/week";
import { payload } from "./payload";

const close = (found: number, expected: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(cases.tolerance);

describe("drinks and grams", () => {
  test.each(cases.typical_day)("$name", ({ drinks, size, audit_drinks, points }) => {
    close(auditDrinks(drinks, size), audit_drinks);
    expect(typicalDayPoints(drinks, size)).toBe(points);
  });

  test.each(cases.pure_alcohol)("$name", ({ volume_ml, percent, grams }) =>
    close(pureAlcohol(volume_ml, percent), grams),
  );

  test("a country's drink counts by its higher figure; without a country it is AUDIT's", () => {
    expect(drinkGrams(payload, "JP")).toBe(20);
    expect(drinkGrams(payload, "")).toBe(10);
  });
});

describe("the ten questions", () => {
  test.each(cases.points)("points: $name", ({ answers, typical_drinks, size, points: expected }) =>
    expect(points(answers, typical_drinks, size)).toEqual(expected),
  );

  test.each(cases.score)("sum: $name", ({ name: _, points: given, ...expected }) =>
    expect(score(given)).toEqual(expected),
  );

  test.each(cases.reasons)("reasons: $name", ({ points: given, diary, size, reasons }) =>
    expect(stoppingReasons(given, diary, size)).toEqual(reasons),
  );
});

describe("a week", () => {
  test.each(cases.week)("$name", ({ diary, size, week: expected }) => {
    const found = week(diary, size) as unknown as Record<string, number | null>;
    for (const [name, value] of Object.entries(expected)) {
      if (value === null) expect(found[name]).toBeNull();
      else close(found[name]!, value);
    }
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(cases.compare)("beside a guideline: $name", (one) => {
    expect(compare(one.diary, one.size, one)).toEqual({ days_over: one.days_over, week: one.week });
  });
});

describe("alcohol in the blood", () => {
  test.each(cases.blood_alcohol)("$name", ({ grams, weight_kg, hours, r, per_hour, percent }) =>
    close(bloodAlcohol(grams, weight_kg, hours, r, per_hour), percent),
  );

  test.each(cases.band)("band: $name", ({ grams, weight_kg, hours, low, high }) => {
    const found = bloodAlcoholBand(grams, weight_kg, hours);
    close(found.low, low);
    close(found.high, high);
  });

  test.each(cases.zero)("gone: $name", ({ grams, weight_kg, soonest, latest }) => {
    const found = hoursToZero(grams, weight_kg);
    close(found.soonest, soonest);
    close(found.latest, latest);
  });

  test.each(cases.curve)("curve: $name", ({ grams, weight_kg, hours, steps, points }) => {
    const found = bandCurve(grams, weight_kg, hours, steps);
    expect(found).toHaveLength(points.length);
    points.forEach((point, i) => {
      close(found[i]!.hour, point.hour);
      close(found[i]!.low, point.low);
      close(found[i]!.high, point.high);
    });
  });
});

describe("texts", () => {
  test.each(cases.tidy)("$name", ({ text, tidy }) => expect(tidyText(text)).toBe(tidy));

  test("what is tidy stays as it is", () => {
    for (const { text } of cases.tidy) expect(tidyText(tidyText(text))).toBe(tidyText(text));
  });

  test("a day has to be one of the calendar", () => {
    expect(isDate("2028-02-29")).toBe(true);
    expect(isDate("2027-02-29")).toBe(false);
    expect(isDate("0000-01-01")).toBe(false);
    expect(isDate("2027-1-1")).toBe(false);
  });

  test("names in a message are filled, and unknown ones stay", () =>
    expect(fill("{a} of {b}, {c}", { a: 1, b: "{a}" })).toBe("1 of {a}, {c}"));
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(content: Uint8Array): Refusal {
  try {
    readCheckup(content, payload);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("it was taken");
}

describe("a file", () => {
  test.each(cases.files.read)("is read: $name", ({ content, fields }) =>
    expect(readCheckup(bytes(content), payload)).toEqual({ ...BLANK, ...fields }),
  );

  test.each(cases.files.refused)("is refused: $name", ({ content, kind, field, ...rest }) => {
    const found = refusal(bytes(content));
    expect([found.kind, found.field]).toEqual([kind, field]);
    if (rest.words) expect(found.message).toContain(rest.words);
    expect(found.message).not.toMatch(/[{}]/);
  });

  test.each(cases.files.repeated)("is refused: $name", ({ unit, times, kind, ...rest }) => {
    const found = refusal(bytes(unit.repeat(times)));
    expect(found.kind).toBe(kind);
    if ("words" in rest) expect(found.message).toContain(rest.words);
  });

  test.each(cases.files.bytes)("is refused: $name", ({ hex, kind }) => {
    const content = Uint8Array.from(hex.match(/../g)!, (pair) => Number.parseInt(pair, 16));
    expect(refusal(content).kind).toBe(kind);
  });

  test.each(cases.files.round)("that was written is read as it was", (fields) => {
    const checkup = { ...BLANK, ...fields };
    const text = writeCheckup(checkup, payload, "2026-11-22");
    expect(readCheckup(bytes(text), payload)).toEqual(checkup);
    expect(JSON.parse(text)).toMatchObject({ version: 1, saved: "2026-11-22" });
  });

  test("that is as full as it can be is small enough", () => {
    const text = "\u{1f37a}".repeat(200);
    const twenty = Array(20).fill(text);
    const checkup = {
      ...BLANK,
      likes: twenty,
      dislikes: twenty,
      rewards: twenty,
      triggers: twenty.map(() => ({ trigger: text, instead: text })),
    };
    const written = bytes(writeCheckup(checkup, payload));
    expect(readCheckup(written, payload)).toEqual(checkup);
  });
});

test("a check-up has begun once something is said in it", () => {
  expect(hasBegun(BLANK)).toBe(false);
  expect(hasBegun({ ...BLANK, diary: [null, 0, null, null, null, null, null] })).toBe(true);
  expect(hasBegun({ ...BLANK, goal: "less" }, ["likes"])).toBe(false);
});
