import { Button } from "../../shared/controls/Button";
import { useUnique } from "../../shared/controls/useUnique";
import { isDate } from "../alcohol/text";
import { TextList } from "../fields/TextList";
import type { View } from "../view";
import { isoDay } from "../words";

export const REWARDS = "What I give myself for keeping to it";

const LATER: readonly [string, number][] = [
  ["In two weeks", 14],
  ["In a month", 30],
  ["In three months", 91],
];

/** Step 8: what keeps me going, and when I look again. The summary follows. */
export function Rewards({ payload, checkup, change }: View) {
  const id = useUnique();
  const choose = (days: number) => {
    const day = new Date();
    day.setDate(day.getDate() + days);
    change({ review_on: isoDay(day) });
  };
  return (
    <>
      {payload.rewards_intro.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <TextList
        legend={REWARDS}
        suggestions={payload.rewards}
        value={checkup.rewards}
        payload={payload}
        onChange={(rewards) => change({ rewards })}
      />
      <section>
        <h4>Looking again</h4>
        {payload.review.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <div class="gb-dc-field">
          <label for={id}>I look again on</label>
          <input
            id={id}
            class="gb-input"
            type="date"
            autocomplete="off"
            value={checkup.review_on}
            onInput={(event) => {
              const { value } = event.currentTarget;
              if (value === "" || isDate(value)) change({ review_on: value });
            }}
          />
        </div>
        <div class="gb-row">
          {LATER.map(([words, days]) => (
            <Button key={days} onClick={() => choose(days)}>
              {words}
            </Button>
          ))}
        </div>
      </section>
    </>
  );
}
