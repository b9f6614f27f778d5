import { HEADING, NOTHING_CHOSEN, NOTHING_MARKED, NOTICE, type Plan } from "./plan";

/** The plan as a page: on the screen, and on paper with room to write. */
export function PlanSheet({ plan }: { plan: Plan }) {
  const full = plan.marked.length + 2 * plan.offers.length > 12;
  return (
    <article class={`gb-scn-sheet ${full ? "gb-scn-full" : ""}`} aria-label={`Plan: ${plan.title}`}>
      <h4 class="gb-scn-sheet-title">{plan.title}</h4>
      <p>
        <strong class="gb-scn-label">{plan.label}</strong> {HEADING}
      </p>
      <h4>Keep in mind</h4>
      <Lines lines={plan.care} />
      <h4>What we marked</h4>
      <Lines lines={plan.marked} empty={NOTHING_MARKED} short />
      <h4>What could be offered</h4>
      {plan.offers.length > 0 ? (
        <ul>
          {plan.offers.map(([what, who, limits]) => (
            <li key={what}>
              <strong>{what}</strong> Who: {who} Limits: {limits}
            </li>
          ))}
        </ul>
      ) : (
        <p>{NOTHING_CHOSEN}</p>
      )}
      {plan.unknown.length > 0 && (
        <>
          <h4>What we do not know</h4>
          <Lines lines={plan.unknown} short />
        </>
      )}
      {plan.role && (
        <>
          <h4>Questions for: {plan.role}</h4>
          <ol>
            {plan.questions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </>
      )}
      <div class="gb-scn-own">
        <h4>In our own words</h4>
        <p />
        <p />
        <p />
      </div>
      <h4>Sources</h4>
      <ul class="gb-scn-sheet-sources">
        {plan.sources.map(([title, year, url]) => (
          <li key={url}>
            {title} ({year})<span class="gb-scn-address">, {url}</span>
          </li>
        ))}
      </ul>
      <p class="gb-scn-notice">{NOTICE}</p>
    </article>
  );
}

interface LinesProps {
  lines: readonly string[];
  empty?: string;
  /** Lines of a few words, two beside one another on paper. */
  short?: boolean;
}

function Lines({ lines, empty, short = false }: LinesProps) {
  if (lines.length === 0) return <p>{empty}</p>;
  return (
    <ul class={short ? "gb-scn-short" : undefined}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
