import { useEffect, useMemo, useState } from "preact/hooks";
import type { Model } from "./model";

/**
 * The model's traits as they are now, and a function that changes some of them.
 *
 * @param defaults What a trait is that the page's state does not name; the same object every time.
 */
export function useTraits<State extends object, Traits extends Partial<State>>(
  model: Model<State>,
  defaults: Traits,
): [Traits, (wanted: Partial<Traits>) => void] {
  const read = (): Traits => {
    const traits: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(defaults)) {
      traits[name] = model.get(name as keyof State & string) ?? value;
    }
    return traits as Traits;
  };
  const [traits, setTraits] = useState(read);
  useEffect(() => {
    const update = () => setTraits(read());
    const names = Object.keys(defaults);
    for (const name of names) model.on(`change:${name}`, update);
    update();
    return () => {
      for (const name of names) model.off(`change:${name}`, update);
    };
  }, [model, defaults]);
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
