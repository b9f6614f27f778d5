import { useEffect, useMemo, useState } from "preact/hooks";
import type { Model } from "./model";

/** How a widget's traits are read from its model; the same object every time. */
export interface Reading<State extends object, Traits extends object> {
  names: readonly (keyof Traits & keyof State & string)[];
  read(model: Model<State>): Traits;
}

/** Traits as they stand in the model: a page's state names only what differs from the defaults. */
export function withDefaults<State extends object, Traits extends object>(
  defaults: Traits,
): Reading<State, Traits> {
  const names = Object.keys(defaults) as (keyof Traits & keyof State & string)[];
  return {
    names,
    read: (model) => {
      const traits = { ...defaults };
      for (const name of names) {
        const value: unknown = model.get(name);
        // `null` is a value: no limit, nothing chosen.
        if (value !== undefined) traits[name] = value as Traits[typeof name];
      }
      return traits;
    },
  };
}

/** The model's traits as they are now, and a function that changes some of them. */
export function useTraits<State extends object, Traits extends object>(
  model: Model<State>,
  reading: Reading<State, Traits>,
): [Traits, (wanted: Partial<Traits>) => void] {
  const [traits, setTraits] = useState(() => reading.read(model));
  useEffect(() => {
    const update = () => setTraits(reading.read(model));
    for (const name of reading.names) model.on(`change:${name}`, update);
    update();
    return () => {
      for (const name of reading.names) model.off(`change:${name}`, update);
    };
  }, [model, reading]);
  const change = useMemo(
    () => (wanted: Partial<Traits>) => {
      for (const [name, value] of Object.entries(wanted)) {
        model.set(name as keyof State & string, value as never);
      }
      model.save_changes();
    },
    [model],
  );
  return [traits, change];
}
