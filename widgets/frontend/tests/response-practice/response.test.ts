import { describe, expect, test } from "vitest";
import cases from "../../../../tests/cases/response.json";
import {
  type Call,
  callFor,
  clockWords,
  dialled,
  LOCAL,
  misplaced,
  spokenAt,
  stepBack,
  timeWords,
  walk,
} from "../../response-practice/response";
import { mixed } from "../../shared/controls/order";
import { payload } from "./published";

const { steps, moments, calls } = payload;

describe("the shared cases", () => {
  test.each(cases.orders)("order $order", ({ order, misplaced: wanted }) => {
    expect(misplaced(steps, order).map(({ step, before }) => [step, before])).toEqual(wanted);
  });
  test.each(cases.mixed)("mixed $ids", ({ ids, mixed: wanted }) => {
    expect(mixed(ids)).toEqual(wanted);
  });
  test.each(cases.walks)("walk $taken", ({ taken, made, at, finished }) => {
    const found = walk(moments, taken);
    expect(found.decisions).toHaveLength(made);
    expect(found.moment.id).toBe(at);
    expect(found.finished).toBe(finished);
  });
  test.each(cases.calls)("call $code", ({ code, words, remark }) => {
    const call = callFor(calls, code);
    expect(call.number ?? LOCAL).toBe(words);
    expect(call.remark ?? "").toBe(remark);
  });
});

describe("a step back", () => {
  test("takes back the last choice that led on, and the wrong turns after it", () => {
    expect(stepBack(moments, [])).toEqual([]);
    expect(stepBack(moments, ["found/sleep"])).toEqual([]);
    expect(stepBack(moments, ["found/sleep", "found/wake"])).toEqual(["found/sleep"]);
    expect(stepBack(moments, ["found/wake", "no-answer/call", "operator/story"])).toEqual([
      "found/wake",
    ]);
  });
});

describe("words", () => {
  test("of a clock", () => {
    expect([0, 7.9, 150, -3].map(clockWords)).toEqual(["0:00", "0:07", "2:30", "0:00"]);
    expect([30, 60, 90, 120, 150, 300].map(timeWords)).toEqual([
      "30 seconds",
      "1 minute",
      "1 and a half minutes",
      "2 minutes",
      "2 and a half minutes",
      "5 minutes",
    ]);
  });

  test("that a clock says, twice a minute and at the two ends", () => {
    const wait = { start: 120, end: 180 };
    const said = new Set(Array.from({ length: 200 }, (_, second) => spokenAt(second, wait)));
    expect([...said]).toEqual([
      "",
      "30 seconds",
      "1 minute",
      "1 and a half minutes",
      "2 minutes: look again.",
      "3 minutes: time for another dose if nothing has changed.",
    ]);
  });

  test("of a number: digits are dialled and nothing else", () => {
    expect(dialled({ code: "X", country: "X", dial: 'javascript:"+1 2<' } as Call)).toBe("+12");
    expect(dialled({ code: "", country: "" })).toBe("");
  });
});
