import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AddressState, fromFragment, toFragment } from "../../../shared/directory/address";
import { FACETS, type Facet } from "../../../shared/directory/filter";

const none = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Record<
  Facet,
  string[]
>;

function state({ facets, ...rest }: Partial<AddressState> = {}): AddressState {
  return {
    facets: { ...none, ...facets },
    entry: "",
    text: "",
    near: null,
    within_km: null,
    unit: "km",
    ...rest,
  };
}

const chicago = { label: "Chicago, IL, US", latitude: 41.85003, longitude: -87.65005 };
const full = state({
  facets: { ...none, services: ["naloxone", "testing"], countries: ["US"] },
  entry: "cra",
  text: "open & free",
  near: chicago,
  within_km: 80.4672,
  unit: "mi",
});

describe("state to fragment", () => {
  test("without filters there is none", () => {
    expect(toFragment(state())).toBe("");
  });

  test("filters and the opened entry are in it, text and position are not", () => {
    expect(toFragment(full)).toBe("services=naloxone;testing&countries=US&entry=cra");
  });

  test("a link that the reader copies holds everything", () => {
    expect(toFragment(full, { complete: true })).toBe(
      "services=naloxone;testing&countries=US&text=open%20%26%20free" +
        "&near=41.85003;-87.65005;Chicago%2C%20IL%2C%20US&within=80.4672&unit=mi&entry=cra",
    );
  });

  test("a position is no finer than a metre, and zero is written as zero", () => {
    const near = { label: "", latitude: -0.000001, longitude: 12.3456789 };
    expect(toFragment(state({ near }), { complete: true })).toBe(
      "near=0;12.34568;&within=any&unit=km",
    );
  });
});

describe("fragment to state", () => {
  test.each(["", "#", "#harm-reduction-in-chicago", "#id4", "#a=b", "#=x", "#within=5&unit=mi"])(
    "%s is not ours",
    (fragment) => {
      expect(fromFragment(fragment)).toBeNull();
    },
  );

  test("with and without its sign", () => {
    expect(fromFragment("#types=network")).toEqual(fromFragment("types=network"));
  });

  test("an empty part empties its filter", () => {
    expect(fromFragment("#services=")).toEqual(state());
  });

  test("values twice, empty values and unknown parts are passed over", () => {
    expect(fromFragment("#services=a;;a;b&colour=red")?.facets.services).toEqual(["a", "b"]);
  });

  test("a link cut off in the middle of a letter opens", () => {
    expect(fromFragment("#text=caf%C3%")?.text).toBe("caf%C3%");
  });

  test.each(["near=", "near=1", "near=1;", "near=91;0;x", "near=0;181;x", "near=a;b;c"])(
    "%s is no position",
    (part) => {
      expect(fromFragment(part)?.near).toBeNull();
    },
  );

  test.each([
    ["near=0;0;&within=0", null],
    ["near=0;0;&within=-3", null],
    ["near=0;0;&within=ten", null],
    ["near=0;0;", null],
    ["near=0;0;&within=25", 25],
  ])("the radius of %s is %s", (fragment, km) => {
    expect(fromFragment(fragment)?.near).toEqual({ latitude: 0, longitude: 0, label: "" });
    expect(fromFragment(fragment)?.within_km).toBe(km);
  });
});

test("what is written is read again", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
  const facets = fc.record(
    Object.fromEntries(FACETS.map((facet) => [facet, fc.uniqueArray(text, { maxLength: 3 })])),
  ) as unknown as fc.Arbitrary<Record<Facet, string[]>>;
  const degrees = (limit: number) =>
    fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((n) => Number((n / 1e5).toFixed(5)));
  const near = fc.record({ label: text, latitude: degrees(90), longitude: degrees(180) });
  const any = fc.record({
    facets,
    entry: text,
    text: text.filter((typed) => typed.trim() !== ""),
    near,
    within_km: fc.option(fc.integer({ min: 1, max: 20_000 })),
    unit: fc.constantFrom("km" as const, "mi" as const),
  });
  fc.assert(
    fc.property(any, (each) => {
      const fragment = toFragment(each, { complete: true });
      expect(fromFragment(`#${fragment}`)).toEqual(each);
      expect(new URL(`file:///book.html#${fragment}`).hash).toBe(`#${fragment}`);
    }),
  );
});
