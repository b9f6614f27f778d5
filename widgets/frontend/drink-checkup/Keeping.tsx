import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { download } from "../shared/dom";
import { type Checkup, hasBegun } from "./alcohol/checkup";
import { checkSize, FILE_NAME, Refusal, readCheckup, writeCheckup } from "./alcohol/file";
import type { View } from "./view";
import { isoDay } from "./words";

export interface KeepingProps {
  view: View;
  /** Take another check-up in place of this one. */
  onReplace: (checkup: Checkup) => void;
  onClear: () => void;
  onPrint: () => void;
}

type Asked = { kind: "clear" } | { kind: "open"; found: Checkup };

/** Save to a file of the reader's own, open one, print, clear: nothing else keeps anything. */
export function Keeping({ view, onReplace, onClear, onPrint }: KeepingProps) {
  const { payload, checkup } = view;
  const file = useRef<HTMLInputElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState({ text: "", wrong: false });
  // Before the next key can be pressed.
  useLayoutEffect(() => {
    if (asked) question.current?.focus();
  }, [asked]);

  const tell = (text: string, wrong = false) => setSaid({ text, wrong });
  const save = () => {
    download(FILE_NAME, "application/json", writeCheckup(checkup, payload, isoDay(new Date())));
    tell(`Saved as ${FILE_NAME}. Look among your downloads.`);
  };
  const take = (found: Checkup) => {
    setAsked(null);
    onReplace(found);
    tell("The file was opened. What is in it stands here now.");
  };
  const open = async (chosen: File) => {
    try {
      checkSize(chosen.size, payload);
      const found = readCheckup(new Uint8Array(await chosen.arrayBuffer()), payload);
      // Only what would be lost has to be asked about.
      if (hasBegun(checkup)) setAsked({ kind: "open", found });
      else take(found);
    } catch (error) {
      if (!(error instanceof Refusal)) tell(payload.refusals.unreadable, true);
      else tell(error.message, true);
    }
  };
  const leave = () => {
    setAsked(null);
    buttons.current?.querySelector("button")?.focus();
  };

  return (
    <section class="gb-dc-keeping" aria-label="Keep it or clear it">
      <p class="gb-quiet">{payload.privacy}</p>
      <div class="gb-row" ref={buttons}>
        <Button icon="download" onClick={save}>
          Save to a file
        </Button>
        <Button onClick={() => file.current?.click()}>Open a file…</Button>
        <Button icon="print" onClick={onPrint}>
          Print the summary
        </Button>
        <Button
          onClick={() => {
            tell("");
            setAsked({ kind: "clear" });
          }}
        >
          Clear everything…
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="A check-up that was saved to a file"
        onChange={(event) => {
          const input = event.currentTarget;
          const chosen = input.files?.[0];
          tell("");
          setAsked(null);
          // The same file can be chosen again.
          if (chosen) void open(chosen).then(() => (input.value = ""));
        }}
      />
      {asked && (
        <fieldset class="gb-dc-asked" aria-label="Are you sure?">
          <p ref={question} tabIndex={-1}>
            {asked.kind === "clear"
              ? "Everything that you entered here goes, and cannot be brought back."
              : "What you entered here goes, and the file’s check-up takes its place."}
          </p>
          <div class="gb-row">
            <Button
              kind="accent"
              onClick={() => {
                if (asked.kind === "open") return take(asked.found);
                setAsked(null);
                onClear();
                tell("Everything was cleared.");
              }}
            >
              {asked.kind === "clear" ? "Clear it" : "Open the file"}
            </Button>
            <Button onClick={leave}>Keep what is here</Button>
          </div>
        </fieldset>
      )}
      <p class={said.wrong ? "gb-dc-said gb-dc-wrong" : "gb-dc-said"} role="status">
        {said.text}
      </p>
    </section>
  );
}
