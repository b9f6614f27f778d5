import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/**
 * Closes something that is open when the reader presses Escape inside it, points elsewhere, or
 * moves the focus out of it. Only Escape gives the focus back: the other two have moved it.
 */
export function useDismiss(
  open: boolean,
  inside: RefObject<HTMLElement>,
  close: (giveFocusBack: boolean) => void,
): void {
  useEffect(() => {
    const root = inside.current;
    if (!open || !root) {
      return;
    }
    // A press on plain words inside must leave the focus inside: in a notebook it would go to the
    // cell around, and seem to be a step out.
    if (!root.hasAttribute("tabindex")) root.tabIndex = -1;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        close(true);
      }
    };
    const onPointer = (event: Event) => {
      if (!event.composedPath().includes(root)) {
        close(false);
      }
    };
    const onFocusOut = (event: FocusEvent) => {
      const next = event.relatedTarget;
      if (next instanceof Node && !root.contains(next)) {
        close(false);
      }
    };
    root.addEventListener("keydown", onKey);
    root.addEventListener("focusout", onFocusOut);
    document.addEventListener("pointerdown", onPointer);
    return () => {
      root.removeEventListener("keydown", onKey);
      root.removeEventListener("focusout", onFocusOut);
      document.removeEventListener("pointerdown", onPointer);
    };
  });
}
