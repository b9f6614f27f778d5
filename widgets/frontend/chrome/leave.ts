/**
 * Leaves the book at once: by its button, or by Shift pressed three times.
 *
 * The page is emptied before the other site answers, since a slow connection would leave it on the
 * screen. The other site takes this page's place in the history; pages that were opened before
 * stay in it, and the book says so.
 */

const TIMES = 3;
const WITHIN_MS = 1500;

/** Whether a Shift pressed now is the third in a row: `presses` holds the times in ms. */
export function isSignal(presses: readonly number[], now: number): boolean {
  const last = presses.slice(1 - TIMES);
  return last.length === TIMES - 1 && now - (last[0] as number) <= WITHIN_MS;
}

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

  let presses: number[] = [];
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Shift") {
        presses = [];
        return;
      }
      if (event.repeat) return;
      const now = performance.now();
      if (isSignal(presses, now)) leave();
      else presses = [...presses, now].slice(1 - TIMES);
    },
    true,
  );
}
