import { useCallback, useEffect, useState } from "preact/hooks";
import type { Model } from "../shared/model";
import type { Payload } from "./principles";

/** The traits of `WordingChange`. */
export interface WordingState {
  kinds: string[];
  show_changes: boolean;
  _payload: Payload;
}

export type WordingModel = Model<WordingState>;

type Traits = Omit<WordingState, "_payload">;

function read(model: WordingModel): Traits {
  return { kinds: model.get("kinds") ?? [], show_changes: model.get("show_changes") ?? true };
}

/** The traits as they are now, and a function that changes some of them. */
export function useTraits(model: WordingModel): [Traits, (wanted: Partial<Traits>) => void] {
  const [traits, setTraits] = useState(() => read(model));
  useEffect(() => {
    const update = () => setTraits(read(model));
    for (const name of ["kinds", "show_changes"]) model.on(`change:${name}`, update);
    update();
    return () => {
      for (const name of ["kinds", "show_changes"]) model.off(`change:${name}`, update);
    };
  }, [model]);
  const change = useCallback(
    (wanted: Partial<Traits>) => {
      for (const [name, value] of Object.entries(wanted)) {
        model.set(name as keyof Traits, value as never);
      }
      model.save_changes();
    },
    [model],
  );
  return [traits, change];
}
