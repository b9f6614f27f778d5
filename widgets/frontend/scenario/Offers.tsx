import { Choices } from "../shared/controls/Choices";
import { Cited } from "./Cited";
import type { Situation } from "./situation";

export interface OffersProps {
  situation: Situation;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** What could be offered: by whom, why, and within what limits. */
export function Offers({ situation, chosen, onChange }: OffersProps) {
  const phrases = new Map(situation.points.map(({ id, phrase }) => [id, phrase]));
  return (
    <Choices
      class="gb-scn-offers"
      multiple
      legend="What would you put on the plan?"
      hint="Choose as many as you like. Every one could really be offered, and every one has limits."
      chosen={chosen}
      onChange={onChange}
      choices={situation.options.map((option) => ({
        id: option.id,
        label: <strong>{option.what}</strong>,
        note: (
          <>
            <p>
              <b>Who:</b> {option.who}
            </p>
            <p>
              <b>Limits:</b> {option.limits}
            </p>
            <details class="gb-fold">
              <summary>
                Why, and on what source
                <span class="gb-spoken">: {option.what}</span>
              </summary>
              <p>{option.why}</p>
              <p>
                <b>Answers:</b>{" "}
                {option.answers.map((id) => `“${phrases.get(id) ?? id}”`).join(", ")}
              </p>
              <Cited situation={situation} ids={option.sources} />
            </details>
          </>
        ),
      }))}
    />
  );
}
