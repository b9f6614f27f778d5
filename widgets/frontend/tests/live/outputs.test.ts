import { describe, expect, test } from "vitest";
import { stretches } from "../../live/ansi";
import { type Message, NOTHING, next, overwritten, type Shown } from "../../live/outputs";

const say = (msg_type: string, content: object): Message => ({ header: { msg_type }, content });
const given = (...messages: Message[]): Shown => messages.reduce(next, NOTHING);
const out = (text: string, name = "stdout"): Message => say("stream", { name, text });

describe("the outputs of a cell", () => {
  test("a stream grows, another begins anew", () => {
    const { outputs } = given(out("a"), out("b"), out("c", "stderr"), out("d"));
    expect(outputs.map(({ text }) => text)).toEqual(["ab", "c", "d"]);
  });

  test("what did not change stays the same object", () => {
    const before = given(say("display_data", { data: { "text/plain": "1" } }), out("a"));
    const now = next(before, out("b"));
    expect(now.outputs[0]).toBe(before.outputs[0]);
    expect(now.outputs[1]).not.toBe(before.outputs[1]);
  });

  test("clearing at once, and with the next output", () => {
    expect(given(out("a"), say("clear_output", { wait: false })).outputs).toEqual([]);
    const waiting = given(out("a"), say("clear_output", { wait: true }));
    expect(waiting.outputs).toHaveLength(1);
    expect(next(waiting, out("b")).outputs.map(({ text }) => text)).toEqual(["b"]);
  });

  test("a display is renewed by its id, and no other", () => {
    const shown = given(
      say("display_data", { data: { "text/plain": "1" }, transient: { display_id: "x" } }),
      say("display_data", { data: { "text/plain": "2" } }),
      say("update_display_data", { data: { "text/plain": "3" }, transient: { display_id: "x" } }),
    );
    expect(shown.outputs.map(({ data }) => data)).toEqual([
      { "text/plain": "3" },
      { "text/plain": "2" },
    ]);
  });

  test("a message about something else changes nothing", () => {
    const before = given(out("a"));
    expect(next(before, say("status", { execution_state: "busy" }))).toBe(before);
  });
});

test.each([
  ["plain\n", "plain\n"],
  ["0 of 2\r1 of 2\r2 of 2", "2 of 2"],
  ["long line\rshort", "shortline"],
  ["a\r\nb", "a\nb"],
  ["ab\bc", "ac"],
  ["\b\ba", "a"],
])("a terminal shows %j as %j", (text, shown) => {
  expect(overwritten(text)).toBe(shown);
});

describe("a terminal's colours", () => {
  test("stretches of text, without the codes", () => {
    expect(stretches("a\u001b[1;31mb\u001b[0mc")).toEqual([
      { text: "a", bold: false, colour: null, marked: false },
      { text: "b", bold: true, colour: 1, marked: false },
      { text: "c", bold: false, colour: null, marked: false },
    ]);
  });

  test.each([
    ["\u001b[38;5;28mx", null],
    ["\u001b[38;5;9mx", 1],
    ["\u001b[38;2;1;2;3mx", null],
    ["\u001b[92mx", 2],
    ["\u001b[31m\u001b[39mx", null],
  ])("%j has the colour %s", (text, colour) => {
    expect(stretches(text)[0]).toMatchObject({ text: "x", colour });
  });

  test("a background marks, and other sequences vanish", () => {
    const found = stretches("\u001b[43mx\u001b[49my\u001b[2K\u001b]8;;http://a\u0007z");
    expect(found.map(({ text, marked }) => [text, marked])).toEqual([
      ["x", true],
      ["y", false],
      ["z", false],
    ]);
  });
});
