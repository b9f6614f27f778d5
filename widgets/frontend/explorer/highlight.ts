import { useEffect, useState } from "preact/hooks";

type Listener = (rows: ReadonlySet<number>) => void;

/**
 * The rows that the reader points at, in the list or on the map.
 *
 * Kept apart from other state, so that moving the pointer draws nothing but the few things it
 * passes over.
 */
export class Highlight {
  rows: ReadonlySet<number> = new Set();
  private readonly listeners = new Set<Listener>();

  set(rows: readonly number[]): void {
    if (rows.length === 0 && this.rows.size === 0) return;
    this.rows = new Set(rows);
    for (const listener of this.listeners) listener(this.rows);
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Whether a row is pointed at. */
export function useLit(highlight: Highlight, row: number): boolean {
  const [lit, setLit] = useState(() => highlight.rows.has(row));
  useEffect(() => highlight.listen((rows) => setLit(rows.has(row))), [highlight, row]);
  return lit;
}
