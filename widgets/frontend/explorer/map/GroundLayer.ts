import type { LatLng, Map as LeafletMap, Point as Pixel } from "leaflet";
import { setPosition, setTransform } from "leaflet/src/dom/DomUtil.js";
import { Layer } from "leaflet/src/layer/Layer.js";
import type { Shapes, Trace } from "./shapes";

/** How much more than the view is drawn on each side, so that a drag shows no edge. */
const MARGIN = 0.35;

/** What Leaflet knows and does not publish. */
interface Inner {
  _getNewPixelOrigin(center: LatLng, zoom: number): Pixel;
}

/**
 * Land, borders and the circle of a search on one canvas, drawn again after each move.
 *
 * One canvas and not tiles, so that the map can be as big as its frame and not only at whole zoom
 * levels, and no seams show.
 */
export class GroundLayer extends Layer {
  private readonly canvas = document.createElement("canvas");
  private shapes: readonly Shapes[] = [];
  private circle: Trace | null = null;
  private bare = false;
  private drawn: { center: LatLng; zoom: number; offset: Pixel } | null = null;

  /** `palette` is the live computed style that holds the colours; dark mode changes it. */
  constructor(private readonly palette: CSSStyleDeclaration) {
    super();
    this.canvas.className = "gb-ground leaflet-zoom-animated";
  }

  setShapes(shapes: readonly Shapes[]): void {
    this.shapes = shapes;
    this.draw();
  }

  setCircle(circle: Trace | null): void {
    if (circle === null && this.circle === null) return;
    this.circle = circle;
    this.draw();
  }

  /** Without land and borders, over street tiles. */
  setBare(bare: boolean): void {
    this.bare = bare;
    this.draw();
  }

  override onAdd(map: LeafletMap): this {
    map.getPane("overlayPane")!.append(this.canvas);
    this.draw();
    return this;
  }

  override onRemove(): this {
    this.canvas.remove();
    return this;
  }

  override getEvents() {
    return {
      // A view that is set anew ends a move too: "viewreset" would draw the same twice.
      moveend: () => this.draw(),
      move: () => this.follow(),
      zoom: () => this.scale(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event: { center: LatLng; zoom: number }) => this.scale(event.center, event.zoom),
    } as never;
  }

  draw(): void {
    const map = this._map;
    const context = this.canvas.getContext("2d");
    if (!map || !context) return;
    const view = map.getSize();
    if (view.x === 0 || view.y === 0) return;
    const size = view.multiplyBy(1 + 2 * MARGIN).round();
    const offset = view.multiplyBy(-MARGIN).round();
    const corner = map.containerPointToLayerPoint(offset);
    const ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
    this.canvas.width = size.x * ratio;
    this.canvas.height = size.y * ratio;
    this.canvas.style.width = `${size.x}px`;
    this.canvas.style.height = `${size.y}px`;
    setPosition(this.canvas, corner);
    this.drawn = { center: map.getCenter(), zoom: map.getZoom(), offset };

    const world = 256 * 2 ** map.getZoom();
    const origin = map.getPixelOrigin().add(corner);
    const pen = new Pen(
      context,
      world * ratio,
      origin.x / world,
      origin.y / world,
      size.x / world,
      size.y / world,
    );
    const colour = (name: string) => this.palette.getPropertyValue(name).trim();
    if (!this.bare) {
      for (const { land } of this.shapes) pen.fill(land, colour("--gb-land"));
      for (const { lines } of this.shapes) pen.stroke(lines, colour("--gb-border"), ratio);
    }
    if (this.circle) {
      context.globalAlpha = 0.08;
      pen.fill([this.circle], colour("--gb-accent"));
      context.globalAlpha = 1;
      context.setLineDash([3 * ratio, 5 * ratio]);
      pen.stroke([this.circle], colour("--gb-accent"), 1.5 * ratio);
      context.setLineDash([]);
    }
  }

  /** Draw again as soon as a drag shows what is not on the canvas. */
  private follow(): void {
    if (!this.drawn || this.drawn.zoom !== this._map.getZoom()) return;
    const far = this._map.latLngToContainerPoint(this.drawn.center);
    const middle = this._map.getSize().divideBy(2);
    const { x, y } = far.subtract(middle);
    if (Math.abs(x) > middle.x * 2 * MARGIN || Math.abs(y) > middle.y * 2 * MARGIN) this.draw();
  }

  /** During a zoom the canvas is stretched; it is drawn anew at its end. */
  private scale(center: LatLng, zoom: number): void {
    if (!this.drawn) return;
    const map = this._map as LeafletMap & Inner;
    const scale = map.getZoomScale(zoom, this.drawn.zoom);
    const half = this._map.getSize().divideBy(2).subtract(this.drawn.offset);
    const corner = map
      .project(this.drawn.center, zoom)
      .subtract(half.multiplyBy(scale))
      .subtract(map._getNewPixelOrigin(center, zoom));
    setTransform(this.canvas, corner, scale);
  }
}

/** Draws traces onto a part of the world, and of its copies to the left and right. */
class Pen {
  constructor(
    private readonly context: CanvasRenderingContext2D,
    /** The width of the world in pixels of the canvas. */
    private readonly scale: number,
    private readonly left: number,
    private readonly top: number,
    private readonly width: number,
    private readonly height: number,
  ) {}

  fill(traces: readonly Trace[], colour: string): void {
    this.paths(traces);
    this.context.fillStyle = colour;
    this.context.fill("evenodd");
  }

  stroke(traces: readonly Trace[], colour: string, width: number): void {
    this.paths(traces);
    this.context.strokeStyle = colour;
    this.context.lineJoin = "round";
    this.context.lineWidth = width;
    this.context.stroke();
  }

  private paths(traces: readonly Trace[]): void {
    this.context.beginPath();
    for (const trace of traces) {
      if (trace.south < this.top || trace.north > this.top + this.height) continue;
      const first = Math.ceil(this.left - trace.east);
      const last = Math.floor(this.left + this.width - trace.west);
      for (let copy = first; copy <= last; copy += 1) this.path(trace.points, this.left - copy);
    }
  }

  private path(points: Float32Array, left: number): void {
    const { context, top, scale } = this;
    for (let i = 0; i < points.length; i += 2) {
      const x = (points[i]! - left) * scale;
      const y = (points[i + 1]! - top) * scale;
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
}
