import type { ComponentChildren } from "preact";
import { hasBegun } from "./alcohol/checkup";
import { evening } from "./Estimate";
import { DISLIKES, LIKES } from "./steps/Likes";
import { besideMyWeek } from "./steps/LimitsAndPace";
import { Grams } from "./steps/Means";
import { REWARDS } from "./steps/Rewards";
import type { View } from "./view";
import { WarningInShort } from "./Warning";
import { counted, dayWords, grams, isoDay, number } from "./words";

/** What was written, on a page or two: to print, to keep, to talk over. Only what was said. */
export function Sheet(view: View) {
  const { payload, checkup, drink, size, score } = view;
  const goal = payload.goals.find(({ id }) => id === checkup.goal);
  const pace = payload.pace.filter(({ id }) => checkup.pace.includes(id));
  const night = evening(view);
  const limits = [
    checkup.day_limit !== null &&
      `On a day when I drink, at most ${counted(checkup.day_limit, "drink")} (${grams(checkup.day_limit * size)}).`,
    checkup.week_limit !== null &&
      `In a week, at most ${counted(checkup.week_limit, "drink")} (${grams(checkup.week_limit * size)}).`,
    checkup.free_days !== null && `Days a week without: ${checkup.free_days}.`,
    besideMyWeek(view),
  ].filter((one): one is string => Boolean(one));
  const zone = payload.zones.find(({ name }) => name === score.zone);
  return (
    <>
      <h3>My drinking check-up</h3>
      <p class="gb-quiet">
        {dayWords(isoDay(new Date()))}. {payload.not_medical}
      </p>
      {!hasBegun(checkup) && <p>Nothing is written down yet.</p>}
      <WarningInShort view={view} always={limits.length + pace.length > 0} />
      <Part title="My goal" show={goal !== undefined}>
        <p>
          <strong>{goal?.label}</strong>
        </p>
        {goal?.text.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Part>
      <Part title="My limits" show={limits.length > 0}>
        <List items={limits} />
      </Part>
      <Part title="My pace" show={pace.length > 0}>
        <List items={pace.map(({ text }) => text)} />
      </Part>
      <Part title="Triggers, and what I do instead" show={checkup.triggers.length > 0}>
        <dl class="gb-dc-pairs">
          {checkup.triggers.map(({ trigger, instead }, i) => (
            <div key={i}>
              <dt>
                <bdi>{trigger || "…"}</bdi>
              </dt>
              <dd>
                <bdi>{instead || "…"}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={LIKES} show={checkup.likes.length > 0}>
        <List items={checkup.likes} />
      </Part>
      <Part title={DISLIKES} show={checkup.dislikes.length > 0}>
        <List items={checkup.dislikes} />
      </Part>
      <Part title={REWARDS} show={checkup.rewards.length > 0}>
        <List items={checkup.rewards} />
      </Part>
      <Part title="I look again on" show={checkup.review_on !== ""}>
        <p>{checkup.review_on && dayWords(checkup.review_on)}</p>
      </Part>
      <Part title="My week" show={view.week.recorded > 0}>
        <p class="gb-quiet">
          In drinks of {number(size, 2)} g{drink && ` (${drink.country})`}.
        </p>
        <Grams {...view} />
      </Part>
      <Part title={payload.scale_heading} show={score.answered > 0}>
        <p>
          {score.answered} of 10 questions answered:{" "}
          {score.lowest === score.highest ? score.lowest : `${score.lowest} to ${score.highest}`} of
          40{score.audit_c !== null && `; ${score.audit_c} of 12 in questions 1 to 3`}. {zone?.text}
        </p>
      </Part>
      <Part title={payload.estimate.heading} show={night !== null}>
        <p>
          <strong>{payload.estimate.never}</strong>
        </p>
        <p>{night?.words}</p>
      </Part>
    </>
  );
}

function Part(props: { title: string; show: boolean; children: ComponentChildren }) {
  if (!props.show) return null;
  return (
    <section>
      <h4>{props.title}</h4>
      {props.children}
    </section>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item, i) => (
        <li key={`${i} ${item}`}>
          <bdi>{item}</bdi>
        </li>
      ))}
    </ul>
  );
}
