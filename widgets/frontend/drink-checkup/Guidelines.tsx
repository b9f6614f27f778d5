import type { Guideline } from "./alcohol/payload";
import { compare } from "./alcohol/week";
import { Cite } from "./Cite";
import type { View } from "./view";
import { counted } from "./words";

/** Guidelines and a group's limits side by side, each with whose it is and from when. */
export function Guidelines(view: View) {
  const { payload, week } = view;
  return (
    <section>
      <h4>Beside what guidelines say</h4>
      <p>{payload.guidelines_note}</p>
      <table class="gb-dc-guidelines">
        <thead>
          <tr>
            <th scope="col">Who says</th>
            <th scope="col">For whom</th>
            <th scope="col">What</th>
            <th scope="col">My week</th>
          </tr>
        </thead>
        <tbody>
          {payload.guidelines.map((guideline) => (
            <tr key={guideline.id}>
              <th scope="row">
                {guideline.body}
                <small>
                  {[guideline.country_name, guideline.year].filter(Boolean).join(", ")}
                  {guideline.kind === "group" && "; a group’s own limits"}
                </small>
              </th>
              <td data-label="For whom">{guideline.applies_to}</td>
              <td>
                {guideline.text}
                <small>
                  <Cite source={guideline.source} />
                </small>
              </td>
              <td data-label="My week">{week.recorded === 0 ? "–" : besides(view, guideline)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const WEEK = {
  above: "More than its weekly number.",
  within: "Not more than its weekly number.",
  unknown: "Not more so far; days are not written down.",
  none: "",
} as const;

/** How the week lies beside a guideline; never that it is safe. */
export function besides({ checkup, size }: View, guideline: Guideline): string {
  const { days_over, week } = compare(checkup.diary, size, guideline);
  const days =
    days_over === null
      ? ""
      : days_over === 0
        ? "On no day more than its daily number."
        : `On ${counted(days_over, "day")} more than its daily number.`;
  return [WEEK[week], days].filter(Boolean).join(" ") || "It gives no number to compare with.";
}
