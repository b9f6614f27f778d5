import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** The size of an element's text as the style sheet has it, where nobody asked for larger. */
const USUAL_PX = 17;

/** How many times larger than usual the reader's text is: what is drawn beside it keeps pace. */
export function useTextScale(element: RefObject<HTMLElement>): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => {
      const size = Number.parseFloat(getComputedStyle(target).fontSize);
      // A tenth is less than anybody sees, and a drawing anew costs time on an old phone.
      setScale(size > 0 ? Math.max(1, Math.round((size / USUAL_PX) * 10) / 10) : 1);
    };
    measure();
    // Larger text makes the whole higher.
    const watcher = new ResizeObserver(measure);
    watcher.observe(target);
    return () => watcher.disconnect();
  }, [element]);
  return scale;
}
