import { useMemo, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { LiveRegion } from "../shared/controls/LiveRegion";
import { OrderList } from "../shared/controls/OrderList";
import { mixed } from "../shared/controls/order";
import { Differences } from "./Differences";
import { From } from "./From";
import { misplaced, type Payload } from "./response";

export interface OrderingProps {
  content: Payload;
  order: readonly string[];
  onOrder: (order: string[]) => void;
}

/** The steps to put in order. What is said of an order explains; nothing is counted. */
export function Ordering({ content, order, onOrder }: OrderingProps) {
  // An order that was looked at; what was said of it goes when the order changes.
  const [looked, setLooked] = useState<readonly string[] | null>(null);
  const shown = looked !== null && looked.join() === order.join();
  const ids = useMemo(() => content.steps.map((step) => step.id), [content]);
  const remarks = shown ? misplaced(content.steps, order) : [];
  const label = (id: string) => content.steps.find((step) => step.id === id)?.label ?? id;
  const verdict = !shown
    ? ""
    : remarks.length > 0
      ? remarks.length === 1
        ? "One step could stand elsewhere. What the sources say stands under it."
        : "Some steps could stand elsewhere. What the sources say stands under them."
      : order.join() === ids.join()
        ? "This is the order of the page Help now."
        : "This order is taught too: see where guidance differs.";

  return (
    <section class="gb-response-part">
      <h3>1. Put the steps in order</h3>
      <p>Nothing is scored. Try it, then look at what the sources say.</p>
      <OrderList
        legend="The steps of the response, first to last"
        items={content.steps}
        order={order}
        onOrder={onOrder}
        note={(id) => {
          const step = content.steps.find((each) => each.id === id);
          if (!shown || !step) return null;
          const own = remarks.filter((remark) => remark.step === id);
          return (
            <div class={`gb-response-said ${own.length > 0 ? "gb-response-move" : ""}`}>
              {own.map(({ before, because }) => (
                <p key={before}>
                  <strong>
                    Later than “<bdi>{label(before)}</bdi>”.
                  </strong>{" "}
                  {because}
                </p>
              ))}
              {own.length === 0 && (
                <p>
                  {step.do} <em>Why:</em> {step.why}
                </p>
              )}
              <From content={content} ids={step.sources} />
              {remarks.length === 0 && <Differences content={content} only={step.differs ?? []} />}
            </div>
          );
        }}
      />
      <div class="gb-response-ways">
        <Button kind="accent" onClick={() => setLooked([...order])}>
          Look at my order
        </Button>
        <Button
          onClick={() => {
            onOrder([...ids]);
            setLooked([...ids]);
          }}
        >
          Show me an order that works
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            onOrder(mixed(ids));
            setLooked(null);
          }}
        >
          Mix them again
        </Button>
      </div>
      {verdict && <p class="gb-response-verdict">{verdict}</p>}
      <LiveRegion message={verdict} delay={100} />
    </section>
  );
}
