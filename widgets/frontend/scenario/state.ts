import { useEffect, useMemo, useState } from "preact/hooks";
import type { Model } from "../shared/model";
import type { Choices } from "./plan";
import type { Mark, Situation } from "./situation";

/** The traits of the Python class `Scenario`. */
export interface ScenarioState {
  _situation: Situation;
  marks: Record<string, Mark>;
  chosen: string[];
  role: string;
}

export type ScenarioModel = Model<ScenarioState>;

const NAMES = ["marks", "chosen", "role"] as const;

function read(model: ScenarioModel): Choices {
  return {
    marks: model.get("marks") ?? {},
    chosen: model.get("chosen") ?? [],
    role: model.get("role") ?? "",
  };
}

/** What the reader marked and chose, and a function that changes some of it. */
export function useChoices(model: ScenarioModel): [Choices, (wanted: Partial<Choices>) => void] {
  const [choices, setChoices] = useState(() => read(model));
  useEffect(() => {
    const update = () => setChoices(read(model));
    for (const name of NAMES) model.on(`change:${name}`, update);
    update();
    return () => {
      for (const name of NAMES) model.off(`change:${name}`, update);
    };
  }, [model]);
  const change = useMemo(
    () => (wanted: Partial<Choices>) => {
      for (const [name, value] of Object.entries(wanted)) {
        model.set(name as keyof ScenarioState, value as never);
      }
      model.save_changes();
    },
    [model],
  );
  return [choices, change];
}
