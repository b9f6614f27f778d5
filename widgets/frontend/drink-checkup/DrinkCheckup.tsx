import { Fragment } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Steps } from "../shared/controls/Steps";
import { useTraits } from "../shared/useTraits";
import { BLANK, type Checkup, hasBegun } from "./alcohol/checkup";
import type { Payload, StepId } from "./alcohol/payload";
import { Keeping } from "./Keeping";
import { printOnly } from "./printOnly";
import { Sheet } from "./Sheet";
import { type CheckupModel, TRAITS } from "./state";
import { Drinking } from "./steps/Drinking";
import { Goal } from "./steps/Goal";
import { Likes } from "./steps/Likes";
import { LimitsAndPace } from "./steps/LimitsAndPace";
import { Means } from "./steps/Means";
import { Rewards } from "./steps/Rewards";
import { Triggers } from "./steps/Triggers";
import { Where } from "./steps/Where";
import { type View, viewOf } from "./view";

interface Part {
  show: (view: View) => preact.JSX.Element;
  /** What is said in this step. */
  fields: (keyof Checkup)[];
}

const PARTS: Record<StepId, Part> = {
  where: { show: Where, fields: ["answers", "typical_drinks"] },
  drink: { show: Drinking, fields: ["diary"] },
  means: { show: Means, fields: ["weight_kg", "evening_drinks", "evening_hours"] },
  likes: { show: Likes, fields: ["likes", "dislikes"] },
  goal: { show: Goal, fields: ["goal"] },
  limits: { show: LimitsAndPace, fields: ["day_limit", "week_limit", "free_days", "pace"] },
  triggers: { show: Triggers, fields: ["triggers"] },
  rewards: { show: Rewards, fields: ["rewards", "review_on"] },
};

export interface DrinkCheckupProps {
  model: CheckupModel;
  payload: Payload;
  /** The host's element: says whether there is anything to print. */
  el: HTMLElement;
}

/** A drinking check-up in eight steps. Nothing is asked twice, required, kept or sent. */
export function DrinkCheckup({ model, payload, el }: DrinkCheckupProps) {
  const [traits, change] = useTraits(model, TRAITS);
  const { step, ...checkup } = traits;
  const fromPage = model.get("_options")?.address !== undefined;
  const view = viewOf(payload, checkup, change, fromPage);
  const root = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLElement>(null);
  // What was typed and not taken goes too when a check-up is replaced.
  const [turn, setTurn] = useState(0);
  const replace = (next: Checkup) => {
    change({ ...next, step: 1 });
    setTurn((before) => before + 1);
  };

  useEffect(() => {
    if (!fromPage) return;
    // A browser may keep the page as it was for a way back: then too it is gone once it was left.
    const back = (event: PageTransitionEvent) => event.persisted && replace(BLANK);
    addEventListener("pageshow", back);
    return () => removeEventListener("pageshow", back);
  });

  // An empty check-up is printed as the plain pages under it: there to be filled in by hand.
  const empty = !hasBegun(checkup);
  useEffect(() => {
    el.classList.toggle("gb-dc-empty", empty);
  }, [el, empty]);

  const current = payload.steps[step - 1] ?? payload.steps[0]!;
  const Show = PARTS[current.id].show;
  const isLast = step === payload.steps.length;
  return (
    <div
      class="gb-dc"
      ref={root}
      // JupyterLab takes letters and arrows for its own, unless the very element that has the
      // focus says otherwise.
      onFocusCapture={({ target }) =>
        (target as Element).setAttribute("data-lm-suppress-shortcuts", "")
      }
    >
      <div class="gb-dc-screen">
        <p class="gb-dc-medical">{payload.not_medical}</p>
        <Fragment key={turn}>
          <Steps
            level={3}
            label="the check-up"
            steps={payload.steps.map(({ id, title }) => ({
              id,
              label: title,
              begun: hasBegun(checkup, PARTS[id].fields),
            }))}
            current={current.id}
            onChange={(id) => change({ step: payload.steps.findIndex((one) => one.id === id) + 1 })}
          >
            <p class="gb-dc-intro">{current.intro}</p>
            <Show key={current.id} {...view} />
          </Steps>
        </Fragment>
      </div>
      <section
        ref={sheet}
        class={`gb-dc-sheet ${isLast ? "gb-dc-shown" : ""}`}
        aria-label="The summary"
      >
        <Sheet {...view} />
      </section>
      <Keeping
        view={view}
        onReplace={(found) => {
          replace(found);
          focusFirst(root.current);
        }}
        onClear={() => {
          replace(BLANK);
          focusFirst(root.current);
        }}
        onPrint={() => sheet.current && printOnly(sheet.current)}
      />
    </div>
  );
}

/** The heading of the open step, once it is drawn. */
function focusFirst(root: HTMLElement | null): void {
  setTimeout(() => root?.querySelector<HTMLElement>(".gb-step-open > h3")?.focus());
}
