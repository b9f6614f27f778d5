import type { LatLngExpression, Map as LeafletMap } from "leaflet";
import { setPosition } from "leaflet/src/dom/DomUtil.js";
import { Layer } from "leaflet/src/layer/Layer.js";
import { count } from "../../shared/directory/summary";
import type { Directory } from "../../shared/directory/table";
import type { Spot } from "./clusters";
import { clusterSize, pinLook, spotName } from "./pins";
import type { Box } from "./towns";

export interface PinEvents {
  /** A pin was pressed; `byKey` when it was pressed without a pointer. */
  press(spot: Spot, byKey: boolean): void;
  /** The pointer or the focus came to a pin, or left it (`null`). */
  point(spot: Spot | null): void;
  /** An arrow key was pressed on the last pin in that direction. */
  beyond(dx: number, dy: number): void;
  /** What the press will do, for the spoken name of a cluster. */
  hint(spot: Spot): string;
}

interface Pin {
  spot: Spot;
  button: HTMLButtonElement;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Pins and clusters as real buttons over the map.
 *
 * They are one stop for the Tab key; arrow keys then go from pin to pin, so that nobody has to
 * tab through forty of them to get past the map.
 */
export class PinLayer extends Layer {
  private readonly group = document.createElement("div");
  private pins = new Map<string, Pin>();
  private lit: ReadonlySet<number> = new Set();
  private chosen = -1;
  private places: Map<number, string> | null = null;

  constructor(
    private readonly directory: Directory,
    private readonly events: PinEvents,
  ) {
    super();
    this.group.className = "gb-pins";
    this.group.setAttribute("role", "group");
    this.group.setAttribute("aria-label", "Pins; arrow keys go from one to the next");
    this.group.addEventListener("keydown", (event) => this.onKey(event));
  }

  override onAdd(map: LeafletMap): this {
    map.getPane("markerPane")!.append(this.group);
    return this;
  }

  override onRemove(): this {
    this.group.remove();
    return this;
  }

  override getEvents() {
    return { zoomanim: this.onZoomAnimation as never, viewreset: () => this.position() };
  }

  /** Show these spots; a pin that stays keeps its button, and with it the focus. */
  show(spots: readonly Spot[]): void {
    const before = this.pins;
    const focused = this.focusedKey();
    this.pins = new Map();
    this.places = null;
    for (const spot of inReadingOrder(spots)) {
      const button = before.get(spot.key)?.button ?? this.make(spot.key);
      this.draw(button, spot);
      this.pins.set(spot.key, { spot, button });
    }
    for (const [key, { button }] of before) if (!this.pins.has(key)) button.remove();
    // Only buttons out of place are moved: moving the focused one would take its focus.
    let next: ChildNode | null = this.group.firstChild;
    for (const { button } of this.pins.values()) {
      if (button === next) next = next.nextSibling;
      else this.group.insertBefore(button, next);
    }
    const first = this.pins.values().next().value;
    this.setTabStop(this.pins.get(focused ?? "")?.button ?? first?.button);
    this.position();
    this.mark();
  }

  /** Light up the pins of these rows, and mark the chosen one. */
  highlight(lit: ReadonlySet<number>, chosen: number): void {
    this.lit = lit;
    this.chosen = chosen;
    this.mark();
  }

  /** Where the pins are in the view. */
  boxes(): Box[] {
    return Array.from(this.pins.values(), ({ spot }) => {
      const { x, y } = this._map.latLngToContainerPoint(at(spot));
      const half = spot.count === 1 ? 9 : clusterSize(spot.count) / 2;
      return { left: x - half, right: x + half, top: y - half, bottom: y + half };
    });
  }

  /** Give the focus to the pin that holds a row. */
  focusRow(row: number): boolean {
    const pin = this.pins.get(this.placeOf(row) ?? "");
    if (!pin) return false;
    this.setTabStop(pin.button);
    pin.button.focus({ preventScroll: true });
    return true;
  }

