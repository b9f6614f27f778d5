// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import widget from "../../explorer/index";
import type { ExplorerState } from "../../explorer/state";
import { PageModel } from "../../hosts/page";
import type { Cleanup, Model } from "../../shared/model";
import { payload, type Row } from "../shared/directory/rows";

const COMMON: Row = {
  type: "service",
  services: ["naloxone"],
  country: "US",
  country_name: "United States",
  region: "IL",
  region_name: "Illinois",
  city: "Chicago",
  reach: "local",
  precision: "city",
  status: "active",
  latitude: 41.85,
  longitude: -87.65,
  evidence_grade: "seen",
  evidence_label: "Seen 2023",
  badge: "Seen 2023",
  badge_kind: "seen",
  source_title: "A page",
  source_url: "https://example.org/page",
  source_date: "2023-04",
};

const ROWS: Row[] = [
  { ...COMMON, id: "alder", name: "Alder House", services: ["naloxone", "testing"] },
  { ...COMMON, id: "birch", name: "Birch Street", city: "Gary", latitude: 41.6, longitude: -87.35 },
  {
    ...COMMON,
    id: "cedar",
    name: "Cedar <img src=x onerror=alert(1)>",
    website: "javascript:alert(1)",
    website_evidence: "read",
    listed_phone: "555-0100",
    listed_source: "An old list",
    listed_year: "1999",
    former_names: ["Old Cedar"],
  },
  {
    ...COMMON,
    id: "dogwood",
    name: "Dogwood Network",
    reach: "national",
    services: ["testing"],
    evidence_grade: "listed",
    badge_kind: "listed",
    badge: "Listed elsewhere, 2026; not confirmed",
    website: "https://dogwood.example",
    website_evidence: "not-checked",
  },
  ...Array.from({ length: 60 }, (_, i): Row => {
    const number = String(i).padStart(2, "0");
    return { ...COMMON, id: `z${number}`, name: `Zelkova ${number}`, services: ["research"] };
  }),
];

const VOCABULARIES = {
  services: [
    ["naloxone", "Naloxone", ""],
    ["testing", "Testing", ""],
    ["research", "Research", ""],
  ],
  countries: [["US", "United States", ""]],
  types: [["service", "Service", ""]],
  evidence: [["seen", "Seen", ""]],
  statuses: [["active", "Active", ""]],
} as const;

let el: HTMLElement;
let model: Model<ExplorerState>;
let cleanup: Cleanup;

async function start(state: Partial<ExplorerState> = {}): Promise<void> {
  const all = {
    _payload: payload(ROWS, VOCABULARIES),
    ...state,
    _options: { map: false, ...state._options },
  };
  const load = () => Promise.reject(new Error("nothing to look up"));
  model = new PageModel({ ...all }, load) as unknown as Model<ExplorerState>;
  await act(async () => {
    cleanup = (await widget.render({ model, el })) as Cleanup;
  });
}

beforeEach(() => {
  el = document.createElement("div");
  document.body.append(el);
});
afterEach(() => {
  act(() => cleanup());
  el.remove();
  history.replaceState(null, "", location.pathname);
});

const all = (selector: string) => [...el.querySelectorAll<HTMLElement>(selector)];
const one = (selector: string) => el.querySelector<HTMLElement>(selector)!;
const names = () => all(".gb-entry h3").map((heading) => heading.textContent);
const said = () => one(".gb-summary span").textContent;
const press = (element: HTMLElement | undefined) => act(() => element!.click());
const button = (words: string) => all("button").find((each) => each.textContent!.includes(words));
const set = (traits: Partial<ExplorerState>) =>
  act(() => {
    for (const [name, value] of Object.entries(traits)) {
      model.set(name as keyof ExplorerState, value as never);
    }
  });

