import { expect, test } from "vitest";
import { Directory } from "../../../shared/directory/table";
import { directory, payload } from "./rows";

const rows = [
  { id: "b", name: "Éclair", services: ["naloxone"], latitude: 1.5, longitude: 2 },
  { id: "a", name: "eclair", services: [], latitude: null, longitude: 2 },
  { id: "c", name: "Zulu", services: ["naloxone", "testing"], latitude: 0, longitude: 0 },
];

test.each([false, true])("cells of every kind, coded %s", (coded) => {
  const all = directory(rows, {}, { coded });
  expect(all.count).toBe(3);
  expect(all.edition).toBe("2026-11-22");
  expect(all.text("name", 2)).toBe("Zulu");
  expect(all.list("services", 2)).toEqual(["naloxone", "testing"]);
  expect(all.number("latitude", 0)).toBe(1.5);
  expect(all.number("latitude", 1)).toBeNaN();
  expect([0, 1, 2].map((row) => all.hasPosition(row))).toEqual([true, false, true]);
});

test("columns that are left out are empty", () => {
  const all = directory(rows);
  expect(all.text("city", 0)).toBe("");
  expect(all.list("audience", 0)).toEqual([]);
  expect(directory([{ id: "x", name: "x" }]).hasPosition(0)).toBe(false);
});

test("an entry has every column", () => {
  expect(directory(rows).entry(0)).toMatchObject({
    row: 0,
    id: "b",
    services: ["naloxone"],
    former_names: [],
    phone: "",
    latitude: 1.5,
  });
});

test("rows by id", () => {
  const all = directory(rows);
  expect(all.find("c")).toBe(2);
  expect(all.find("d")).toBe(-1);
});

test("order: folded name, then id; the same for rows that come sorted", () => {
  expect([...directory(rows).order]).toEqual([1, 0, 2]);
  expect([...directory([rows[1]!, rows[0]!, rows[2]!]).order]).toEqual([0, 1, 2]);
});

test("labels", () => {
  const all = directory(rows, { services: [["naloxone", "Naloxone", "Reverses an overdose."]] });
  expect(all.label("services", "naloxone")).toBe("Naloxone");
  expect(all.label("services", "testing")).toBe("testing");
  expect(all.vocabulary("services").get("naloxone")?.definition).toBe("Reverses an overdose.");
  expect(all.vocabulary("types").size).toBe(0);
});

test("another schema is refused in words", () => {
  expect(() => new Directory({ ...payload([]), schema: 1 as never })).toThrow("reads schema 2");
});
