import { describe, expect, test } from "vitest";
import { correctionLinks } from "../../explorer/corrections";
import { FIRST, spanWith } from "../../explorer/paging";
import { forLink, isOwn, OWN_POSITION } from "../../explorer/position";
import { inUnit, radii } from "../../explorer/radii";
import { dateWords, distanceWords, length, listWords } from "../../explorer/words";

describe("lengths", () => {
  test("are short and in the reader's unit", () => {
    expect(length(0.84, "km")).toBe("0.8 km");
    expect(length(9.96, "km")).toBe("10 km");
    expect(length(1609.344, "mi")).toBe("1,000 mi");
    expect(length(5, "mi")).toBe("3.1 mi");
  });

  test("are exact only for a street address", () => {
    expect(distanceWords(12.3, "km", "street")).toBe("12 km away");
    expect(distanceWords(12.3, "km", "city")).toBe("about 12 km away");
    expect(distanceWords(0, "km", "city")).toBe("under 1 km away");
    expect(distanceWords(1.2, "mi", "city")).toBe("under 1 mi away");
    expect(distanceWords(0.02, "km", "street")).toBe("under 0.1 km away");
  });
});

describe("dates", () => {
  test.each([
    ["2025", "2025"],
    ["2025-12", "December 2025"],
    ["2025-12-03", "3 December 2025"],
    ["", ""],
  ])("%s", (date, words) => {
    expect(dateWords(date)).toBe(words);
  });
});

test("lists", () => {
  expect(listWords([])).toBe("");
  expect(listWords(["a"])).toBe("a");
  expect(listWords(["a", "b", "c"])).toBe("a, b and c");
});

describe("the radius shown is the radius applied", () => {
  const shown = (km: number | null, unit: "km" | "mi") =>
    radii(km, unit).filter((radius) => radius.km === km);

  test("one of those offered", () => {
    expect(shown(50, "km").map(({ label }) => label)).toEqual(["within 50"]);
    expect(shown(null, "km").map(({ label }) => label)).toEqual(["any distance"]);
  });

  test("any other, set from Python, is offered too, in its place", () => {
    const labels = radii(75, "km").map(({ label }) => label);
    expect(labels.indexOf("within 75")).toBe(labels.indexOf("within 50") + 1);
    expect(shown(50, "mi").map(({ label }) => label)).toEqual(["within 31"]);
  });

  test("a change of unit keeps the number chosen", () => {
    expect(inUnit(50, "km", "mi")).toBeCloseTo(80.4672, 9);
    expect(inUnit(80.4672, "mi", "km")).toBe(50);
    expect(inUnit(null, "km", "mi")).toBeNull();
    expect(inUnit(75, "km", "mi")).toBe(75);
  });
});

describe("the part of the list that is drawn", () => {
  test("stays where nothing is asked for, or it is in already", () => {
    expect(spanWith(FIRST, -1)).toBe(FIRST);
    expect(spanWith(FIRST, 24)).toBe(FIRST);
  });

  test("grows to a row near by", () => {
    expect(spanWith(FIRST, 110)).toEqual({ from: 0, to: 125 });
    expect(spanWith({ from: 200, to: 250 }, 130)).toEqual({ from: 125, to: 250 });
  });

  test("moves to a row far off", () => {
    expect(spanWith(FIRST, 90_017)).toEqual({ from: 90_000, to: 90_025 });
    expect(spanWith({ from: 90_000, to: 90_050 }, 3)).toEqual({ from: 0, to: 25 });
  });
});

describe("the reader's own position", () => {
  const own = { label: OWN_POSITION, latitude: 41.879, longitude: -87.624 };

  test("is rounded to about a kilometre in a link", () => {
    expect(isOwn(own)).toBe(true);
    expect(forLink(own)).toEqual({ label: OWN_POSITION, latitude: 41.88, longitude: -87.62 });
  });

  test("a town is not", () => {
    const town = { ...own, label: "Chicago, IL, US" };
    expect(isOwn(town)).toBe(false);
    expect(forLink(town)).toBe(town);
    expect(forLink(null)).toBeNull();
  });
});

describe("corrections", () => {
  const entry = { id: "a&b", name: "A “B” & <C>", source_title: "A list", source_date: "2026" };

  test("are not offered where none are configured", () => {
    expect(correctionLinks(undefined, entry)).toEqual([]);
    expect(correctionLinks({ issue: "", mail: "" }, entry)).toEqual([]);
  });

  test("begin with the entry, whatever is in its name", () => {
    const [issue, mail] = correctionLinks(
      { issue: "https://example.org/new?template=entry", mail: "book@example.org" },
      entry,
    );
    const url = new URL(issue!.href);
    expect(url.searchParams.get("template")).toBe("entry");
    expect(url.searchParams.get("title")).toBe("Correction: A “B” & <C> (a&b)");
    expect(mail!.href.startsWith("mailto:book@example.org?subject=Correction%3A%20A")).toBe(true);
    expect(mail!.href).not.toContain("&b)");
  });
});
