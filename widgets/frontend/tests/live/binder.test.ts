import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { askBinder, type BinderEvent, buildAddress, readEvent } from "../../live/binder";
import type { LiveError } from "../../live/model";

describe("an event of the build", () => {
  test("names its phase and its line of the log", () => {
    expect(readEvent('{"phase": "building", "message": "Step 1/9\\n"}')).toEqual({
      phase: "building",
      message: "Step 1/9",
    });
  });

  test("ready brings a server", () => {
    const text = '{"phase": "ready", "url": "https://hub.example/user/a", "token": "t"}';
    expect(readEvent(text).server).toEqual({ url: "https://hub.example/user/a/", token: "t" });
  });

  test.each([
    ["no JSON", "nonsense"],
    ["JSON of another kind", "[1, 2]"],
    ["null", "null"],
    ["a phase of later days", '{"phase": "dreaming", "message": 3}'],
  ])("%s is an unknown phase", (_, text) => {
    expect(readEvent(text)).toEqual({ phase: "unknown", message: "" });
  });

  test.each(['{"phase":"ready"}', '{"phase":"ready","url":"javascript:alert(1)"}'])(
    "ready without a server's address is a failure: %s",
    (text) => {
      expect(readEvent(text).phase).toBe("failed");
    },
  );
});

test("the address of a build keeps what is escaped in it", () => {
  expect(buildAddress("https://mybinder.org/", "gl/a%2Fb/v1")).toBe(
    "https://mybinder.org/build/gl/a%2Fb/v1",
  );
});

class Stream {
  static last: Stream;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;

  constructor(readonly url: string) {
    Stream.last = this;
  }

  say(event: object): void {
    this.onmessage?.({ data: JSON.stringify(event) });
  }

  close(): void {
    this.closed = true;
  }
}

describe("a build", () => {
  const heard: BinderEvent[] = [];
  const abort = new AbortController();
  const ask = () =>
    askBinder({
      service: "https://binder.example",
      spec: "gh/a/b/c",
      onEvent: (event) => heard.push(event),
      signal: abort.signal,
      patience: 1000,
    });
  const faultOf = (asked: Promise<unknown>) =>
    asked.then(
      () => "none",
      (error: LiveError) => error.fault,
    );

  beforeEach(() => {
    heard.length = 0;
    vi.useFakeTimers();
    vi.stubGlobal("EventSource", Stream);
    vi.stubGlobal("window", globalThis);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test("ends with a server, and hangs up", async () => {
    const asked = ask();
    Stream.last.say({ phase: "launching" });
    Stream.last.say({ phase: "ready", url: "https://a.example/", token: "t" });
    expect(await asked).toEqual({ url: "https://a.example/", token: "t" });
    expect(heard.map(({ phase }) => phase)).toEqual(["asking", "launching", "ready"]);
    expect(Stream.last.closed).toBe(true);
  });

  test("that fails says so, and hangs up", async () => {
    const asked = faultOf(ask());
    Stream.last.say({ phase: "failed", message: "no room" });
    expect(await asked).toBe("binder-failed");
    expect(Stream.last.closed).toBe(true);
  });

  test("whose stream breaks off is not asked for again", async () => {
    const asked = faultOf(ask());
    Stream.last.say({ phase: "building" });
    Stream.last.onerror?.();
    expect(await asked).toBe("binder-lost");
    expect(Stream.last.closed).toBe(true);
  });

  test("that nobody answers is told from one that broke off", async () => {
    const asked = faultOf(ask());
    Stream.last.onerror?.();
    expect(await asked).toBe("binder-unreachable");
  });

  test("that speaks now and then is not given up; one that is silent is", async () => {
    const asked = faultOf(ask());
    for (let times = 0; times < 3; times += 1) {
      vi.advanceTimersByTime(900);
      Stream.last.say({ phase: "building" });
    }
    expect(Stream.last.closed).toBe(false);
    vi.advanceTimersByTime(1001);
    expect(await asked).toBe("binder-silent");
    expect(Stream.last.closed).toBe(true);
  });
});
