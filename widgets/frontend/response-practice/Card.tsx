import { Button } from "../shared/controls/Button";
import { printSheet } from "../shared/printSheet";
import { type Call, LOCAL, type Payload, type Step } from "./response";

/** How many steps stand on the second panel; the rest on the third. */
const FIRST = 4;

export interface CardProps {
  content: Payload;
  call: Call;
}

/** A card of four panels to print, cut out and fold twice. */
export function Card(props: CardProps) {
  const print = () =>
    printSheet(
      <div class="gb-response">
        <CardFace {...props} />
      </div>,
    );
  return (
    <section class="gb-response-part">
      <h3>A card for your wallet</h3>
      <p class="gb-response-screen">
        It carries the number of the country you chose above. Print it, cut it out and fold it
        twice.
      </p>
      <CardFace {...props} />
      <div class="gb-response-ways gb-response-screen">
        <Button icon="print" onClick={print}>
          Print the card
        </Button>
      </div>
    </section>
  );
}

function CardFace({ content, call }: CardProps) {
  const { steps } = content;
  const ids = new Set(steps.flatMap((step) => step.sources));
  const names = new Set(
    [...ids].map((id) => content.sources.find((source) => source.id === id)?.name ?? id),
  );
  return (
    <div class="gb-rcard">
      <div class="gb-rcard-panel gb-rcard-front">
        <p class="gb-rcard-title">Not waking up? Not breathing well?</p>
        <p class="gb-rcard-call">
          Call <strong>{call.number ?? LOCAL}</strong>
        </p>
        {call.number && <p class="gb-rcard-small">{call.country}</p>}
        {call.remark && <p class="gb-rcard-small">{call.remark}</p>}
        <p class="gb-rcard-small">{content.advice}</p>
      </div>
      <div class="gb-rcard-panel">
        <CardSteps steps={steps.slice(0, FIRST)} start={1} />
      </div>
      <div class="gb-rcard-panel">
        <CardSteps steps={steps.slice(FIRST)} start={FIRST + 1} />
      </div>
      <div class="gb-rcard-panel">
        <p class="gb-rcard-small">{content.avoid.says}</p>
        <p class="gb-rcard-small">
          Good sources differ in the order and the times. Sources: {[...names].join("; ")}.
          {call.source_title && ` Number: ${call.source_title}.`}
        </p>
        <p class="gb-rcard-small">Where They’re At, edition of {content.edition}.</p>
      </div>
    </div>
  );
}

function CardSteps({ steps, start }: { steps: readonly Step[]; start: number }) {
  return (
    <ol start={start}>
      {steps.map((step) => (
        <li key={step.id}>
          <strong>{step.label}:</strong> {step.card}
        </li>
      ))}
    </ol>
  );
}
