import type { RefObject } from "preact";
import { Button } from "../shared/controls/Button";
import { Source } from "../shared/controls/Source";
import { dateWords } from "../shared/dates";
import { type Events, label, type TimelineEvent, whereWords } from "./events";
import { positionWords, precisionWords, yearsWords } from "./words";

export interface DetailsProps {
  events: Events;
  shown: readonly TimelineEvent[];
  selected: TimelineEvent | undefined;
  /** Events that one dot or mark stands for. */
  several: readonly TimelineEvent[];
  listUrl: string;
  heading: RefObject<HTMLHeadingElement>;
  onSelect: (id: string) => void;
  onClose: () => void;
  /** Back from one event to the several that it was chosen from. */
  onBack: (() => void) | null;
}

/** Everything about one event with its source; or the events of one dot, to choose from. */
export function Details(props: DetailsProps) {
  const { events, shown, selected, several, listUrl, heading, onSelect } = props;
  const at = selected ? shown.indexOf(selected) : -1;
  const step = (by: number) => shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
  const earlier = step(-1);
  const later = step(1);
  return (
    <div class="tl-details">
      {selected ? (
        <article>
          <p class="tl-when">
            <time dateTime={selected.date}>{dateWords(selected.date)}</time>
          </p>
          <h3 ref={heading} tabIndex={-1}>
            <bdi>{selected.title}</bdi>
          </h3>
          {at < 0 && <p class="tl-quiet">Not among the events that your filters show.</p>}
          <p>
            <bdi>{selected.description}</bdi>
          </p>
          <p class="tl-quiet">
            <bdi>{whereWords(selected)}</bdi>.{" "}
            {selected.themes.map((id) => label(events, "themes", id)).join(", ")}.{" "}
            {[precisionWords(selected), positionWords(selected)].join(" ")}
          </p>
          <p class="tl-quiet">
            <Source
              title={selected.source_title}
              url={selected.source_url}
              evidence={selected.evidence}
            />
          </p>
        </article>
      ) : several.length > 0 ? (
        <section>
          <h3 ref={heading} tabIndex={-1}>
            {several.length} events, {yearsWords(several)}
          </h3>
          <ul class="tl-choice">
            {several.map(({ id, date, title }) => (
              <li key={id}>
                <button type="button" onClick={() => onSelect(id)}>
                  <span class="tl-when">{dateWords(date)}</span> <bdi>{title}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <section>
          <h3 ref={heading} tabIndex={-1}>
            Choose an event
          </h3>
          <p>Press a dot above or on the map, or walk through them in the order of their dates.</p>
        </section>
      )}
      <div class="tl-steps">
        <Button disabled={!earlier} onClick={() => earlier && onSelect(earlier.id)}>
          Earlier event
        </Button>
        <Button disabled={!later} onClick={() => later && onSelect(later.id)}>
          Later event
        </Button>
        {props.onBack && (
          <Button kind="quiet" icon="back" onClick={props.onBack}>
            Back to {several.length} events
          </Button>
        )}
        {selected && listUrl && (
          <a href={`${listUrl === "#" ? "" : listUrl}#event-${encodeURIComponent(selected.id)}`}>
            Find it in the list
          </a>
        )}
        {(selected || several.length > 0) && (
          <Button kind="quiet" icon="close" onClick={props.onClose}>
            Close
          </Button>
        )}
      </div>
    </div>
  );
}
