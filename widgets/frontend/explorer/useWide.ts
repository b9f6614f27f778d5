import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** Room for list and map side by side, in pixels. */
const WIDE = 700;

/** Whether an element has room for two columns: its own room, not the window's. */
export function useWide(element: RefObject<HTMLElement>): boolean {
  const [wide, setWide] = useState(() => innerWidth > WIDE);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => setWide(target.clientWidth >= WIDE);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(target);
    return () => watcher.disconnect();
  }, [element]);
  return wide;
}
