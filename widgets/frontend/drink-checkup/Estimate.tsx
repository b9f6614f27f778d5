import { useState } from "preact/hooks";
import { Choices } from "../shared/controls/Choices";
import { LiveRegion } from "../shared/controls/LiveRegion";
import { bandCurve, bloodAlcoholBand, hoursToZero } from "./alcohol/blood";
import { BandChart } from "./BandChart";
import { Sources } from "./Cite";
import { NumberField } from "./fields/NumberField";
import { useSpoken } from "./useSpoken";
import type { View } from "./view";
import { counted, grams, number } from "./words";

const POUNDS = 2.204_622_6;
/** No chart is longer; what is left then is left out and said. */
const LONGEST = 48;
const STEPS = 48;

type Unit = "kg" | "lb";

/** An evening's alcohol in the blood, as a band. Never something to drive by. */
export function Estimate(view: View) {
  const { payload, checkup, change } = view;
  const { estimate, limits, messages } = payload;
  const [unit, setUnit] = useState<Unit>("kg");
  const factor = unit === "kg" ? 1 : POUNDS;
  const kg = checkup.weight_kg;
  const [least, most] = limits.weight_kg;
  return (
    <section class="gb-dc-estimate">
      <h4>{estimate.heading}</h4>
      <p class="gb-dc-never">
        <strong>{estimate.never}</strong>
      </p>
      {estimate.about.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <div class="gb-dc-fields">
        <NumberField
          label="Drinks on one occasion"
          unit="drinks"
          value={checkup.evening_drinks}
          span={limits.drinks}
          messages={messages}
          onChange={(evening_drinks) => change({ evening_drinks })}
        />
        <NumberField
          label="Hours since the first of them"
          unit="hours"
          value={checkup.evening_hours}
          span={limits.hours}
          messages={messages}
          onChange={(evening_hours) => change({ evening_hours })}
        />
        <NumberField
          label="Body weight"
          unit={unit}
          value={kg === null ? null : round(kg * factor, 1)}
          span={[Math.ceil(least * factor), Math.floor(most * factor)]}
          messages={messages}
          onChange={(given) =>
            change({ weight_kg: given === null ? null : round(given / factor, 2) })
          }
        />
        <Choices
          legend="Weight in"
          inline
          choices={[
            { id: "kg", label: "kilograms" },
            { id: "lb", label: "pounds" },
          ]}
          chosen={[unit]}
          onChange={([id]) => setUnit(id as Unit)}
        />
      </div>
      <Outcome {...view} />
      <ul>
        {estimate.limits.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Sources payload={payload} ids={estimate.sources} />
    </section>
  );
}

function Outcome(view: View) {
  const found = evening(view);
  const spoken = useSpoken(found?.words ?? "");
  return (
    <>
      <LiveRegion message={spoken} />
      {found === null ? (
        <p class="gb-quiet">With drinks and a weight, a band is drawn here.</p>
      ) : (
        <figure class="gb-dc-figure">
          <BandChart {...found} />
          <figcaption>{found.words}</figcaption>
          <details class="gb-fold">
            <summary>The same as a table</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">Hours</th>
                  <th scope="col">Somewhere between, in %</th>
                </tr>
              </thead>
              <tbody>
                {bandCurve(found.grams, found.weight, found.until, 8).map(({ hour, low, high }) => (
                  <tr key={hour}>
                    <th scope="row">{number(hour)}</th>
                    <td>{between(low, high)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </figure>
      )}
    </>
  );
}

export interface Evening {
  grams: number;
  weight: number;
  /** Hours since the first drink, if given. */
  hours: number | null;
  /** Where the chart ends. */
  until: number;
  curve: ReturnType<typeof bandCurve>;
  words: string;
}

/** What is known of an evening; null without drinks or a weight. */
export function evening({ checkup, size }: View): Evening | null {
  const { evening_drinks: drinks, evening_hours: hours, weight_kg: weight } = checkup;
  if (!drinks || weight === null) return null;
  const taken = drinks * size;
  const { soonest, latest } = hoursToZero(taken, weight);
  const until = Math.min(LONGEST, Math.max(2, Math.ceil(latest), Math.ceil(hours ?? 0)));
  const now = bloodAlcoholBand(taken, weight, hours ?? 0);
  const words = [
    `${counted(drinks, "drink")} of ${number(size, 2)} g: ${grams(taken)} of alcohol.`,
    hours === null
      ? `At the highest, somewhere between ${between(now.low, now.high)} %.`
      : `After ${counted(hours, "hour")}, somewhere between ${between(now.low, now.high)} % (grams in 100 ml of blood).`,
    latest > LONGEST
      ? `It may take more than ${LONGEST} hours to be gone.`
      : `It may take from ${Math.floor(soonest)} to ${Math.ceil(latest)} hours after the first drink to be gone, or longer.`,
  ].join(" ");
  const curve = bandCurve(taken, weight, until, STEPS);
  return { grams: taken, weight, hours, until, curve, words };
}

/** Rounded outwards, so that the band is never drawn narrower than it is. */
function between(low: number, high: number): string {
  return `${number(Math.floor(low * 100 + 1e-9) / 100, 2)} and ${number(Math.ceil(high * 100 - 1e-9) / 100, 2)}`;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
