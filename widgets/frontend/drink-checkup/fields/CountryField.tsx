import { useUnique } from "../../shared/controls/useUnique";
import { Cite } from "../Cite";
import type { View } from "../view";
import { number } from "../words";

/** Whose standard drink counts. It can be chosen in each step where drinks are counted. */
export function CountryField({ payload, checkup, change, drink }: View) {
  const id = useUnique();
  return (
    <div class="gb-dc-field gb-dc-country">
      <label for={id}>Whose standard drink do you count in?</label>
      <select
        id={id}
        class="gb-select"
        value={checkup.country}
        autocomplete="off"
        aria-describedby={`${id}-note`}
        onChange={(event) => change({ country: event.currentTarget.value })}
      >
        <option value="">Not chosen: {payload.audit_grams} g, as on AUDIT’s form</option>
        {payload.drinks.map(({ code, country, size }) => (
          <option key={code} value={code}>
            {country}: {number(size, 2)} g
          </option>
        ))}
      </select>
      <p class="gb-quiet" id={`${id}-note`}>
        {drink ? (
          <>
            {drink.country}: a drink is {number(drink.size, 2)} g of pure alcohol.{" "}
            {drink.note && `${drink.note} `}
            <Cite source={drink.source} />
          </>
        ) : (
          `A drink is counted as ${payload.audit_grams} g of pure alcohol.`
        )}
      </p>
    </div>
  );
}
