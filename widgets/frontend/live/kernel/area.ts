/** A place that shows a list of outputs; what did not change in the list stays as it is drawn. */
import { type Message, NOTHING, next, type Output, type Shown } from "../outputs";
import { draw, type Surroundings } from "./draw";

export class Area {
  private shown: Shown = NOTHING;
  private drawn = new Map<Output, HTMLElement>();

  constructor(
    private readonly place: HTMLElement,
    private readonly around: Surroundings,
  ) {}

  get outputs(): readonly Output[] {
    return this.shown.outputs;
  }

  handle(message: Message): void {
    this.show(next(this.shown, message));
  }

  show(shown: Shown): void {
    this.shown = shown;
    const kept = new Map<Output, HTMLElement>();
    for (const output of shown.outputs) {
      kept.set(output, this.drawn.get(output) ?? draw(output, this.around));
    }
    for (const [output, element] of this.drawn) {
      if (kept.has(output)) continue;
      this.around.leave(element);
      element.remove();
    }
    let before: Element | null = null;
    for (const element of kept.values()) {
      const after: Element | null = before
        ? before.nextElementSibling
        : this.place.firstElementChild;
      if (after !== element) this.place.insertBefore(element, after);
      before = element;
    }
    this.drawn = kept;
  }

  clear(): void {
    this.show(NOTHING);
  }
}
