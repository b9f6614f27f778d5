import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { LiveRegion } from "../shared/controls/LiveRegion";
import { useUnique } from "../shared/controls/useUnique";
import { leftOf, linesOf, nextPending, pendingOf } from "./edits";
import { applied, type Suggestion, suggestions } from "./fit";
import { MarkCard } from "./MarkCard";
import { Marked } from "./Marked";
import type { Reviewer, Span } from "./review";
import { SAMPLE } from "./sample";
import { type HelperModel, useHelper } from "./state";
import { useReviewed } from "./useReviewed";
import { oneLine, summary } from "./words";

/** Where the focus goes once the view is drawn. */
type Aim = "card" | "result" | "box" | number | null;

/** A box for a text, and the same text with its marks, each with a reason and ways to say it. */
export function LanguageHelper({ model, reviewer }: { model: HelperModel; reviewer: Reviewer }) {
  const { text, left, type, set, undo } = useHelper(model);
  const [reviewed, settle] = useReviewed(text);
  const spans = useMemo(() => reviewer.review(reviewed), [reviewer, reviewed]);
  const pending = useMemo(() => pendingOf(reviewed, spans, left), [reviewed, spans, left]);
  const lines = useMemo(() => linesOf(reviewed, spans), [reviewed, spans]);
  const [cursor, setCursor] = useState(-1);
  const [said, setSaid] = useState("");
  const [copied, setCopied] = useState<"" | "yes" | "no">("");
  const open = spans.find(({ start }) => start === cursor);
  const offered = useMemo(() => (open ? suggestions(reviewed, open) : []), [reviewed, open]);

  const box = useRef<HTMLTextAreaElement>(null);
  const result = useRef<HTMLHeadingElement>(null);
  const card = useRef<HTMLElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const aim = useRef<Aim>(null);
  const ids = { box: useUnique(), privacy: useUnique(), card: useUnique() };
  const words = summary(spans.length, pending.size);

  useEffect(() => {
    const wanted = aim.current;
    if (wanted === null) return;
    aim.current = null;
    const mark = `[data-start="${wanted}"]`;
    const target =
      typeof wanted === "number"
        ? root.current?.querySelector<HTMLElement>(mark)
        : { card, result, box }[wanted].current;
    (target ?? result.current)?.focus();
  });

  const show = (span: Span | undefined, orElse: Aim = "result") => {
    setCursor(span?.start ?? -1);
    aim.current = span ? "card" : orElse;
  };
  const close = () => {
    aim.current = cursor;
    setCursor(-1);
  };
  /** Change the text by one step that can be taken back. */
  const replace = (next: string) => {
    set({ text: next });
    settle(next);
    setCopied("");
  };
  const accept = (one: Suggestion) => {
    // What was typed since the marks were drawn would be lost.
    if (!open || reviewed !== text) return;
    const next = applied(text, one);
    replace(next);
    const after = reviewer.review(next);
    const undecided = pendingOf(next, after, model.get("left") ?? []);
    setSaid(
      `“${oneLine(open.text)}” is now “${oneLine(one.words)}”. ${summary(after.length, undecided.size)}`,
    );
    show(nextPending(after, undecided, one.start + one.words.length));
  };
  const leave = () => {
    if (!open || reviewed !== text) return;
    const [start, phrase] = leftOf(text, open);
    const rest = left.filter(([other, same]) => other !== start || same !== phrase);
    const leaves = pending.has(open);
    const next = leaves ? [...rest, [start, phrase] as const] : rest;
    set({ left: next });
    const undecided = pendingOf(text, spans, next);
    setSaid(
      `“${oneLine(phrase)}” ${leaves ? "stays" : "is marked again"}. ${summary(spans.length, undecided.size)}`,
    );
    if (leaves) show(nextPending(spans, undecided, open.end));
  };
  const move = (step: 1 | -1) => {
    if (!open) return;
    const at = spans.indexOf(open) + step;
    show(spans[(at + spans.length) % spans.length]);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("yes");
    } catch {
      setCopied("no");
      box.current?.focus();
      box.current?.select();
    }
  };

  return (
    <div
      class="gb-words"
      ref={root}
      // JupyterLab takes letters for its own, unless the very element that has the focus says not to.
      onFocusCapture={({ target }) =>
        (target as Element).setAttribute("data-lm-suppress-shortcuts", "")
      }
    >
      <label class="gb-words-label" for={ids.box}>
        Your text
      </label>
      <textarea
        id={ids.box}
        ref={box}
        class="gb-input gb-words-box"
        rows={7}
        dir="auto"
        value={text}
        aria-describedby={ids.privacy}
        placeholder="Type here, or paste: a leaflet, a chart note, a news story."
        // Spelling and grammar helpers of browsers may send what is typed to their makers.
        spellcheck={false}
        autocomplete="off"
        data-gramm="false"
        data-enable-grammarly="false"
        translate={false}
        onInput={({ currentTarget }) => {
          type(currentTarget.value);
          setCursor(-1);
          setCopied("");
          setSaid("");
        }}
      />
      <p class="gb-words-quiet gb-words-privacy" id={ids.privacy}>
        {model.get("_options")?.address === undefined
          ? "What you type goes to the Python that runs this notebook, and nowhere else. On Binder that is somebody else’s computer."
          : "What you type stays in this page. It is not sent and not kept: close the page, and it is gone."}
      </p>
      <div class="gb-words-actions gb-words-tools">
        {!text && (
          <Button
            kind="accent"
            onClick={() => {
              const { length } = reviewer.review(SAMPLE);
              replace(SAMPLE);
              show(undefined);
              setSaid(`An example. ${summary(length, length)}`);
            }}
          >
            Try an example
          </Button>
        )}
        {text && (
          <>
            <Button onClick={copy}>Copy the text</Button>
            <Button
              onClick={() => {
                replace("");
                show(undefined, "box");
                setSaid("The box is empty.");
              }}
            >
              Clear
            </Button>
          </>
        )}
        <Button
          disabled={undo === null}
          onClick={() => {
            // A button that can do no more loses the focus.
            if (!undo?.()) aim.current = model.get("text") ? "result" : "box";
            settle(model.get("text"));
            setCursor(-1);
            setSaid("One step back.");
          }}
        >
          Undo
        </Button>
        <span role="status" class="gb-words-quiet">
          {copied === "yes" && "Copied."}
          {copied === "no" && "Copying is blocked here; the text in the box is selected instead."}
        </span>
      </div>
      {text && (
        <section aria-label="Your text, with marks">
          <h3 ref={result} tabIndex={-1} class="gb-words-summary">
            {words}
          </h3>
          {spans.length > 0 && (
            <p class="gb-words-quiet gb-words-tools">
              Press a mark for the reason, and for other words. Quotations and names of groups are
              left alone. Read each sentence again afterwards: its grammar may need your hand.
            </p>
          )}
          <Marked
            lines={lines}
            pending={pending}
            open={open}
            card={ids.card}
            onOpen={(span) => (span === open ? close() : show(span))}
          >
            {open && (
              <MarkCard
                key={open.start}
                id={ids.card}
                span={open}
                place={[spans.indexOf(open) + 1, spans.length]}
                suggestions={offered}
                left={!pending.has(open)}
                cardRef={card}
                onAccept={accept}
                onLeave={leave}
                onMove={move}
                onClose={close}
              />
            )}
          </Marked>
        </section>
      )}
      <LiveRegion message={said || (text ? words : "")} />
    </div>
  );
}
