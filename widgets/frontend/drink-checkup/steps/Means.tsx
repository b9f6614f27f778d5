import { Estimate } from "../Estimate";
import { Guidelines } from "../Guidelines";
import type { View } from "../view";
import { WarningInShort } from "../Warning";
import { grams, number } from "../words";
import { weekWords } from "./Drinking";

/** Step 3: the week in grams, beside guidelines, and what an evening may mean for the blood. */
export function Means(view: View) {
  return (
    <>
      <WarningInShort view={view} />
      <section>
        <h4>My week in grams</h4>
        <Grams {...view} />
      </section>
      <Guidelines {...view} />
      <Estimate {...view} />
    </>
  );
}

/** The diary as a table with bars. */
export function Grams(view: View) {
  const { payload, checkup, size, week } = view;
  if (week.recorded === 0) {
    return <p>Nothing is written down in “{payload.steps[1]?.title}” yet.</p>;
  }
  return (
    <>
      <table class="gb-dc-grams">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Drinks</th>
            <th scope="col">Alcohol</th>
          </tr>
        </thead>
        <tbody>
          {payload.days.map((label, i) => {
            const drinks = checkup.diary[i] ?? null;
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{drinks === null ? "–" : number(drinks)}</td>
                <td>
                  {drinks === null ? (
                    "not written down"
                  ) : (
                    <>
                      {grams(drinks * size)}
                      <span
                        class="gb-dc-bar"
                        aria-hidden="true"
                        style={{ width: `${(drinks * size * 100) / (week.most_grams || 1)}%` }}
                      />
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="gb-dc-sum">{weekWords(view)}.</p>
      {week.mean_grams !== null && (
        <p class="gb-quiet">
          {grams(week.mean_grams)} a day on average over the days written down;{" "}
          {grams(week.most_grams)} on the day with most.
        </p>
      )}
    </>
  );
}
