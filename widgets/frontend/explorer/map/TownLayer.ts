import type { Map as LeafletMap } from "leaflet";
import { setPosition } from "leaflet/src/dom/DomUtil.js";
import { Layer } from "leaflet/src/layer/Layer.js";
import { type Box, placeLabels, type Town } from "./towns";

/** Names of big towns, for the eye only: the list names every place in words. */
export class TownLayer extends Layer {
  private readonly pane = document.createElement("div");
  private towns: readonly Town[] = [];
  private pins: readonly Box[] = [];

  constructor() {
    super();
    this.pane.className = "gb-towns";
    this.pane.setAttribute("aria-hidden", "true");
  }

  setTowns(towns: readonly Town[]): void {
    this.towns = towns;
    this.update();
  }

  /** Leave room for these pins. */
  setPins(pins: readonly Box[]): void {
    this.pins = pins;
    this.update();
  }

  override onAdd(map: LeafletMap): this {
    map.getPane("overlayPane")!.append(this.pane);
    this.update();
    return this;
  }

  override onRemove(): this {
    this.pane.remove();
    return this;
  }

  override getEvents() {
    return {
      zoomstart: () => this.pane.replaceChildren(),
      viewreset: () => this.update(),
    };
  }

  private update(): void {
    const map = this._map;
    if (!map) return;
    const size = map.getSize();
    const centre = map.getCenter().lng;
    const place = ({ latitude, longitude }: Town) =>
      map.latLngToContainerPoint([latitude, copyNear(longitude, centre)]);
    const labels = placeLabels(this.towns, map.getZoom(), size.x, size.y, place, this.pins);
    this.pane.replaceChildren(
      ...labels.map(({ name, x, y }) => {
        const label = document.createElement("span");
        label.textContent = name;
        setPosition(label, map.containerPointToLayerPoint([x, y]));
        return label;
      }),
    );
  }
}

/** The copy of a longitude on the world that is nearest to another longitude. */
export function copyNear(longitude: number, other: number): number {
  return longitude + 360 * Math.round((other - longitude) / 360);
}
