import { From } from "./From";
import type { Payload } from "./response";

/** The questions that good sources answer differently; all, or those that are named. */
export function Differences({ content, only }: { content: Payload; only?: readonly string[] }) {
  const shown = content.differs.filter((each) => only === undefined || only.includes(each.id));
  if (shown.length === 0) return null;
  const parts = shown.map((each) => (
    <div key={each.id} class="gb-response-differs">
      <p>
        <strong>{each.question}</strong>
      </p>
      <ul>
        {each.views.map((view) => (
          <li key={view.says}>
            {view.says}
            <From content={content} ids={view.sources} />
          </li>
        ))}
      </ul>
    </div>
  ));
  if (only !== undefined) {
    return (
      <details class="gb-response-fold gb-fold">
        <summary>Here guidance differs</summary>
        {parts}
      </details>
    );
  }
  return (
    <section class="gb-response-part">
      <h3>Where guidance differs</h3>
      {parts}
    </section>
  );
}
