import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** The width of an element in whole pixels: what is drawn in it knows how small its letters are. */
export function useWidth(element: RefObject<HTMLElement>, before: number): number {
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => target.clientWidth && setWidth(target.clientWidth);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(target);
    return () => watcher.disconnect();
  }, [element]);
  return width;
}
