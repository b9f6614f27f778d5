import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "./Button";
import { useUnique } from "./useUnique";

export interface Step {
  id: string;
  /** A few words: a button and a heading. */
  label: string;
  /** Something was written or chosen here; shown by a mark and said. */
  begun?: boolean;
}

export interface StepsProps {
  /** What the steps are of, for instance "The check-up". */
  label: string;
  steps: readonly Step[];
  /** The id of the step that is open; the first when there is no such step. */
  current: string;
  onChange: (id: string) => void;
  /** The level of the open step's heading. */
  level?: 2 | 3 | 4;
  /** Said beside the mark of a step that was begun. */
  begunWord?: string;
  /** The open step. */
  children: ComponentChildren;
}

/**
 * Steps that can be left and taken up again.
 *
 * A list names all of them, and any can be opened at any time; under the open one stand the way
 * back and the way on. A step that is opened gets the focus at its heading.
 */
export function Steps(props: StepsProps) {
  const { steps, level = 2, begunWord = "begun" } = props;
  const id = useUnique();
  const at = Math.max(
    0,
    steps.findIndex((step) => step.id === props.current),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  // Only a step that the reader opened takes the focus: not the first of the page, nor one that
  // came from elsewhere, such as a notebook's cell.
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (!asked.current) return;
    asked.current = false;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView?.({ block: "nearest" });
  }, [at]);

  const open = (index: number) => {
    if (index === at) return heading.current?.focus();
    asked.current = true;
    props.onChange(steps[index]!.id);
  };
  const Heading = `h${level}` as "h2";
  const before = steps[at - 1];
  const after = steps[at + 1];
  return (
    <div class="gb-steps">
      <nav aria-label={`Steps of ${props.label}`}>
        <ol>
          {steps.map((step, index) => (
            <li key={step.id}>
              <button
                type="button"
                class="gb-step"
                aria-current={index === at ? "step" : undefined}
                onClick={() => open(index)}
              >
                <span class="gb-step-number">
                  {index + 1}
                  {step.begun && <span class="gb-step-mark" aria-hidden="true" />}
                </span>
                <span class="gb-step-label">
                  {step.label}
                  {step.begun && <span class="gb-spoken"> ({begunWord})</span>}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <section class="gb-step-open" aria-labelledby={id}>
        <Heading id={id} ref={heading} tabIndex={-1}>
          <span class="gb-step-count">
            Step {at + 1} of {steps.length}
          </span>{" "}
          {steps[at]?.label}
        </Heading>
        {props.children}
        <div class="gb-steps-ways">
          {before && (
            <Button onClick={() => open(at - 1)}>
              <span aria-hidden="true">← </span>
              <span class="gb-spoken">Back: </span>
              {before.label}
            </Button>
          )}
          {after && (
            <Button class="gb-steps-next" kind="accent" onClick={() => open(at + 1)}>
              <span class="gb-spoken">Next: </span>
              {after.label}
              <span aria-hidden="true"> →</span>
            </Button>
          )}
        </div>
      </section>
    </div>
  );
}
