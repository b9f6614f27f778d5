import type { Extent } from "./extent";
import { countryShapes, type Shapes, stateShapes } from "./shapes";
import { readTowns, type Town } from "./towns";

/** From this zoom on towns have names. */
const NAMES = 2;

/** From this zoom on the finer borders, and the names of smaller towns, are worth their bytes. */
const FINE = 4.5;

/** From this zoom on the borders of US states are. */
const STATES = 3;

/** The names of towns: those of far views, and those that closer ones add. */
const TOWNS = ["basemap/towns", "basemap/towns-near"] as const;

/** Where the borders of US states may be seen. */
const UNITED_STATES: Extent = { south: 17, north: 72, west: -179, east: -64 };

export type Load = (name: string) => Promise<unknown>;

/**
 * Which parts of the basemap a view needs, each asked for once and only when first needed.
 *
 * A part that fails to load is tried again at the next move; meanwhile the map has what it has.
 */
export class Basemap {
  private readonly parts = new Map<string, unknown>();
  private readonly asked = new Set<string>();
  private shown = "";
  private wanted: string[] = [];

  constructor(
    private readonly load: Load,
    private readonly ready: (shapes: Shapes[], towns: Town[]) => void,
  ) {}

  need(zoom: number, view: Extent): void {
    this.wanted = ["basemap/world-110m"];
    this.ask("basemap/world-110m", countryShapes);
    if (zoom >= NAMES) this.ask(TOWNS[0], readTowns);
    if (zoom >= FINE) {
      this.ask(TOWNS[1], readTowns);
      this.wanted.unshift("basemap/world-50m");
      this.ask("basemap/world-50m", countryShapes);
    }
    const states = zoom >= STATES && overlaps(view, UNITED_STATES);
    if (states) {
      this.wanted.push("basemap/us-states");
      this.ask("basemap/us-states", stateShapes);
    }
    this.tell();
  }

  private ask(name: string, read: (data: unknown) => unknown): void {
    if (this.asked.has(name)) return;
    this.asked.add(name);
    this.load(name).then(
      (data) => {
        this.parts.set(name, read(data));
        this.tell();
      },
      () => this.asked.delete(name),
    );
  }

  /** Hand over what is there of what is wanted, if it is not what is shown already. */
  private tell(): void {
    const there = this.wanted.filter((name) => this.parts.has(name));
    const world = there.find((name) => name.startsWith("basemap/world"));
    const names = there.filter((name) => name === world || !name.startsWith("basemap/world"));
    const towns = TOWNS.flatMap((name) => (this.parts.get(name) as Town[] | undefined) ?? []);
    const showing = `${names} ${towns.length}`;
    if (this.shown === showing) return;
    this.shown = showing;
    this.ready(
      names.map((name) => this.parts.get(name) as Shapes),
      towns,
    );
  }
}

function overlaps(one: Extent, other: Extent): boolean {
  if (one.north < other.south || one.south > other.north) return false;
  return [-360, 0, 360].some(
    (turn) => one.east + turn >= other.west && one.west + turn <= other.east,
  );
}