describe("results", () => {
  test("are a list of headings: a page, then more when asked for", async () => {
    await start();
    expect(said()).toBe("64 of 64 shown, 0 not on the map");
    expect(one("ul.gb-list").tagName).toBe("UL");
    expect(names()).toHaveLength(25);
    press(button("Show 39 more"));
    expect(names()).toHaveLength(64);
    expect(document.activeElement?.textContent).toBe("Zelkova 21");
    expect(button("more of")).toBeUndefined();
  });

  test("follow the traits", async () => {
    await start({ services: ["testing"] });
    expect(names()).toEqual(["Alder House", "Dogwood Network"]);
    set({ text: "alder" });
    expect(names()).toEqual(["Alder House"]);
    set({ text: "no such words" });
    expect(said()).toBe("0 of 64 shown, 0 not on the map");
    expect(one(".gb-nothing").textContent).toContain("take a filter off");
  });

  test("near a place say how far, and put what reaches further in a group of its own", async () => {
    await start({ near: { label: "Chicago, IL, US", latitude: 41.85, longitude: -87.65 } });
    set({ services: ["naloxone", "testing"], within_km: 50 });
    const lines = all(".gb-entry-line").map((line) => line.textContent);
    expect(lines).toContain("Chicago, IL · under 1 km away");
    expect(lines).toContain("Gary, IL · about 37 km away");
    expect(one(".gb-apart h2").textContent).toBe("Reaching further 1");
    expect(one(".gb-apart .gb-entry h3").textContent).toBe("Dogwood Network");
    set({ unit: "mi" });
    expect(all(".gb-entry-line").map((line) => line.textContent)).toContain(
      "Gary, IL · about 23 mi away",
    );
  });

  test("never become markup", async () => {
    await start({ text: "cedar" });
    expect(names()).toEqual(["Cedar <img src=x onerror=alert(1)>"]);
    expect(all("img")).toEqual([]);
  });
});

describe("filters", () => {
  test("are checkboxes with counts, and move the traits", async () => {
    await start();
    press(button("Services"));
    const box = all(".gb-checklist label").find((label) => label.textContent!.includes("Testing"))!;
    expect(box.querySelector(".gb-count")!.textContent).toBe("2 results");
    press(box.querySelector("input")!);
    expect(model.get("services")).toEqual(["testing"]);
    expect(said()).toBe("2 of 64 shown, 0 not on the map");
    expect(button("Services")!.textContent).toContain("1 on");
  });

  test("that are on can be taken off one by one, or all", async () => {
    await start({ services: ["testing"], countries: ["US"], text: "a" });
    expect(all(".gb-chip").map((chip) => chip.getAttribute("aria-label"))).toEqual([
      "Remove filter Services: Testing",
      "Remove filter Country: United States",
      "Remove filter Search: “a”",
    ]);
    press(all(".gb-chip")[0]);
    expect(model.get("services")).toEqual([]);
    expect(document.activeElement?.textContent).toBe("Results");
    press(button("Clear all"));
    expect([model.get("countries"), model.get("text")]).toEqual([[], ""]);
    expect(all(".gb-chip")).toEqual([]);
  });

  test("of an old link that nothing has can be taken off too", async () => {
    await start({ services: ["gone"] });
    expect(said()).toBe("0 of 64 shown, 0 not on the map");
    press(all(".gb-chip")[0]);
    expect(said()).toBe("64 of 64 shown, 0 not on the map");
  });
});

describe("a card", () => {
  const facts = () =>
    Object.fromEntries(
      all(".gb-card .gb-facts dl > div").map((fact) => [
        fact.querySelector("dt")!.textContent!,
        fact.querySelector("dd")!.textContent!,
      ]),
    );

  test("opens under its heading and closes again", async () => {
    await start();
    const heading = button("Alder House")!;
    expect(heading.getAttribute("aria-expanded")).toBe("false");
    press(heading);
    expect(model.get("selected_id")).toBe("alder");
    expect(heading.getAttribute("aria-controls")).toBe(one(".gb-card").id);
    expect(one(".gb-card h4").textContent).toBe("Services as coded by the editors; ask first");
    expect(one(".gb-source").textContent).toContain(
      "Source: A page (leaves this book), April 2023",
    );
    press(button("Close"));
    expect(model.get("selected_id")).toBe("");
    expect(document.activeElement).toBe(heading);
  });

  test("keeps old contact data apart and links no phone", async () => {
    await start({ selected_id: "cedar" });
    const old = one(".gb-listed");
    expect(old.tagName).toBe("DETAILS");
    expect(old.hasAttribute("open")).toBe(false);
    expect(old.querySelector("summary")!.textContent).toContain(
      "as listed in An old list, c. 1999",
    );
    expect(facts()["Phone then"]).toBe("555-0100");
    expect(facts()["Earlier names"]).toBe("Old Cedar");
    expect(all("a").filter((link) => !link.getAttribute("href")!.startsWith("https:"))).toEqual([]);
  });

  test("links a website only where it was read", async () => {
    await start({ selected_id: "dogwood" });
    expect(facts().Website).toBe("dogwood.example (not checked)");
    expect(facts().Status).toBe("Not confirmed");
    const links = all(".gb-card a").map((link) => link.getAttribute("href"));
    expect(links).toEqual(["https://example.org/page"]);
    expect(one(".gb-card a").getAttribute("rel")).toBe("noopener noreferrer");
  });

  test("stands above the results where the filters leave it out", async () => {
    await start({ selected_id: "alder", services: ["research"] });
    expect(one(".gb-results > .gb-quiet").textContent).toContain("not among the results");
    expect(names()[0]).toBe("Alder House");
  });

  test("is reached however far down the list it is", async () => {
    await start({ selected_id: "z59" });
    expect(one(".gb-entry-open h3").textContent).toBe("Zelkova 59");
  });

  test("offers a correction only where there is an address for it", async () => {
    await start({ selected_id: "alder" });
    expect(one(".gb-card-actions").textContent).not.toContain("correction");
    set({ _options: { map: false, corrections: { mail: "book@example.org" } } });
    const link = all(".gb-card-actions a").find((each) =>
      each.textContent!.includes("correction"),
    )!;
    expect(link.getAttribute("href")).toContain("mailto:book@example.org?subject=Correction");
  });
});

