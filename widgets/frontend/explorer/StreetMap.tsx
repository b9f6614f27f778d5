import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { useDismiss } from "../shared/controls/useDismiss";

export interface StreetMapProps {
  on: boolean;
  onChange: (on: boolean) => void;
}

/** Offers street tiles, and says what asking for them tells; the choice is not remembered. */
export function StreetMap({ on, onChange }: StreetMapProps) {
  const [asking, setAsking] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  const close = (giveFocusBack: boolean) => {
    setAsking(false);
    if (giveFocusBack) button.current?.focus();
  };
  useDismiss(asking, root, close);
  useEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);
  const answer = (yes: boolean) => {
    close(true);
    onChange(yes);
  };
  return (
    <div class="gb-streets" ref={root}>
      <Button
        buttonRef={button}
        icon="map"
        expanded={on ? undefined : asking}
        onClick={() => (on ? onChange(false) : setAsking(!asking))}
      >
        {on ? "Leave the street map" : "Street map…"}
      </Button>
      {asking && (
        <div class="gb-panel gb-streets-ask">
          <p ref={question} tabIndex={-1}>
            Streets are drawn by OpenStreetMap’s server. It will see your network address and which
            part of the map you look at; until now nothing has left your device. This choice is not
            remembered.
          </p>
          <div class="gb-row">
            <Button kind="accent" onClick={() => answer(true)}>
              Show streets
            </Button>
            <Button onClick={() => answer(false)}>Not now</Button>
          </div>
        </div>
      )}
    </div>
  );
}
