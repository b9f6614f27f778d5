import { describe, expect, test } from "vitest";
import { several } from "../../offline/several";

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

describe("several at a time", () => {
  test("do each once, and never more than so many at once", async () => {
    const done: number[] = [];
    let now = 0;
    let most = 0;
    await several([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      now += 1;
      most = Math.max(most, now);
      await pause();
      now -= 1;
      done.push(item);
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  test("begin no more after one has failed, and end when those under way have", async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const all = several([1, 2, 3, 4, 5, 6], 2, async (item) => {
      begun.push(item);
      if (item === 2) throw new Error("no network");
      await pause();
      ended.push(item);
    });
    await expect(all).rejects.toThrow("no network");
    expect(begun).toEqual([1, 2]);
    expect(ended).toEqual([1]);
  });

  test("of none are done at once", async () => {
    await expect(several([], 4, () => Promise.reject(new Error("never")))).resolves.toBeUndefined();
  });
});
