import type { Payload } from "./alcohol/payload";

/** AUDIT's points: 0 to 40. */
const MOST = 40;
const CELLS = MOST + 1;
const percent = (points: number): string => `${(points / CELLS) * 100}%`;

export interface ScaleProps {
  zones: Payload["zones"];
  lowest: number;
  highest: number;
}

/** Where a sum lies among the zones; a sum with answers missing is a stretch, not a point. */
export function Scale({ zones, lowest, highest }: ScaleProps) {
  const where = lowest === highest ? `${lowest}` : `${lowest} to ${highest}`;
  const names = zones.map(({ name, from, to }) => `${name}: ${from} to ${to}`).join("; ");
  return (
    <div
      class="gb-dc-scale"
      role="img"
      aria-label={`A line from 0 to ${MOST}, marked at ${where}. Zones ${names}.`}
    >
      <div class="gb-dc-marker" style={{ left: percent(lowest), right: percent(MOST - highest) }}>
        <span>{where}</span>
      </div>
      <div class="gb-dc-zones">
        {zones.map(({ name, from, to }) => (
          <div key={name} style={{ flexGrow: to - from + 1 }}>
            {name}
            <small>{`${from}–${to}`}</small>
          </div>
        ))}
      </div>
    </div>
  );
}
