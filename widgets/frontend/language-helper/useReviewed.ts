import { useEffect, useState } from "preact/hooks";

/** From this size on the marks wait for a pause in typing. */
const LONG = 4000;
const PAUSE_MS = 150;

/** The text that the marks are drawn for: a long one only once it has stopped changing. */
export function useReviewed(text: string): [reviewed: string, settle: (text: string) => void] {
  const [settled, settle] = useState(text);
  useEffect(() => {
    if (settled === text) return;
    const timer = setTimeout(() => settle(text), text.length < LONG ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, settled]);
  return [text.length < LONG ? text : settled, settle];
}
