import { CheckList } from "../shared/controls/CheckList";
import { Disclosure } from "../shared/controls/Disclosure";
import { type Facet, type FacetValue, facetValues, type Query } from "../shared/directory/filter";
import type { Directory } from "../shared/directory/table";
import { FACET_NAMES } from "./words";

export interface FacetMenuProps {
  directory: Directory;
  query: Query;
  facet: Facet;
  onChange: (chosen: string[]) => void;
}

/** One facet: a button that opens its values with the number of results each would leave. */
export function FacetMenu({ directory, query, facet, onChange }: FacetMenuProps) {
  const chosen = query[facet];
  return (
    <Disclosure label={FACET_NAMES[facet]} active={chosen.length}>
      {() => (
        <CheckList
          legend={FACET_NAMES[facet]}
          items={withUnknown(facetValues(directory, query, facet), chosen)}
          chosen={chosen}
          onChange={onChange}
        />
      )}
    </Disclosure>
  );
}

/** A value that is on but not in the directory (an old link) must still be there to take off. */
function withUnknown(
  values: readonly FacetValue[],
  chosen: readonly string[],
): readonly FacetValue[] {
  const unknown = chosen.filter((id) => values.every((value) => value.id !== id));
  return [...unknown.map((id) => ({ id, label: id, definition: "", count: 0 })), ...values];
}
