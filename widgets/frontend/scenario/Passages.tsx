import { Choices } from "../shared/controls/Choices";
import { Cited } from "./Cited";
import { EFFECTS } from "./plan";
import { isPart, type Mark, type Point, pieces, type Situation } from "./situation";

const PLACES = [
  { id: "drug", label: "Drug" },
  { id: "set", label: "Set" },
  { id: "setting", label: "Setting" },
  { id: "unsure", label: "Not sure: show me" },
];

export interface PassagesProps {
  situation: Situation;
  marks: Readonly<Record<string, Mark>>;
  onToggle: (point: Point) => void;
  onMark: (point: Point, mark: Mark) => void;
}

/** The situation in numbered passages; under each, what was marked in it. */
export function Passages({ situation, marks, onToggle, onMark }: PassagesProps) {
  return (
    <ol class="gb-scn-passages">
      {situation.passages.map((text, index) => {
        const parts = pieces(situation, index + 1);
        const marked = parts.filter(
          (piece): piece is Point => typeof piece !== "string" && piece.id in marks,
        );
        return (
          <li key={text}>
            <p class="gb-scn-passage">
              {parts.map((piece) =>
                typeof piece === "string" ? (
                  piece
                ) : (
                  <Phrase
                    key={piece.id}
                    point={piece}
                    mark={marks[piece.id]}
                    onToggle={() => onToggle(piece)}
                  />
                ),
              )}
            </p>
            {marked.map((point) => (
              <Marked
                key={point.id}
                situation={situation}
                point={point}
                mark={marks[point.id] ?? ""}
                onMark={(mark) => onMark(point, mark)}
              />
            ))}
          </li>
        );
      })}
    </ol>
  );
}

interface PhraseProps {
  point: Point;
  mark: Mark | undefined;
  onToggle: () => void;
}

/** A phrase that can be marked, within its sentence. */
function Phrase({ point, mark, onToggle }: PhraseProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onToggle();
  };
  return (
    // A real button would not break at a line's end as the words around it do.
    // biome-ignore lint/a11y/useSemanticElements: see above; keys, focus and role are here
    <span
      class="gb-scn-phrase"
      role="button"
      tabIndex={0}
      aria-pressed={mark !== undefined}
      onClick={onToggle}
      onKeyDown={onKeyDown}
    >
      <span class="gb-scn-words">{point.phrase}</span>
      {mark && (
        <span class="gb-scn-tag">
          <span class="gb-spoken">, </span>
          {isPart(mark) ? mark : point.part}
        </span>
      )}
    </span>
  );
}

interface MarkedProps {
  situation: Situation;
  point: Point;
  mark: Mark;
  onMark: (mark: Mark) => void;
}

/** A marked phrase: where it belongs, and then why it matters. */
function Marked({ situation, point, mark, onMark }: MarkedProps) {
  return (
    <div class="gb-scn-marked">
      <Choices
        class="gb-scn-parts"
        legend={<>“{point.phrase}”: drug, set or setting?</>}
        choices={PLACES}
        chosen={mark ? [mark] : []}
        onChange={([place]) => onMark(place as Mark)}
        inline
      />
      {mark && (
        <div class="gb-scn-why">
          <p>
            <strong>
              {point.part[0]!.toUpperCase() + point.part.slice(1)}: {EFFECTS[point.effect]}.
            </strong>{" "}
            {isPart(mark) && mark !== point.part && (
              <>You put it under {mark}, and that can be argued: the three overlap. </>
            )}
            {point.why}
          </p>
          {point.unknown && <p>We do not know {point.unknown}.</p>}
          <Cited situation={situation} ids={point.sources} />
        </div>
      )}
    </div>
  );
}
