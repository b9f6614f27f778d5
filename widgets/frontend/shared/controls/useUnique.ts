import { useState } from "preact/hooks";

/**
 * A name that nothing else in the page has, for ids and for radios that belong together.
 *
 * Preact's `useId` counts from nought in every widget, and a page holds several: their radios
 * would be one group.
 */
export function useUnique(): string {
  const [name] = useState(() => `gb-${Math.random().toString(36).slice(2, 12)}`);
  return name;
}
