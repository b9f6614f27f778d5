import { Choices } from "../../shared/controls/Choices";
import { Sources } from "../Cite";
import type { View } from "../view";
import { Warning } from "../Warning";

/** Step 5: what I want. The withdrawal warning stands before it, whatever is chosen. */
export function Goal(view: View) {
  const { payload, checkup, change } = view;
  const goal = payload.goals.find(({ id }) => id === checkup.goal);
  return (
    <>
      <Warning {...view} />
      <Choices
        legend="What I want, for now"
        clearable
        choices={payload.goals}
        chosen={goal ? [goal.id] : []}
        onChange={([id]) => change({ goal: id ?? "" })}
      />
      <div role="status">
        {goal && (
          <div class="gb-dc-chosen">
            <h4>{goal.label}</h4>
            {goal.warn && (
              <p>
                <strong>{payload.warning.text[0]}</strong>
              </p>
            )}
            {goal.text.map((text) => (
              <p key={text}>{text}</p>
            ))}
            <Sources payload={payload} ids={goal.sources} />
          </div>
        )}
      </div>
    </>
  );
}
