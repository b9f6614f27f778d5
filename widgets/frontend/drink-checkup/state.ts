import { useEffect, useMemo, useState } from "preact/hooks";
import type { Model } from "../shared/model";
import { BLANK, type Checkup, FIELDS } from "./alcohol/checkup";
import type { Payload } from "./alcohol/payload";

/** The traits of `DrinkCheckup`. */
export interface CheckupState extends Checkup {
  step: number;
  _payload: Payload;
  /** `address` is there in a static page only. */
  _options: { address?: boolean };
}

export type CheckupModel = Model<CheckupState>;
export type Traits = Checkup & { step: number };
export type Change = (traits: Partial<Traits>) => void;

const NAMES = [...FIELDS, "step"] as const;
const DEFAULTS: Traits = { ...BLANK, step: 1 };

function read(model: CheckupModel): Traits {
  const traits: Record<string, unknown> = {};
  for (const name of NAMES) traits[name] = model.get(name) ?? DEFAULTS[name];
  return traits as unknown as Traits;
}

/** The model's traits as they are now, and a function that changes some of them. */
export function useTraits(model: CheckupModel): [Traits, Change] {
  const [traits, setTraits] = useState(() => read(model));
  useEffect(() => {
    const update = () => setTraits(read(model));
    for (const name of NAMES) model.on(`change:${name}`, update);
    update();
    return () => {
      for (const name of NAMES) model.off(`change:${name}`, update);
    };
  }, [model]);
  const change = useMemo<Change>(
    () => (wanted) => {
      for (const [name, value] of Object.entries(wanted)) {
        model.set(name as keyof Traits, value as never);
      }
      model.save_changes();
    },
    [model],
  );
  return [traits, change];
}
