import { useTraits } from "../shared/useTraits";
import { Card } from "./Card";
import { Differences } from "./Differences";
import { Ordering } from "./Ordering";
import { Real } from "./Real";
import { callFor } from "./response";
import { type PracticeModel, TRAITS } from "./state";
import { WalkThrough } from "./WalkThrough";

/** Practising the response: whom to call, the order of the steps, a situation, and a card. */
export function ResponsePractice({ model }: { model: PracticeModel }) {
  const [traits, change] = useTraits(model, TRAITS);
  const content = model.get("_payload");
  const { help_url = "", address } = model.get("_options") ?? {};
  const call = callFor(content.calls, traits.country);
  // An address that is right in the book's page leads nowhere in a notebook.
  const help = address !== undefined || /^https?:/.test(help_url) ? help_url : "";
  return (
    <div
      class="gb-response"
      // JupyterLab takes letters and arrows for its own, unless the element with the focus says so.
      onFocusCapture={({ target }) =>
        (target as Element).setAttribute("data-lm-suppress-shortcuts", "")
      }
    >
      <Real
        content={content}
        call={call}
        help={help}
        onCountry={(country) => change({ country })}
      />
      <div class="gb-response-screen">
        <p class="gb-response-note">
          <strong>Content note.</strong> {content.content_note} {content.advice}
        </p>
        <Ordering content={content} order={traits.order} onOrder={(order) => change({ order })} />
        <WalkThrough content={content} traits={traits} change={change} />
        <Differences content={content} />
      </div>
      <Card content={content} call={call} />
    </div>
  );
}
