import { useRef, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { Choices } from "../shared/controls/Choices";
import { CopyText } from "../shared/controls/CopyText";
import { LiveRegion } from "../shared/controls/LiveRegion";
import { printSheet } from "../shared/printSheet";
import { useTraits } from "../shared/useTraits";
import { Cited } from "./Cited";
import { Offers } from "./Offers";
import { Passages } from "./Passages";
import { PlanSheet } from "./PlanSheet";
import { EFFECTS, makePlan, textOf } from "./plan";
import type { Mark, Point, Situation } from "./situation";
import { CHOICES, type ScenarioModel } from "./state";

export interface ScenarioProps {
  model: ScenarioModel;
  situation: Situation;
}

/** A situation to read and mark, things that could be offered, and a plan to talk over. */
export function Scenario({ model, situation }: ScenarioProps) {
  const [choices, change] = useTraits(model, CHOICES);
  const [message, setMessage] = useState("");
  const begin = useRef<HTMLHeadingElement>(null);
  const { marks, chosen, role } = choices;
  const plan = makePlan(situation, choices);
  const marked = Object.keys(marks).length;
  const begun = marked > 0 || chosen.length > 0 || role !== "";

  const onToggle = ({ id, phrase }: Point) => {
    const { [id]: before, ...others } = marks;
    change({ marks: before === undefined ? { ...marks, [id]: "" } : others });
    setMessage(
      before === undefined
        ? `Marked “${phrase}”. Below this passage you can say: drug, set or setting.`
        : `No longer marked: “${phrase}”.`,
    );
  };
  const onMark = ({ id, phrase, part, effect }: Point, mark: Mark) => {
    change({ marks: { ...marks, [id]: mark } });
    setMessage(`“${phrase}”: ${part}; ${EFFECTS[effect]}. Why is written below.`);
  };
  const showAll = () => {
    const all = situation.points.map(({ id }) => [id, marks[id] || "unsure"]);
    change({ marks: Object.fromEntries(all) });
    setMessage("Every phrase is marked, with why it matters.");
  };
  const restart = () => {
    change({ marks: {}, chosen: [], role: "" });
    setMessage("Everything is as at the beginning.");
    // The button goes with the plan; the reader begins where the text does.
    begin.current?.focus();
  };
  const asked = situation.roles.find(({ id }) => id === role);

  return (
    <section class="gb-scn" aria-label={`Scenario: ${situation.title}`}>
      <p class="gb-scn-intro">
        <strong class="gb-scn-label">{situation.label}</strong> About {situation.minutes} minutes.
        Content note: {situation.content_note}
      </p>
      {situation.told_in && <Cited situation={situation} ids={situation.told_in.sources} />}
      <div class="gb-scn-care">
        {situation.care.map(({ text, sources }) => (
          <div key={text}>
            <p>{text}</p>
            <Cited situation={situation} ids={sources} />
          </div>
        ))}
      </div>

      <h3 ref={begin} tabIndex={-1}>
        1. Read, and mark what matters
      </h3>
      <p class="gb-scn-hint">
        Press the phrases that make harm likelier or rarer, and say what each belongs to.{" "}
        <b>Drug:</b> what it is, how much, how it is taken and stopped. <b>Set:</b> the person’s
        body, mood and plans. <b>Setting:</b> place, company, services, customs, law. They overlap.
      </p>
      <Passages situation={situation} marks={marks} onToggle={onToggle} onMark={onMark} />
      <p class="gb-scn-row">
        <span>
          {marked} of {situation.points.length} phrases marked.
        </span>
        <Button kind="quiet" onClick={showAll}>
          Mark all and show why
        </Button>
      </p>

      <h3>2. Choose what could be offered</h3>
      <Offers
        situation={situation}
        chosen={chosen}
        onChange={(wanted) => {
          change({ chosen: wanted });
          setMessage(`${wanted.length} of ${situation.options.length} things are on the plan.`);
        }}
      />

      <h3>3. Ask, in a role</h3>
      <Choices
        legend="Whose questions go on the plan?"
        choices={situation.roles.map(({ id, title }) => ({ id, label: title }))}
        chosen={role ? [role] : []}
        onChange={([wanted]) => change({ role: wanted ?? "" })}
        inline
        clearable
      />
      {asked && (
        <ol class="gb-scn-questions">
          {asked.questions.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      )}

      <div class="gb-scn-plan">
        <h3>4. The plan</h3>
        {begun ? (
          <>
            <p class="gb-scn-hint">
              It holds what you marked and chose. Nothing is kept: print it or copy it, or it is
              gone when you leave.
            </p>
            <div class="gb-scn-row">
              <Button
                kind="accent"
                icon="print"
                onClick={() => printSheet(<PlanSheet plan={plan} />)}
              >
                Print the plan
              </Button>
              <CopyText text={textOf(plan)}>Copy as text</CopyText>
              <Button kind="quiet" onClick={restart}>
                Start again
              </Button>
            </div>
            <PlanSheet plan={plan} />
          </>
        ) : (
          <p class="gb-scn-hint">
            It is made of what you mark and choose above: one page to talk over, to print or to
            copy.
          </p>
        )}
      </div>
      <LiveRegion message={message} />
    </section>
  );
}
