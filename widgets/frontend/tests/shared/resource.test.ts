import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Callback, Model } from "../../shared/model";
import { resource } from "../../shared/resource";

/** A host that keeps the questions until the test answers. */
class SlowHost implements Model {
  readonly questions: { kind: string; id: number; name: string }[] = [];
  readonly listeners = new Set<Callback>();

  get(): undefined {}
  set(): void {}
  save_changes(): void {}

  on(_: string, callback: Callback): void {
    this.listeners.add(callback);
  }

  off(_?: string | null, callback?: Callback | null): void {
    if (callback) this.listeners.delete(callback);
  }

  send(content: unknown): void {
    this.questions.push(content as never);
  }

  answer(content: unknown): void {
    for (const listener of [...this.listeners]) listener(content, []);
  }
}

let host: SlowHost;

beforeEach(() => {
  host = new SlowHost();
});

afterEach(() => {
  vi.useRealTimers();
});

test("the answer with the question's number and name is the answer", async () => {
  const first = resource(host, "a");
  const second = resource(host, "b");
  const [a, b] = host.questions;
  expect(a).toMatchObject({ kind: "resource", name: "a" });
  host.answer(null);
  host.answer({ kind: "other", id: a!.id, name: "a", data: "wrong" });
  host.answer({ ...b, data: "B" });
  host.answer({ ...a, data: "A" });
  expect(await Promise.all([first, second])).toEqual(["A", "B"]);
  expect(host.listeners.size).toBe(0);
});

test("asked once", async () => {
  const first = resource(host, "a");
  expect(resource(host, "a")).toBe(first);
  host.answer({ ...host.questions[0], data: 1 });
  await first;
  expect(await resource(host, "a")).toBe(1);
  expect(host.questions).toHaveLength(1);
});

test("a failure is said in words and forgotten", async () => {
  const first = resource(host, "a");
  host.answer({ ...host.questions[0], error: "no such resource" });
  await expect(first).rejects.toThrow("no such resource");
  const second = resource(host, "a");
  host.answer({ ...host.questions[1], data: 2 });
  expect(await second).toBe(2);
});

test("a host that never answers is given up", async () => {
  vi.useFakeTimers();
  const answer = resource(host, "a");
  const failed = expect(answer).rejects.toThrow("No answer when asking for a.");
  vi.runAllTimers();
  await failed;
  expect(host.listeners.size).toBe(0);
});
