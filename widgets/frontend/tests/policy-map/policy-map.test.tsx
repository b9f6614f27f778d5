// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PageModel } from "../../hosts/page";
import widget from "../../policy-map/index";
import type { Payload } from "../../policy-map/laws";
import type { PolicyState } from "../../policy-map/state";
import type { Cleanup, Model } from "../../shared/model";
import { payload } from "./payload";

let el: HTMLElement;
let cleanup: Cleanup | undefined;
beforeEach(() => {
  el = document.createElement("div");
  document.body.append(el);
});
afterEach(() => {
  act(() => cleanup?.());
  el.remove();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The invented states under letters and names that the map has a place for. */
const PLACES = { AA: ["CA", "California"], BB: ["NV", "Nevada"], CC: ["TX", "Texas"] } as const;
const placed: Payload = {
  ...payload,
  states: payload.states.map((state) => {
    const [region, name] = PLACES[state.region as keyof typeof PLACES];
    return { ...state, region, name };
  }),
};

const SQUARE = {
  type: "Topology",
  transform: { scale: [1, 1], translate: [0, 0] },
  arcs: [
    [
      [0, 0],
      [100, 0],
      [0, 100],
      [-100, 0],
      [0, -100],
    ],
  ],
  objects: {
    states: {
      type: "GeometryCollection",
      geometries: [{ type: "Polygon", arcs: [[0]], properties: { name: "California" } }],
    },
  },
};

async function show(
  state: Partial<PolicyState> = {},
  load: (name: string) => Promise<unknown> = async () => SQUARE,
): Promise<PageModel> {
  const model = new PageModel({ _payload: placed, ...state }, load);
  await act(async () => {
    cleanup = (await widget.render({
      model: model as unknown as Model<PolicyState>,
      el,
    })) as Cleanup;
  });
  return model;
}

const one = <E extends Element = HTMLElement>(selector: string) => el.querySelector<E>(selector)!;
const button = (name: string) =>
  [...el.querySelectorAll("button")].find((item) => item.textContent === name)!;
const summary = () => one(".gb-policy-summary").textContent;
const legend = () => [...el.querySelectorAll(".gb-policy-legend strong")].map((n) => n.textContent);

describe("what is chosen", () => {
  test("the law, the year and the state are traits", async () => {
    const model = await show({ law: "naloxone", year: 2001, region: "" });
    expect(summary()).toContain("in force in 1 of 3, not yet in 1, unknown in 1");
    expect(legend()).toEqual(["1", "1", "1"]);

    act(() => one<HTMLInputElement>("input[value=good-samaritan]").click());
    expect(model.get("law")).toBe("good-samaritan");
    act(() => button("One year later").click());
    expect(model.get("year")).toBe(2002);
    act(() => {
      const list = one<HTMLSelectElement>("select");
      list.value = "TX";
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(model.get("region")).toBe("TX");
    expect(one(".gb-policy-card h3").textContent).toBe("Texas, end of 2002");
    expect(one(".gb-policy-card").textContent).toContain("unknown, no year in our source");
    expect(one(".gb-policy-card").textContent).toContain("A data set");
  });

  test("from Python the view moves", async () => {
    const model = await show({ year: 2000 });
    act(() => {
      model.set("year", 2012);
      model.set("law", "good-samaritan");
      model.set("region", "CA");
    });
    expect(summary()).toContain("By the end of 2012, a Good Samaritan law");
    expect(one<HTMLInputElement>("input[type=range]").value).toBe("2012");
    expect(one(".gb-policy-card h3").textContent).toContain("California");
    expect(one(".gb-policy-row th").textContent).toBe("California");
  });

  test("what cannot be becomes what is nearest", async () => {
    await show({ year: 3000, law: "none", region: "ZZ" });
    expect(one<HTMLInputElement>("input[type=range]").value).toBe("2016");
    expect(summary()).toContain("a law on access to naloxone");
    expect(summary()).toContain("Our source of laws ends in 2014.");
    expect(one(".gb-policy-card")).toBeNull();
  });
});

describe("the pictures", () => {
  test("a press on the map opens a state, another closes it", async () => {
    const model = await show({ year: 2001 });
    const state = () => one<SVGPathElement>("path[data-region=CA]");
    await vi.waitFor(() => expect(state()).not.toBeNull());
    expect(one(".gb-policy-map").getAttribute("aria-label")).toContain("in force in 1 of 3");
    expect(state().querySelector("title")?.textContent).toBe("California: in force since 2001");
    const press = () =>
      act(() => void state().dispatchEvent(new MouseEvent("click", { bubbles: true })));
    press();
    expect(model.get("region")).toBe("CA");
    press();
    expect(model.get("region")).toBe("");
  });

  test("squares: arrow keys move, a press opens", async () => {
    const model = await show({ year: 2001 });
    act(() => button("Squares").click());
    const tile = (region: string) => one<HTMLButtonElement>(`button[data-region=${region}]`);
    expect([...el.querySelectorAll(".gb-policy-tile[tabindex='0']")]).toEqual([tile("CA")]);
    expect(tile("TX").getAttribute("aria-label")).toBe("TX, Texas: unknown, no year in our source");
    tile("CA").focus();
    const key = (name: string) =>
      act(() => {
        document.activeElement!.dispatchEvent(
          new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }),
        );
      });
    key("End");
    expect(document.activeElement).toBe(tile("TX"));
    key("Home");
    expect(document.activeElement).toBe(tile("CA"));
    key("a");
    expect(document.activeElement).toBe(tile("CA"));
    act(() => tile("CA").click());
    expect(model.get("region")).toBe("CA");
    expect(tile("CA").getAttribute("aria-pressed")).toBe("true");
  });

  test("where the outlines never come, the squares stand in", async () => {
    await show({}, async () => Promise.reject(new Error("gone")));
    await vi.waitFor(() => expect(el.querySelectorAll(".gb-policy-tile")).toHaveLength(3));
    expect(one(".gb-policy-map")).toBeNull();
    expect(button("Map")).toBeUndefined();
  });

  test("the curve is told in words, its year is marked", async () => {
    await show({ year: 2001 });
    const curve = one(".gb-policy-curve");
    expect(curve.querySelector("svg")?.getAttribute("aria-label")).toContain("at most 1,400");
    expect(curve.querySelectorAll(".gb-policy-provisional-mark")).toHaveLength(2);
    expect(curve.textContent).toContain("provisional");
    expect(one(".gb-policy-now-year").textContent).toBe("2001: 1,400");
  });

  test("a closed card gives the focus to the list of states", async () => {
    await show({ region: "NV" });
    act(() => button("Close Nevada").click());
    expect(one(".gb-policy-card")).toBeNull();
    expect(document.activeElement).toBe(one("select"));
  });
});

describe("playing the years", () => {
  const still = (answer: boolean) =>
    vi
      .spyOn(globalThis, "matchMedia")
      .mockImplementation(() => ({ matches: answer }) as unknown as MediaQueryList);

  test("is off at first, goes on year by year, and ends with the last", async () => {
    still(false);
    const model = await show({ year: 2014 });
    vi.useFakeTimers();
    expect(button("Play the years").getAttribute("aria-pressed")).toBe("false");
    act(() => button("Play the years").click());
    for (const _ of [1, 2, 3, 4]) act(() => void vi.advanceTimersByTime(900));
    expect(model.get("year")).toBe(2016);
    expect(button("Play the years").getAttribute("aria-pressed")).toBe("false");
    act(() => button("Play the years").click());
    expect(model.get("year")).toBe(2000);
    act(() => button("Stop").click());
    act(() => void vi.advanceTimersByTime(5000));
    expect(model.get("year")).toBe(2000);
  });

  test("is not offered to those who asked for less motion", async () => {
    still(true);
    await show();
    expect(button("Play the years")).toBeUndefined();
  });
});

test("hostile text stays text, and an address that is none is no link", async () => {
  const hostile = "<img src=x onerror=alert(1)>";
  await show({
    region: "CA",
    _payload: {
      ...placed,
      states: placed.states.map((state) => ({ ...state, name: hostile, note: hostile })),
      sources: placed.sources.map((source) => ({ ...source, url: "javascript:alert(1)" })),
    },
  });
  expect(el.querySelector("img")).toBeNull();
  expect(el.querySelectorAll("a")).toHaveLength(0);
  expect(one(".gb-policy-card").textContent).toContain(hostile);
});
