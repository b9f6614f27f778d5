import type { Evening } from "./Estimate";
import { number } from "./words";

/** Ends of the upright axis, in %. */
const TOPS = [0.04, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1, 2, 4, 8, 16];

/** The band as an area: words and numbers stand around it as text, so that they keep their size. */
export function BandChart({ curve, until, hours, words }: Evening) {
  const highest = Math.max(...curve.map(({ high }) => high));
  const top = TOPS.find((one) => one >= highest) ?? highest;
  const x = (hour: number): number => (hour / until) * 100;
  const y = (percent: number): number => 100 - (percent / top) * 100;
  const at = (hour: number, percent: number): string =>
    `${x(hour).toFixed(2)},${y(percent).toFixed(2)}`;
  const above = curve.map(({ hour, high }) => at(hour, high));
  const below = curve.map(({ hour, low }) => at(hour, low)).reverse();
  return (
    <div class="gb-dc-chart">
      <div class="gb-dc-upright" aria-hidden="true">
        <span>{number(top, 2)} %</span>
        <span>{number(top / 2, 2)} %</span>
        <span>0</span>
      </div>
      <div class="gb-dc-plot">
        {hours !== null && (
          <span aria-hidden="true" class="gb-dc-when" style={{ left: `${x(hours)}%` }}>
            {number(hours)} h
          </span>
        )}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={words}>
          <path class="gb-dc-grid" d="M0 0.5H100M0 50H100M0 99.5H100" />
          <polygon class="gb-dc-band" points={[...above, ...below].join(" ")} />
          {hours !== null && <path class="gb-dc-now" d={`M${x(hours)} 0V100`} />}
        </svg>
      </div>
      <div class="gb-dc-level" aria-hidden="true">
        <span>first drink</span>
        <span>{number(until / 2)} hours</span>
        <span>{number(until)} hours</span>
      </div>
    </div>
  );
}
