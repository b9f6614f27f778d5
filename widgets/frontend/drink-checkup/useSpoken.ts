import { useRef } from "preact/hooks";

/** A message for a live region: nothing until it has changed, as a step's opening is spoken already. */
export function useSpoken(message: string): string {
  const first = useRef(message);
  const changed = useRef(false);
  changed.current ||= message !== first.current;
  return changed.current ? message : "";
}
