import type { ComponentChildren, JSX, Ref } from "preact";
import { Icon, type IconName } from "./Icon";

export interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  /** `plain` has an edge, `accent` is filled, `quiet` looks like a link. */
  kind?: "plain" | "accent" | "quiet";
  icon?: IconName;
  /** Shows only the icon; the children become its spoken name. */
  iconOnly?: boolean;
  /** For a button that is on or off. */
  pressed?: boolean;
  expanded?: boolean;
  controls?: string;
  describedBy?: string;
  disabled?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  class?: string;
}

/** A real button with a spoken name, a visible focus and a target of 44 px on touch. */
export function Button(props: ButtonProps): JSX.Element {
  const { kind = "plain", icon, iconOnly = false } = props;
  return (
    <button
      type="button"
      ref={props.buttonRef}
      class={`gb-button gb-button-${kind} ${iconOnly ? "gb-button-icon" : ""} ${props.class ?? ""}`}
      onClick={props.onClick}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      aria-describedby={props.describedBy}
      disabled={props.disabled}
    >
      {icon && <Icon name={icon} />}
      <span class={iconOnly ? "gb-spoken" : "gb-button-words"}>{props.children}</span>
    </button>
  );
}
