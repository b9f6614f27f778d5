import { useState } from "preact/hooks";
import { Button } from "../../shared/controls/Button";
import { Choices } from "../../shared/controls/Choices";
import { LiveRegion } from "../../shared/controls/LiveRegion";
import { pureAlcohol } from "../alcohol/drinks";
import { CountryField } from "../fields/CountryField";
import { NumberField } from "../fields/NumberField";
import { useSpoken } from "../useSpoken";
import type { View } from "../view";
import { counted, grams, number } from "../words";

/** Glasses and bottles as they are sold: volume in ml, alcohol in percent. */
const POURS: readonly { name: string; ml: number; percent: number }[] = [
  { name: "Beer, small can", ml: 330, percent: 5 },
  { name: "Beer, large can", ml: 500, percent: 5 },
  { name: "Strong beer, large can", ml: 500, percent: 8 },
  { name: "Pint of beer or cider", ml: 568, percent: 4.5 },
  { name: "Wine, small glass", ml: 125, percent: 12 },
  { name: "Wine, large glass", ml: 250, percent: 12 },
  { name: "Wine, whole bottle", ml: 750, percent: 12 },
  { name: "Spirits, one shot", ml: 40, percent: 40 },
];

const VOLUME = [1, 5000] as const;
const STRENGTH = [0.1, 99] as const;

/** Step 2: a week's diary, by hand or glass by glass. */
export function Drinking(view: View) {
  const { payload, checkup, change, size, week } = view;
  const { diary } = checkup;
  const [day, setDay] = useState(0);
  const [undo, setUndo] = useState<(typeof diary)[]>([]);
  const most = payload.limits.drinks[1];

  const set = (index: number, value: number | null) =>
    change({ diary: diary.map((one, i) => (i === index ? value : one)) });
  const add = (drinks: number) => {
    setUndo([...undo, diary]);
    set(day, Math.min(most, round((diary[day] ?? 0) + drinks)));
  };
  const takeBack = () => {
    change({ diary: undo[undo.length - 1] });
    setUndo(undo.slice(0, -1));
  };

  const name = payload.days[day] ?? "";
  const words = weekWords(view);
  const today = diary[day] ?? null;
  const spoken = useSpoken(
    today === null
      ? words
      : `${name}: ${counted(today, "drink")}, ${grams(today * size)}. ${words}`,
  );
  return (
    <>
      <CountryField {...view} />
      <section class="gb-dc-pour" aria-label="Add what I drank">
        <h4>Add what I drank</h4>
        <Choices
          class="gb-dc-days"
          legend="On"
          inline
          choices={payload.days.map((label, i) => ({ id: String(i), label }))}
          chosen={[String(day)]}
          onChange={([id]) => setDay(Number(id))}
        />
        <div class="gb-dc-pours">
          {POURS.map((pour) => (
            <Pour key={pour.name} {...pour} size={size} onAdd={add} />
          ))}
        </div>
        <OwnPour view={view} onAdd={add} />
        <div class="gb-row">
          <Button onClick={() => set(day, 0)}>Nothing on {name}</Button>
          <Button disabled={undo.length === 0} onClick={takeBack}>
            Take the last one back
          </Button>
        </div>
      </section>
      <section>
        <h4>My week</h4>
        <p class="gb-quiet">
          In drinks of {number(size, 2)} g. Leave a day empty if you do not know; 0 is none.
        </p>
        <div class="gb-dc-week">
          {payload.days.map((label, i) => (
            <Day
              key={label}
              label={label}
              value={diary[i] ?? null}
              view={view}
              onChange={(value) => set(i, value)}
            />
          ))}
        </div>
        {week.recorded > 0 && <p class="gb-dc-sum">{words}</p>}
        <LiveRegion message={spoken} />
      </section>
    </>
  );
}

/** A tenth of a drink is as fine as a diary gets. */
const round = (drinks: number): number => Math.round(drinks * 10) / 10;

interface PourProps {
  name: string;
  ml: number;
  percent: number;
  size: number;
  onAdd: (drinks: number) => void;
}

function Pour({ name, ml, percent, size, onAdd }: PourProps) {
  const drinks = round(pureAlcohol(ml, percent) / size);
  return (
    <button type="button" class="gb-button gb-dc-pour-one" onClick={() => onAdd(drinks)}>
      <span>
        <strong>{name}</strong>
        <small>
          {ml} ml, {percent}%: {counted(drinks, "drink")}
        </small>
      </span>
    </button>
  );
}

function OwnPour({ view, onAdd }: { view: View; onAdd: (drinks: number) => void }) {
  const { messages } = view.payload;
  const [ml, setMl] = useState<number | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const known = ml !== null && percent !== null;
  const drinks = known ? round(pureAlcohol(ml, percent) / view.size) : 0;
  return (
    <fieldset class="gb-dc-own-pour">
      <legend>Another glass, can or bottle</legend>
      <NumberField
        label="How much"
        unit="ml"
        value={ml}
        span={VOLUME}
        messages={messages}
        onChange={setMl}
      />
      <NumberField
        label="How strong"
        unit="%"
        value={percent}
        span={STRENGTH}
        messages={messages}
        onChange={setPercent}
      />
      <Button icon="plus" disabled={!known} onClick={() => onAdd(drinks)}>
        {known ? `Add ${counted(drinks, "drink")}` : "Add"}
      </Button>
    </fieldset>
  );
}

interface DayProps {
  label: string;
  value: number | null;
  view: View;
  onChange: (value: number | null) => void;
}

/** A day's number, with a drink less and a drink more beside it. */
function Day({ label, value, view, onChange }: DayProps) {
  const { limits, messages } = view.payload;
  const [least, most] = limits.drinks;
  const step = (by: number) => onChange(Math.min(most, Math.max(least, round((value ?? 0) + by))));
  return (
    <div class="gb-dc-day">
      <NumberField
        label={label}
        value={value}
        span={limits.drinks}
        messages={messages}
        onChange={onChange}
      />
      <Button
        icon="minus"
        iconOnly
        disabled={value === null || value <= least}
        onClick={() => step(-1)}
      >
        {label}: one drink less
      </Button>
      <Button
        icon="plus"
        iconOnly
        disabled={value !== null && value >= most}
        onClick={() => step(1)}
      >
        {label}: one drink more
      </Button>
      <span class="gb-quiet">{value === null ? "not written down" : grams(value * view.size)}</span>
    </div>
  );
}

/** What a week comes to. */
export function weekWords({ week }: View): string {
  if (week.recorded === 0) return "Nothing is written down yet.";
  const open = 7 - week.recorded;
  return [
    `${counted(week.drinks, "drink")}, ${grams(week.grams)} of pure alcohol, on ${counted(week.recorded - week.free_days, "day")}`,
    `${counted(week.free_days, "day")} without`,
    ...(open > 0 ? [`${counted(open, "day")} not written down`] : []),
  ].join("; ");
}
