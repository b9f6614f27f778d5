import type { Widget } from "../shared/model";
import type { Page, Waiting } from "./page";

/** Give a widget to the page's host, which may come later than the widget. */
export function register<State extends object>(name: string, widget: Widget<State>): void {
  const place = globalThis as {
    guidebookPage?: Page | { waiting: Waiting[] };
  };
  place.guidebookPage ??= { waiting: [] };
  const page = place.guidebookPage;
  // The state of a page is whatever its widget put there.
  const anyWidget = widget as unknown as Widget;
  if ("waiting" in page) page.waiting.push(["register", name, anyWidget]);
  else page.register(name, anyWidget);
}
