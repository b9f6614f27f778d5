import type { Map as LeafletMap } from "leaflet";
import { tileLayer } from "leaflet/src/layer/tile/TileLayer.js";
import { map as createMap } from "leaflet/src/map/index.js";
import type { Near } from "../../shared/directory/filter";
import type { Directory } from "../../shared/directory/table";
import { Basemap, type Load } from "./basemap";
import { circleAround } from "./circle";
import { Clusters, extentOfRows, type Spot } from "./clusters";
import { type Extent, extentOfPoints, isOnePoint, type Point } from "./extent";
import { GroundLayer } from "./GroundLayer";
import { PinLayer } from "./PinLayer";
import { traceOf } from "./shapes";
import { copyNear, TownLayer } from "./TownLayer";

/** The bundled basemap pretends to no more than this. */
const MOST_BASE = 8;
const MOST_STREET = 17;
/** Steps of zoom; tiles need whole ones. */
const SNAP = 0.25;
const TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png";

/** Only so many rows of a cluster are measured to see whether zooming in would part them. */
const MEASURED = 500;

export interface MapEvents {
  /** One row was chosen. */
  choose(row: number): void;
  /** A cluster that zooming cannot part was pressed. */
  list(spot: Spot): void;
  point(rows: number[]): void;
  /** The reader moved the map away from the results, or it was fitted to them again. */
  moved(away: boolean): void;
}

/** What the map shows. */
export interface Scene {
  /** Rows that have a position. */
  rows: Uint32Array;
  near: Near | null;
  within_km: number | null;
}

/** The map itself, without any of its buttons: Leaflet, basemap, pins. */
export class GuideMap {
  private readonly map: LeafletMap;
  private readonly ground: GroundLayer;
  private readonly towns = new TownLayer();
  private readonly basemap: Basemap;
  private readonly pins: PinLayer;
  private readonly streets = tileLayer(TILES, {
    maxZoom: MOST_STREET,
    // Their server refuses requests that do not say which site they come from.
    referrerPolicy: "strict-origin-when-cross-origin",
  });
  private readonly watchers: { disconnect(): void }[] = [];
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  private clusters: Clusters;
  private scene: Scene = { rows: new Uint32Array(), near: null, within_km: null };
  /** The box around the circle of a search. */
  private around: Extent | null = null;
  private everything: Clusters | null = null;
  /** How many rows of the directory have a position; counted on first use. */
  private placed: number | null = null;
  /** The pins are not yet those of the scene. */
  private stale = false;
  private away = false;
  private focusAfterMove = -1;

  constructor(
    private readonly container: HTMLElement,
    private readonly directory: Directory,
    private readonly events: MapEvents,
    load: Load,
  ) {
    const animated = !this.still;
    this.clusters = new Clusters([], directory.positions);
    this.map = createMap(container, {
      center: [25, 0],
      zoom: 1,
      minZoom: 0,
      maxZoom: MOST_BASE,
      // The world should fill its frame, which is no power of two wide.
      zoomSnap: SNAP,
      maxBounds: [
        [-85, -1e5],
        [85, 1e5],
      ],
      maxBoundsViscosity: 1,
      zoomControl: false,
      attributionControl: false,
      worldCopyJump: true,
      scrollWheelZoom: false,
      zoomAnimation: animated,
      fadeAnimation: animated,
      markerZoomAnimation: animated,
      inertia: animated,
    });
    this.ground = new GroundLayer(getComputedStyle(container)).addTo(this.map);
    this.towns.addTo(this.map);
    this.pins = new PinLayer(directory, {
      press: (spot, byKey) => this.press(spot, byKey),
      point: (spot) => events.point(spot ? spot.rows(MEASURED) : []),
      beyond: (dx, dy) => {
        this.setAway(true);
        this.map.panBy([dx * 120, dy * 120], { animate: animated });
      },
      hint: (spot) => (this.parts(spot) ? "zoom in" : "show them as a list"),
    }).addTo(this.map);
    this.basemap = new Basemap(load, (shapes, towns) => {
      this.ground.setShapes(shapes);
      this.towns.setTowns(towns);
    });
    this.map.on("moveend", () => this.update());
    this.map.on("dragstart dblclick boxzoomend", () => this.setAway(true));
    container.addEventListener("keydown", ({ key }) => {
      if (/^(Arrow|[-+=])/.test(key)) this.setAway(true);
    });
    this.listenToWheel();
    this.watch();
  }

  /** Show other rows; the view follows unless the reader has moved it. */
  setScene(scene: Scene): void {
    this.scene = scene;
    this.clusters = this.clustersOf(scene.rows);
    this.drawNear();
    if (this.away) this.update();
    else this.fit(false);
  }

  highlight(lit: ReadonlySet<number>, chosen: number): void {
    this.pins.highlight(lit, chosen);
  }

  /** Fit the view to the results, or to the circle around the place searched for. */
  fit(animate = !this.still): void {
    this.setAway(false);
    this.stale = true;
    const { extent } = this.clusters;
    const options = { padding: [34, 34] as [number, number], maxZoom: 7, animate };
    if (this.around) this.map.fitBounds(box(this.around), { ...options, maxZoom: MOST_BASE });
    else if (extent) this.map.fitBounds(box(extent), options);
    // A move that is not animated has drawn them already.
    if (this.stale) this.update();
  }

