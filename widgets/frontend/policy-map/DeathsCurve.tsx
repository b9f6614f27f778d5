import { curveOf, curveWords } from "./curve";
import { deathsIn, number, type Payload } from "./laws";

export interface DeathsCurveProps {
  payload: Payload;
  year: number;
  width: number;
}

const HEIGHT = 270;

/** Deaths of each year as a line; a provisional count is a hollow mark on a dashed line. */
export function DeathsCurve({ payload, year, width }: DeathsCurveProps) {
  const { deaths, first, last } = payload;
  const curve = curveOf(deaths, first, last, width, HEIGHT);
  const line = (points: readonly { x: number; y: number }[]) =>
    points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  const at = curve.x(year);
  const [now] = curve.final.filter((point) => point.year === year);
  const early = curve.provisional[curve.provisional.length - 1];
  const right = at > width - 120;
  return (
    <figure class="gb-policy-curve">
      <figcaption>
        Deaths by overdose, United States
        <span>{deathsIn(payload, year)}</span>
      </figcaption>
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={`${curveWords(deaths)} ${deathsIn(payload, year)}`}
      >
        {curve.rows.map((row) => (
          <g key={row.deaths}>
            <line class="gb-policy-rule" x1={40} x2={width} y1={row.y} y2={row.y} />
            <text class="gb-policy-tick" x={36} y={row.y} text-anchor="end">
              {row.deaths >= 1000 ? `${row.deaths / 1000}k` : row.deaths}
            </text>
          </g>
        ))}
        {curve.columns.map((column) => (
          <text
            key={column.year}
            class="gb-policy-tick"
            x={column.x}
            y={HEIGHT - 12}
            text-anchor="middle"
          >
            {column.year}
          </text>
        ))}
        <line class="gb-policy-now" x1={at} x2={at} y1={14} y2={HEIGHT - 28} />
        <text
          class="gb-policy-tick gb-policy-now-year"
          x={right ? at - 6 : at + 6}
          y={20}
          text-anchor={right ? "end" : "start"}
        >
          {year}
          {now && `: ${number(now.deaths)}`}
        </text>
        <polyline class="gb-policy-final" points={line(curve.final)} />
        <polyline class="gb-policy-provisional" points={line(curve.provisional)} />
        {curve.provisional.map(({ x, y, year: of }) => (
          <path key={of} class="gb-policy-provisional-mark" d={`M${x},${y - 5}l5,5l-5,5l-5,-5Z`} />
        ))}
        {now && <circle class="gb-policy-now-mark" cx={now.x} cy={now.y} r={5.5} />}
        {early && (
          <text
            class="gb-policy-tick gb-policy-early"
            x={width - 2}
            y={HEIGHT - 44}
            text-anchor="end"
          >
            ◇ provisional
          </text>
        )}
        <text
          class="gb-policy-tick gb-policy-early"
          x={width - 2}
          y={HEIGHT - 62}
          text-anchor="end"
        >
          — final
        </text>
      </svg>
    </figure>
  );
}
