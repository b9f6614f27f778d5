import { useEffect, useRef } from "preact/hooks";
import { useUnique } from "../shared/controls/useUnique";
import type { Directory } from "../shared/directory/table";
import { Badge } from "./Badges";
import type { CardContext } from "./DetailCard";
import { DetailCard } from "./DetailCard";
import { type Highlight, useLit } from "./highlight";
import { memo } from "./memo";
import { distanceWords, placeWords } from "./words";

export interface EntryCardProps {
  directory: Directory;
  row: number;
  /** In km, when the results are near a place. */
  distance: number | null;
  open: boolean;
  highlight: Highlight;
  context: CardContext;
  onToggle: (row: number) => void;
}

/** One result: a heading that opens its details under it. */
export const EntryCard = memo(function EntryCard(props: EntryCardProps) {
  const { directory, row, distance, open, highlight, context } = props;
  const lit = useLit(highlight, row);
  const id = useUnique();
  const item = useRef<HTMLLIElement>(null);
  const services = directory.list("services", row).map((term) => directory.label("services", term));
  const place = placeWords(directory, row);
  const away =
    distance === null
      ? ""
      : distanceWords(distance, context.unit, directory.text("precision", row));
  useEffect(() => {
    const button = item.current?.querySelector("button");
    if (button && context.focus.current === row) {
      context.focus.current = -1;
      button.focus({ preventScroll: true });
    }
  });
  return (
    <li
      ref={item}
      class={`gb-entry ${open ? "gb-entry-open" : ""} ${lit ? "gb-lit" : ""}`}
      data-id={directory.text("id", row)}
      data-row={row}
      onPointerEnter={() => highlight.set([row])}
      onPointerLeave={() => highlight.set([])}
      onFocusCapture={() => highlight.set([row])}
      onBlurCapture={() => highlight.set([])}
    >
      <div class="gb-entry-head">
        <h3>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => props.onToggle(row)}
          >
            <bdi>{directory.text("name", row)}</bdi>
          </button>
        </h3>
        {(place || away) && (
          <p class="gb-entry-line">
            <bdi>{place}</bdi>
            {place && away && " · "}
            {away}
          </p>
        )}
        {services.length > 0 && !open && <p class="gb-entry-line">{services.join(" · ")}</p>}
        <p class="gb-badges">
          <Badge directory={directory} row={row} />
        </p>
      </div>
      {open && (
        <DetailCard
          id={id}
          directory={directory}
          row={row}
          context={context}
          onClose={() => props.onToggle(row)}
        />
      )}
    </li>
  );
});
