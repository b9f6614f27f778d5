import { Icon } from "./Icon";

export interface ChipProps {
  /** What is on, for instance "Naloxone". */
  label: string;
  /** What it belongs to, for instance "Services"; part of the spoken name. */
  group: string;
  onRemove: () => void;
}

/** A filter that is on; pressing it takes the filter off. */
export function Chip({ label, group, onRemove }: ChipProps) {
  return (
    <button
      type="button"
      class="gb-chip"
      onClick={onRemove}
      aria-label={`Remove filter ${group}: ${label}`}
    >
      <bdi>{label}</bdi>
      <Icon name="close" />
    </button>
  );
}