  /** Bring a row into view without leaving the zoom the reader chose. */
  bringIntoView({ latitude, longitude }: Point): void {
    const lng = copyNear(longitude, this.map.getCenter().lng);
    if (!this.map.getBounds().pad(-0.1).contains([latitude, lng])) {
      this.map.panTo([latitude, lng], { animate: !this.still });
    }
  }

  /** Give the focus back to the pin that holds a row. */
  focusRow(row: number): void {
    this.pins.focusRow(row);
  }

  zoomBy(step: number): void {
    this.setAway(true);
    this.map.setZoom(this.map.getZoom() + step);
  }

  setStreets(on: boolean): void {
    this.map.options.zoomSnap = on ? 1 : SNAP;
    this.ground.setBare(on);
    if (on) {
      this.towns.remove();
      this.map.setMaxZoom(MOST_STREET);
      this.map.setZoom(Math.round(this.map.getZoom()), { animate: false });
      this.streets.addTo(this.map);
    } else {
      this.streets.remove();
      this.map.setMaxZoom(MOST_BASE);
      this.towns.addTo(this.map);
    }
    this.update();
  }

  destroy(): void {
    for (const watcher of this.watchers) watcher.disconnect();
    this.map.remove();
  }

  private update(): void {
    this.stale = false;
    const bounds = this.map.getBounds();
    const zoom = this.map.getZoom();
    const centre = this.map.getCenter().lng;
    const view = {
      south: bounds.getSouth(),
      north: bounds.getNorth(),
      west: bounds.getWest(),
      east: bounds.getEast(),
    };
    this.basemap.need(Math.round(zoom), view);
    this.pins.show(
      this.clusters
        .at(zoom, view)
        .map((spot) => ({ ...spot, longitude: copyNear(spot.longitude, centre) })),
    );
    this.towns.setPins(this.pins.boxes());
    if (this.focusAfterMove >= 0 && this.pins.focusRow(this.focusAfterMove)) {
      this.focusAfterMove = -1;
    }
  }

  private press(spot: Spot, byKey: boolean): void {
    const rows = spot.rows(MEASURED);
    if (spot.count === 1) {
      this.events.choose(rows[0]!);
    } else if (this.parts(spot)) {
      this.setAway(true);
      if (byKey) {
        // A move that is still under way would end in this one's stead, with the focus on a pin that goes.
        this.map.stop();
        this.focusAfterMove = rows[0]!;
      }
      const extent = extentOfRows(rows, this.directory.positions)!;
      const room = { padding: [48, 48] as [number, number] };
      const least = this.map.getZoom() + 1;
      const zoom = Math.max(least, this.map.getBoundsZoom(box(extent), false));
      if (zoom > least) this.map.fitBounds(box(extent), { ...room, animate: !this.still });
      else this.map.setView(middle(extent), zoom, { animate: !this.still });
    } else {
      this.events.list(spot);
    }
  }

  /** Whether zooming in would part a cluster. */
  private parts(spot: Spot): boolean {
    if (this.map.getZoom() >= this.map.getMaxZoom()) return false;
    const differ = (rows: readonly number[]) => {
      const extent = extentOfRows(rows, this.directory.positions);
      return extent !== null && !isOnePoint(extent);
    };
    // Two rows mostly tell.
    return differ(spot.rows(2)) || differ(spot.rows(MEASURED));
  }

  /** Filters come and go; the clusters of everything are made once. */
  private clustersOf(rows: ArrayLike<number>): Clusters {
    const { positions } = this.directory;
    this.placed ??= positions.latitude.filter((_, row) => this.directory.hasPosition(row)).length;
    if (rows.length < this.placed) return new Clusters(rows, positions);
    this.everything ??= new Clusters(rows, positions);
    return this.everything;
  }

  private drawNear(): void {
    const { near, within_km } = this.scene;
    const ring =
      near && within_km !== null && within_km < 5000 ? circleAround(near, within_km) : null;
    this.around = ring && extentOfPoints(ring);
    this.ground.setCircle(
      ring && traceOf(ring.map(({ latitude, longitude }) => [longitude, latitude])),
    );
  }

  private setAway(away: boolean): void {
    if (this.away !== away) {
      this.away = away;
      this.events.moved(away);
    }
  }

  /** A wheel over the page scrolls the page: it zooms only with Ctrl, or once the map is in use. */
  private listenToWheel(): void {
    this.container.addEventListener(
      "wheel",
      (event) => {
        const inUse = this.container.contains(document.activeElement);
        if (event.ctrlKey || event.metaKey || inUse) {
          this.map.scrollWheelZoom.enable();
          this.setAway(true);
        } else {
          this.map.scrollWheelZoom.disable();
        }
      },
      { capture: true, passive: true },
    );
  }

  /** Follow the size of the page and its switch between light and dark. */
  private watch(): void {
    const size = new ResizeObserver(() => {
      this.map.invalidateSize({ animate: false });
      if (!this.away) this.fit(false);
    });
    size.observe(this.container);
    const theme = new MutationObserver(() => this.ground.draw());
    for (const element of [document.documentElement, document.body]) {
      theme.observe(element, {
        attributeFilter: ["data-theme", "data-jp-theme-light", "theme", "class"],
      });
    }
    this.watchers.push(size, theme);
  }
}

function box({ south, north, west, east }: Extent): [[number, number], [number, number]] {
  return [
    [south, west],
    [north, east],
  ];
}

function middle({ south, north, west, east }: Extent): [number, number] {
  return [(south + north) / 2, (west + east) / 2];
}