describe("the address", () => {
  const address = { address: true, map: false };

  test("holds filters and the opened card, never what was typed or where", async () => {
    await start({ _options: address });
    set({ services: ["testing"], text: "alder" });
    set({ near: { label: "x", latitude: 1, longitude: 2 }, selected_id: "alder" });
    expect(location.hash).toBe("#services=testing&entry=alder");
  });

  test("an opened card adds a step back, filters do not", async () => {
    await start({ _options: address });
    const steps = history.length;
    set({ services: ["testing"] });
    expect(history.length).toBe(steps);
    set({ selected_id: "alder" });
    expect(history.length).toBe(steps + 1);
    set({ selected_id: "dogwood" });
    expect(history.length).toBe(steps + 1);
  });

  test("restores what a link holds", async () => {
    history.replaceState(null, "", "#services=testing&text=alder&entry=alder");
    await start({ _options: address });
    expect(names()).toEqual(["Alder House"]);
    expect(model.get("text")).toBe("alder");
    expect(one(".gb-card")).not.toBeNull();
  });

  test("is left alone in a notebook, and by anchors", async () => {
    history.replaceState(null, "", "#a-heading");
    await start({ _options: address });
    expect(location.hash).toBe("#a-heading");
    act(() => cleanup());
    await start();
    set({ services: ["testing"] });
    expect(location.hash).toBe("#a-heading");
  });
});

describe("print", () => {
  test("holds every result, with source and date, and goes again", async () => {
    await start();
    expect(one(".gb-handout")).toBeNull();
    dispatchEvent(new Event("beforeprint"));
    expect(all(".gb-handout li")).toHaveLength(64);
    expect(one(".gb-handout li .gb-handout-source").textContent).toBe(
      "Seen 2023. Source: A page, April 2023, https://example.org/page",
    );
    dispatchEvent(new Event("afterprint"));
    expect(one(".gb-handout")).toBeNull();
  });
});

describe("the reader's position", () => {
  const getCurrentPosition = vi.fn();
  beforeEach(() => {
    getCurrentPosition.mockReset();
    Object.defineProperty(navigator, "geolocation", {
      configurable: true,
      value: { getCurrentPosition },
    });
  });

  test("is asked for on press only, rounded, and never in the address", async () => {
    await start({ _options: { address: true } });
    expect(getCurrentPosition).not.toHaveBeenCalled();
    getCurrentPosition.mockImplementation((found) =>
      found({ coords: { latitude: 41.8512345, longitude: -87.6512345 } }),
    );
    await act(async () => button("Use my position")!.click());
    expect(model.get("near")).toEqual({
      label: "My position",
      latitude: 41.851,
      longitude: -87.651,
    });
    expect(location.hash).toBe("");
  });

  test("that is refused is said in words", async () => {
    await start({ _options: { address: true } });
    getCurrentPosition.mockImplementation((_found, failed) => failed({ code: 1 }));
    await act(async () => button("Use my position")!.click());
    expect(one(".gb-note-error").textContent).toContain("permission is off");
    expect(model.get("near")).toBeUndefined();
  });

  test("goes to a kernel only after the reader said so", async () => {
    await start();
    await act(async () => button("Use my position")!.click());
    expect(getCurrentPosition).not.toHaveBeenCalled();
    expect(one(".gb-ask-first").textContent).toContain("kernel");
    await act(async () => button("Use it")!.click());
    expect(getCurrentPosition).toHaveBeenCalledOnce();
  });
});
