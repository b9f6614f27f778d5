import { useUnique } from "../shared/controls/useUnique";
import { Sources } from "./Cite";
import type { View } from "./view";

/** What has to be read before any advice to stop. */
export function Warning({ payload, reasons, score, week, fromPage }: View) {
  const { warning } = payload;
  const id = useUnique();
  const hasAnswered = score.answered > 0 || week.recorded > 0;
  return (
    <section class="gb-dc-warning" aria-labelledby={id}>
      <h4 id={id}>{warning.title}</h4>
      <p>
        <strong>{warning.now}</strong>
      </p>
      {warning.text.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p class="gb-dc-ask">{warning.ask_heading}</p>
      <ul>
        {warning.ask.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>{warning.after}</p>
      {reasons.map((reason) => (
        <p key={reason}>
          <strong>{payload.reasons[reason]}</strong>
        </p>
      ))}
      {reasons.length === 0 && hasAnswered && <p>{payload.reasons.none}</p>}
      {fromPage && (
        <p class="gb-dc-links">
          {warning.links.map(({ text, href }) => (
            // In a tab of its own: what was written here is gone when the page is left.
            <a key={href} href={href} target="_blank" rel="noopener">
              {text}
              <span class="gb-spoken"> (opens a new tab)</span>
            </a>
          ))}
        </p>
      )}
      <Sources payload={payload} ids={warning.sources} />
    </section>
  );
}

/** The same in short, where something speaks for it or `always`. */
export function WarningInShort({ view, always = false }: { view: View; always?: boolean }) {
  const { payload, reasons, checkup } = view;
  const goal = payload.goals.find(({ id }) => id === checkup.goal);
  if (reasons.length === 0 && !goal?.warn && !always) return null;
  const { warning } = payload;
  return (
    <div class="gb-dc-warning">
      <p>
        <strong>{warning.title}.</strong> {warning.text.join(" ")}
      </p>
      <p>{warning.now}</p>
      {reasons.map((reason) => (
        <p key={reason}>
          <strong>{payload.reasons[reason]}</strong>
        </p>
      ))}
    </div>
  );
}
