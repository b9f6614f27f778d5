import { useState } from "preact/hooks";
import { Button } from "./Button";

export interface CopyTextProps {
  /** What is copied. */
  text: string;
  /** What the button says. */
  children: string;
}

/** A button that copies a text; where copying is blocked, the text stands in a box to take. */
export function CopyText({ text, children }: CopyTextProps) {
  const [outcome, setOutcome] = useState<{ text: string; copied: boolean } | null>(null);
  // What was said of another text is no longer true.
  const said = outcome?.text === text ? outcome : null;
  const onClick = async () => {
    let copied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copied = false;
    }
    setOutcome({ text, copied });
  };
  return (
    <>
      <Button onClick={onClick}>{children}</Button>
      <span class="gb-copied" role="status">
        {said?.copied && "Copied."}
        {said && !said.copied && "Copying is blocked here; take the text from this box."}
      </span>
      {said && !said.copied && (
        <textarea
          class="gb-input gb-copy-box"
          readOnly
          rows={8}
          aria-label="The text to copy"
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