  private make(key: string): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    const act = (happen: (spot: Spot) => void) => () => {
      const pin = this.pins.get(key);
      if (pin) happen(pin.spot);
    };
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      act((spot) => this.events.press(spot, event.detail === 0))();
    });
    button.addEventListener("pointerenter", act(this.events.point));
    button.addEventListener("pointerleave", () => this.events.point(null));
    button.addEventListener(
      "focus",
      act((spot) => {
        this.setTabStop(button);
        this.events.point(spot);
      }),
    );
    button.addEventListener("blur", () => this.events.point(null));
    for (const kind of ["dblclick", "mousedown", "touchstart"] as const) {
      // A press on a pin is not the start of a pan or a zoom.
      button.addEventListener(kind, (event) => event.stopPropagation(), { passive: true });
    }
    return button;
  }

  private draw(button: HTMLButtonElement, spot: Spot): void {
    const name = spotName(this.directory, spot);
    if (spot.count === 1) {
      button.className = pinLook(this.directory, spot.rows(1)[0]!);
      button.textContent = "";
      button.removeAttribute("style");
      button.title = this.directory.text("name", spot.rows(1)[0]!);
      button.setAttribute("aria-label", name);
    } else {
      const size = clusterSize(spot.count);
      button.className = "gb-pin gb-pin-cluster";
      button.textContent = count(spot.count);
      button.style.width = `${size}px`;
      button.style.height = `${size}px`;
      button.style.margin = `${-size / 2}px 0 0 ${-size / 2}px`;
      button.title = name;
      button.setAttribute("aria-label", `${name}; ${this.events.hint(spot)}`);
    }
  }

  private position(): void {
    for (const { spot, button } of this.pins.values()) {
      setPosition(button, this._map.latLngToLayerPoint(at(spot)));
    }
  }

  /** Leaflet scales its tiles during a zoom; pins keep their size and go along. */
  private onZoomAnimation(event: { zoom: number; center: LatLngExpression }): void {
    const map = this._map as LeafletMap & {
      _latLngToNewLayerPoint(
        at: LatLngExpression,
        zoom: number,
        center: LatLngExpression,
      ): { x: number; y: number; round(): never };
    };
    for (const { spot, button } of this.pins.values()) {
      const point = map._latLngToNewLayerPoint(at(spot), event.zoom, event.center);
      setPosition(button, point.round());
    }
  }

  private mark(): void {
    const lit = new Set([...this.lit].map((row) => this.placeOf(row)));
    const chosen = this.chosen < 0 ? undefined : this.placeOf(this.chosen);
    for (const [key, { button }] of this.pins) {
      button.classList.toggle("gb-pin-lit", lit.has(key));
      button.classList.toggle("gb-pin-chosen", key === chosen);
      if (key === chosen) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  /** The key of the spot that holds a row; looked up only once something is highlighted. */
  private placeOf(row: number): string | undefined {
    if (!this.places) {
      this.places = new Map();
      for (const [key, { spot }] of this.pins) {
        for (const member of spot.rows()) this.places.set(member, key);
      }
    }
    return this.places.get(row);
  }

  private focusedKey(): string | undefined {
    for (const [key, { button }] of this.pins) if (button === document.activeElement) return key;
    return undefined;
  }

  private setTabStop(stop: HTMLButtonElement | undefined): void {
    for (const { button } of this.pins.values()) button.tabIndex = button === stop ? 0 : -1;
  }

  private onKey(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    const from = this.pins.get(this.focusedKey() ?? "");
    if (!arrow || !from || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = this.nearest(from, arrow);
    if (next) next.button.focus({ preventScroll: true });
    else this.events.beyond(arrow[0], arrow[1]);
  }

  /** The nearest pin in a direction; straight ahead counts as nearer than sideways. */
  private nearest(from: Pin, [dx, dy]: readonly [number, number]): Pin | undefined {
    const here = this._map.latLngToContainerPoint(at(from.spot));
    let best: Pin | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const pin of this.pins.values()) {
      const there = this._map.latLngToContainerPoint(at(pin.spot)).subtract(here);
      const ahead = there.x * dx + there.y * dy;
      const aside = Math.abs(there.x * dy) + Math.abs(there.y * dx);
      if (ahead > 0 && aside <= 2 * ahead && ahead + 2 * aside < least) {
        least = ahead + 2 * aside;
        best = pin;
      }
    }
    return best;
  }
}

function at(spot: Spot): [number, number] {
  return [spot.latitude, spot.longitude];
}

/** North to south, then west to east. */
function inReadingOrder(spots: readonly Spot[]): Spot[] {
  return [...spots].sort((a, b) => b.latitude - a.latitude || a.longitude - b.longitude);
}
