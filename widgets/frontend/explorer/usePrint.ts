import { type ComponentChild, render } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * An element that is filled just before the page is printed and emptied after.
 *
 * It is drawn at once and not at the next update: a browser takes the page as it is when
 * `beforeprint` returns.
 */
export function usePrint(content: () => ComponentChild) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(content);
  latest.current = content;
  useEffect(() => {
    const fill = () => place.current && render(latest.current(), place.current);
    const empty = () => place.current && render(null, place.current);
    addEventListener("beforeprint", fill);
    addEventListener("afterprint", empty);
    return () => {
      removeEventListener("beforeprint", fill);
      removeEventListener("afterprint", empty);
    };
  }, []);
  return place;
}
