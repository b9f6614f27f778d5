import { kindsOf, type Label, type Principle } from "./principles";

export interface CardProps {
  principle: Principle;
  showChanges: boolean;
  kinds: ReadonlyMap<string, Label>;
  /** What the two versions are called. */
  versions: readonly [older: string, newer: string];
}

/** A principle in the book's words, and below it which terms changed. */
export function Card({ principle, showChanges, kinds, versions }: CardProps) {
  const { number, name, idea, changes, note } = principle;
  return (
    <li class="gb-wording-card">
      <h3>
        <span class="gb-wording-number">{number}</span> <bdi>{name}</bdi>
      </h3>
      <p>
        <bdi>{idea}</bdi>
      </p>
      {showChanges && (
        <div class="gb-wording-changes">
          <p class="gb-wording-kinds">
            {kindsOf(principle).map((id) => (
              <span key={id} class={changes.length > 0 ? "gb-wording-kind" : "gb-wording-same"}>
                {kinds.get(id)?.label ?? id}
              </span>
            ))}
          </p>
          {changes.map(([older, newer]) => (
            <dl key={older}>
              <div>
                <dt>{versions[0]}</dt>
                <dd>
                  <bdi class="gb-wording-older">“{older}”</bdi>
                </dd>
              </div>
              <div>
                <dt>{versions[1]}</dt>
                <dd>
                  <bdi class="gb-wording-newer">“{newer}”</bdi>
                </dd>
              </div>
            </dl>
          ))}
          {note && (
            <p class="gb-wording-quiet">
              <bdi>{note}</bdi>
            </p>
          )}
        </div>
      )}
    </li>
  );
}
