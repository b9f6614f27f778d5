import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./Icon";
import { useDismiss } from "./useDismiss";
import { useUnique } from "./useUnique";

export interface DisclosureProps {
  label: string;
  /** How many choices inside are on; shown on the button and spoken. */
  active?: number;
  icon?: IconName;
  /** Called only while open, so that a closed menu costs nothing. */
  children: () => ComponentChildren;
}

/** A button that opens a panel under itself; Escape closes it and gives the focus back. */
export function Disclosure({ label, active = 0, icon, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useUnique();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useDismiss(open, root, (giveFocusBack) => {
    setOpen(false);
    if (giveFocusBack) {
      button.current?.focus();
    }
  });
  return (
    <div class="gb-disclosure" ref={root}>
      <button
        type="button"
        ref={button}
        class={`gb-button gb-button-plain ${active > 0 ? "gb-on" : ""}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {icon && <Icon name={icon} />}
        <span class="gb-button-words">
          {label}
          {active > 0 && (
            <>
              {" "}
              <span aria-hidden="true">{active}</span>
              <span class="gb-spoken">, {active} on</span>
            </>
          )}
        </span>
        <Icon name="chevron" />
      </button>
      {open && (
        <div class="gb-panel" id={id}>
          {children()}
        </div>
      )}
    </div>
  );
}
