import { describe, expect, test } from "vitest";
import cases from "../../../../../tests/cases/places.json";
import { type Load, lookup, shardKey } from "../../../shared/directory/places";

const files = cases.resources as Record<string, unknown>;
const shards = Object.keys(files).flatMap((name) => name.split("places/")[1] ?? []);

function loader(present: Record<string, unknown>): Load & { asked: string[] } {
  const asked: string[] = [];
  const load = async (name: string): Promise<unknown> => {
    asked.push(name);
    if (name in present) return present[name];
    throw new Error(`${name} could not be loaded.`);
  };
  return Object.assign(load, { asked });
}

const all: Record<string, unknown> = { ...files, "places/index": { credit: "", shards } };
const load = loader(all);

describe("the shared cases", () => {
  test.each(cases.cases)("$name", async ({ query, expect: expected }) => {
    expect(await lookup(load, query)).toEqual(expected);
  });
});

test("no more places than asked for", async () => {
  expect(await lookup(load, "springfield", 2)).toHaveLength(2);
});

test("one search loads one file besides the index", async () => {
  const counting = loader(all);
  await lookup(counting, "springfield, il");
  await lookup(counting, "60601");
  expect(counting.asked).toEqual(["places/index", "places/sp", "zips/60"]);
});

test("what the index does not have is not asked for", async () => {
  const counting = loader(all);
  expect(await lookup(counting, "qq")).toEqual([]);
  expect(counting.asked).toEqual(["places/index"]);
});

test("a file that should be there and cannot be loaded is said to be so", async () => {
  const offline = loader({ "places/index": all["places/index"] });
  await expect(lookup(offline, "springfield")).rejects.toThrow("places/sp could not be loaded");
  await expect(lookup(loader({}), "springfield")).rejects.toThrow();
  await expect(lookup(loader({}), "60601")).rejects.toThrow();
});

test.each([
  ["St. Louis", "st"],
  ["'s-Gravenhage", "sg"],
  ["Łódź", "lo"],
  ["Київ", "other"],
  ["y", "other"],
  ["", "other"],
])("the shard of %s is %s", (name, shard) => {
  expect(shardKey(name)).toBe(shard);
});
