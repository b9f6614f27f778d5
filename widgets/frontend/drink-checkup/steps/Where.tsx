import { Choices } from "../../shared/controls/Choices";
import { LiveRegion } from "../../shared/controls/LiveRegion";
import { auditDrinks } from "../alcohol/drinks";
import type { Part, Question } from "../alcohol/payload";
import { Cite, Sources } from "../Cite";
import { CountryField } from "../fields/CountryField";
import { NumberField } from "../fields/NumberField";
import { Scale } from "../Scale";
import { useSpoken } from "../useSpoken";
import type { View } from "../view";
import { WarningInShort } from "../Warning";
import { counted, number } from "../words";

const PARTS: readonly Part[] = ["use", "dependence", "harm"];

/** Step 1: ten questions, and about where the answers fall. */
export function Where(view: View) {
  const { payload } = view;
  return (
    <>
      <div class="gb-dc-form">
        <ul>
          {payload.form.links.map(({ note, ...source }) => (
            <li key={source.url}>
              <Cite source={source} label="" />
              {note && `: ${note}`}
            </li>
          ))}
        </ul>
        {payload.form.text.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <CountryField {...view} />
      {PARTS.map((part) => (
        <section key={part}>
          <h4>{payload.parts[part]}</h4>
          {payload.questions
            .filter((question) => question.part === part)
            .map((question) => (
              <Ask key={question.number} view={view} question={question} />
            ))}
        </section>
      ))}
      <Result {...view} />
    </>
  );
}

function Ask({ view, question }: { view: View; question: Question }) {
  const { checkup, change, points, payload, drink, size } = view;
  const index = question.number - 1;
  const chosen = points[index];
  const typical = index === 1;
  const choices = (
    <Choices
      legend={`${question.number}. ${question.text}`}
      hint={question.hint}
      inline
      clearable
      choices={question.options.map(({ points, label }) => ({ id: String(points), label }))}
      chosen={chosen === null ? [] : [String(chosen)]}
      onChange={([id]) =>
        change({
          answers: checkup.answers.map((one, i) =>
            i !== index ? one : id === undefined ? null : Number(id),
          ),
          ...(typical ? { typical_drinks: null } : {}),
        })
      }
    />
  );
  if (!typical) return choices;
  const given = checkup.typical_drinks;
  return (
    <>
      {choices}
      <NumberField
        class="gb-dc-typical"
        label={
          drink
            ? `Or in drinks of ${number(size, 2)} g (${drink.country}), on such a day`
            : "Or as a number, on such a day"
        }
        hint={
          given !== null &&
          `${counted(given, "drink")} of ${number(size, 2)} g ${given === 1 ? "is" : "are"} about ${number(auditDrinks(given, size))} of AUDIT’s ${payload.audit_grams} g: marked above.`
        }
        unit="drinks"
        value={given}
        span={payload.limits.drinks}
        messages={payload.messages}
        onChange={(typical_drinks) => change({ typical_drinks })}
      />
    </>
  );
}

function Result(view: View) {
  const { payload, score } = view;
  const { answered, missing, lowest, highest } = score;
  const sum = missing.length ? `${lowest} to ${highest}` : `${lowest}`;
  const words =
    answered === 0
      ? "No question is answered yet, and none has to be."
      : missing.length
        ? `${answered} of 10 answered: somewhere from ${sum} of 40.`
        : `All ten answered: ${sum} of 40.`;
  const spoken = useSpoken(words);
  const zones = payload.zones.filter(({ from, to }) => from <= highest && to >= lowest);
  return (
    <section class="gb-dc-result">
      <h4>{payload.scale_heading}</h4>
      <p class="gb-dc-sum">{words}</p>
      <LiveRegion message={spoken} />
      {answered > 0 && (
        <>
          <Scale zones={payload.zones} lowest={lowest} highest={highest} />
          <WarningInShort view={view} />
          {zones.length > 1 && <p>With the questions that are open it could be any of these:</p>}
          <dl class="gb-dc-pairs">
            {zones.map(({ name, from, to, text }) => (
              <div key={name}>
                <dt>
                  Zone {name}, {from}–{to}
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <h5>Marks that are used, all of them</h5>
          <ul>
            {payload.thresholds.map(({ scale, from, text }) => (
              <li key={`${scale}-${from}`}>
                {scale === "audit" ? "All ten" : "Questions 1 to 3"}: {from} or more. {text}{" "}
                <strong>{reached(view, scale, from)}</strong>
              </li>
            ))}
          </ul>
          <p class="gb-quiet">
            Of the points, {score.use} come from how much and how often, {score.dependence} from
            signs of dependence, {score.harm} from harm.
          </p>
          <Sources
            payload={payload}
            ids={unique([
              ...payload.scale_sources,
              ...payload.thresholds.flatMap(({ sources }) => sources),
            ])}
          />
        </>
      )}
    </section>
  );
}

const unique = (ids: string[]): string[] => [...new Set(ids)];

/** Whether the answers come to a threshold, as far as they tell. */
function reached({ score }: View, scale: "audit" | "audit-c", from: number): string {
  if (scale === "audit-c") {
    if (score.audit_c === null) return "Questions 1 to 3 are not all answered.";
    return `Your answers: ${score.audit_c}, ${score.audit_c >= from ? "at or above it" : "below it"}.`;
  }
  if (score.lowest >= from) return "Your answers: at or above it.";
  return score.highest < from ? "Your answers: below it." : "Your answers do not tell yet.";
}
