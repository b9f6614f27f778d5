import { Icon } from "./Icon";
import { useUnique } from "./useUnique";

export interface RangeProps {
  label: string;
  min: number;
  max: number;
  step?: number;
  value: number;
  /** The value in words, shown above the slider and spoken; the bare number when left out. */
  valueText?: string;
  /** The names of the two buttons, such as "One year earlier" and "One year later". */
  back?: string;
  forward?: string;
  onChange: (value: number) => void;
}

/**
 * A slider with its label, its value in words, its ends, and a button for a step either way.
 *
 * The slider is the browser's own, so arrow keys, Page Up and Down, Home and End work as people
 * know them; the buttons are for fingers that cannot hold a thumb still. Styles: range.css.
 */
export function Range(props: RangeProps) {
  const { label, min, max, step = 1, value, valueText = String(value), onChange } = props;
  const { back = "One step back", forward = "One step forward" } = props;
  const id = useUnique();
  const move = (to: number) => onChange(Math.min(max, Math.max(min, to)));
  return (
    <div class="gb-range">
      <div class="gb-range-head">
        <label for={id}>{label}</label>
        <output for={id} aria-hidden="true">
          {valueText}
        </output>
      </div>
      <div class="gb-range-row">
        <StepButton
          icon="minus"
          name={back}
          off={value <= min}
          onPress={() => move(value - step)}
        />
        <div class="gb-range-track">
          <input
            id={id}
            type="range"
            min={min}
            max={max}
            step={step}
            value={value}
            aria-valuetext={valueText}
            onInput={(event) => move(Number(event.currentTarget.value))}
          />
          <div class="gb-range-ends" aria-hidden="true">
            <span>{min}</span>
            <span>{max}</span>
          </div>
        </div>
        <StepButton
          icon="plus"
          name={forward}
          off={value >= max}
          onPress={() => move(value + step)}
        />
      </div>
    </div>
  );
}

interface StepButtonProps {
  icon: "minus" | "plus";
  name: string;
  off: boolean;
  onPress: () => void;
}

/** Stays in the order of the Tab key at an end: a button that vanishes takes the focus with it. */
function StepButton({ icon, name, off, onPress }: StepButtonProps) {
  return (
    <button
      type="button"
      class="gb-button gb-button-plain gb-button-icon"
      aria-disabled={off}
      onClick={() => off || onPress()}
    >
      <Icon name={icon} />
      <span class="gb-spoken">{name}</span>
    </button>
  );
}
