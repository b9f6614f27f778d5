import { expect, test } from "vitest";
import cases from "../../../../../tests/cases/codes.json";
import { unpack } from "../../../shared/directory/codes";
import { Directory } from "../../../shared/directory/table";
import { payload } from "./rows";

test.each(cases.cases)("$name", ({ distinct, codes, text }) => {
  expect([...unpack(text, distinct)]).toEqual(codes);
});

test("a column that follows from others", () => {
  const rows = [
    { id: "a", country: "US", status: "active" },
    { id: "b", country: "CA", status: "closed" },
    { id: "c", country: "US", status: "closed" },
    { id: "d", country: "CA", status: "closed" },
    { id: "e", country: "US", status: "active" },
  ];
  const { columns, ...rest } = payload(rows, {}, { coded: true });
  // The combinations in their order: US and active, CA and closed, US and closed.
  const badge = { dictionary: ["Gone", "Here"], codes: "$##", of: ["country", "status"] as const };
  const name = {
    dictionary: ["Canada", "Gone from Canada"],
    codes: "#$#",
    of: ["badge", "country"],
  };
  const all = new Directory({
    ...rest,
    columns: { ...columns, badge, region_name: name as never },
  });
  const read = (column: "badge" | "region_name") => rows.map((_, row) => all.text(column, row));
  expect(read("badge")).toEqual(["Here", "Gone", "Gone", "Gone", "Here"]);
  expect(read("region_name")).toEqual([
    "Canada",
    "Gone from Canada",
    "Canada",
    "Gone from Canada",
    "Canada",
  ]);
});
