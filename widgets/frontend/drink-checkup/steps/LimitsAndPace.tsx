import { Choices } from "../../shared/controls/Choices";
import { Sources } from "../Cite";
import { CountryField } from "../fields/CountryField";
import { NumberField } from "../fields/NumberField";
import type { View } from "../view";
import { WarningInShort } from "../Warning";
import { counted, grams } from "../words";

/** Step 6: limits of my own, and how to keep a slow pace. */
export function LimitsAndPace(view: View) {
  const { payload, checkup, change, size } = view;
  const { limits, messages } = payload;
  const { day_limit, week_limit, free_days } = checkup;
  const inGrams = (drinks: number | null) => drinks !== null && `That is ${grams(drinks * size)}.`;
  return (
    <>
      <WarningInShort view={view} always />
      {payload.limits_intro.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <CountryField {...view} />
      <div class="gb-dc-fields">
        <NumberField
          label="On a day when I drink, at most"
          hint={inGrams(day_limit)}
          unit="drinks"
          value={day_limit}
          span={limits.drinks}
          messages={messages}
          onChange={(day_limit) => change({ day_limit })}
        />
        <NumberField
          label="In a week, at most"
          hint={inGrams(week_limit)}
          unit="drinks"
          value={week_limit}
          span={limits.week_drinks}
          messages={messages}
          onChange={(week_limit) => change({ week_limit })}
        />
        <NumberField
          label="Days a week without"
          unit="days"
          whole
          value={free_days}
          span={limits.free_days}
          messages={messages}
          onChange={(free_days) => change({ free_days })}
        />
      </div>
      <p role="status" class="gb-dc-beside">
        {besideMyWeek(view)}
      </p>
      <Choices
        legend="Ways to a slower pace"
        multiple
        choices={payload.pace.map(({ id, text }) => ({ id, label: text }))}
        chosen={checkup.pace}
        onChange={(pace) => change({ pace })}
      />
      <Sources
        payload={payload}
        ids={[...new Set(payload.pace.flatMap(({ sources }) => sources))]}
      />
    </>
  );
}

/** The week of the diary beside the limits; "" while one of them is missing. */
export function besideMyWeek({ checkup, week }: View): string {
  const { day_limit, week_limit, free_days, diary } = checkup;
  if (week.recorded === 0) return "";
  const over = diary.filter((day) => day !== null && day_limit !== null && day > day_limit);
  const parts = [
    day_limit !== null && `${counted(over.length, "day")} above the daily limit`,
    week_limit !== null && `${counted(week.drinks, "drink")} beside a limit of ${week_limit}`,
    free_days !== null && `${counted(week.free_days, "day")} without beside ${free_days}`,
  ].filter(Boolean);
  return parts.length ? `The week in my diary: ${parts.join("; ")}.` : "";
}
