import { useEffect, useState } from "preact/hooks";
import { type Answer, blank, type Question, type Verdict } from "./model";

/** How far a reader is with a question. */
export interface Progress {
  answer: Answer;
  verdict: Verdict | null;
  /** The answer was asked for. */
  given: boolean;
}

interface Shared {
  now: Progress;
  readonly views: Set<() => void>;
}

/**
 * What was answered, by the question itself: two views of one widget show the same questions, and so
 * the same answers. It is held by the page alone; no trait carries it, so no Python and no notebook
 * learns of it.
 */
const together = new WeakMap<Question, Shared>();

function sharedBy(question: Question): Shared {
  let shared = together.get(question);
  if (shared === undefined) {
    shared = { now: { answer: blank(question), verdict: null, given: false }, views: new Set() };
    together.set(question, shared);
  }
  return shared;
}

/** The progress with a question, and a function that changes it in every view. */
export function useProgress(question: Question): [Progress, (next: Partial<Progress>) => void] {
  const shared = sharedBy(question);
  const [, draw] = useState({});
  useEffect(() => {
    const hear = () => draw({});
    shared.views.add(hear);
    return () => {
      shared.views.delete(hear);
      // Whoever closes the last view and opens another begins anew, as on a page that is loaded.
      if (shared.views.size === 0) together.delete(question);
    };
  }, [question, shared]);
  const change = (next: Partial<Progress>) => {
    shared.now = { ...shared.now, ...next };
    for (const hear of shared.views) hear();
  };
  return [shared.now, change];
}
