/**
 * Leaves the book at once: by its button, or by Shift pressed three times.
 *
 * The page is emptied before the other site answers, since a slow connection would leave it on the
 * screen. The other site takes this page's place in the history; pages that were opened before
 * stay in it, and the book says so.
 */
import { leavesByShift } from "./leave-choice";
import { ShiftTaps } from "./shift";

/** Where to go: to the other site, or to the page of our own where no network can be had. */
export function destination(button: HTMLElement, protocol: string, online: boolean): string {
  const { site = "", local = "" } = button.dataset;
  return protocol.startsWith("http") && online && site !== "" ? site : local;
}

export function leaveQuickly(document: Document): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>(".book-leave");
  const button = buttons[0];
  if (!button) return;

  const leave = (): void => {
    const address = destination(button, location.protocol, navigator.onLine);
    document.title = " ";
    document.body.replaceChildren();
    location.replace(address);
  };
  for (const each of buttons) each.addEventListener("click", leave);

  listen(document, () => {
    if (leavesByShift()) leave();
  });
}

/** Call back on three taps of Shift in the page, or in a map that it frames. */
function listen(document: Document, signal: () => void): void {
  const taps = new ShiftTaps();
  const hearIn = (part: Document): void => {
    const on = (kind: string, listener: (event: Event) => void): void =>
      part.addEventListener(kind, listener, true);
    on("keydown", (event) => {
      const { key, repeat, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
      if (isTyping(event as KeyboardEvent)) {
        taps.type(performance.now());
      } else if (key !== "Shift") {
        taps.interrupt();
      } else if (ctrlKey || altKey || metaKey) {
        taps.interrupt();
      } else if (!repeat) {
        taps.press();
      }
    });
    on("keyup", (event) => {
      if ((event as KeyboardEvent).key === "Shift" && taps.release(performance.now())) signal();
    });
    for (const kind of ["pointerdown", "focusin"]) on(kind, () => taps.interrupt());
    on("load", (event) => listenToFrame(event.target));
    for (const frame of part.querySelectorAll("iframe")) listenToFrame(frame);
  };
  // Opened from a disk, or of another site, a frame keeps its keys to itself.
  const listenToFrame = (frame: EventTarget | null): void => {
    if (frame instanceof HTMLIFrameElement && frame.contentDocument) hearIn(frame.contentDocument);
  };
  hearIn(document);
}

const FIELD =
  "input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, select";

/** Whether a key writes into a field; an input method calls its keys "Process". */
function isTyping({ key, isComposing, target }: KeyboardEvent): boolean {
  if (isComposing) return true;
  const one = target as Partial<HTMLElement> | null;
  const isField = one?.isContentEditable || one?.matches?.(FIELD);
  return Boolean(isField) && (key.length === 1 || ["Backspace", "Delete", "Process"].includes(key));
}
