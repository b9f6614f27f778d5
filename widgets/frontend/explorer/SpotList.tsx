import { useEffect, useRef } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { count } from "../shared/directory/summary";
import type { Directory } from "../shared/directory/table";
import { Badge } from "./Badges";
import type { Spot } from "./map/clusters";
import { mainCity } from "./map/pins";

export interface SpotListProps {
  directory: Directory;
  spot: Spot;
  onChoose: (row: number) => void;
  onClose: () => void;
}

/** More names than this belong into the list beside the map. */
const MOST = 60;

/** The rows that share one point of the map, for a cluster that zooming cannot part. */
export function SpotList({ directory, spot, onChoose, onClose }: SpotListProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [spot]);
  const rows = spot.rows(MOST).sort((a, b) => a - b);
  const city = mainCity(directory, rows);
  return (
    <section class="gb-spot" aria-label="Services at one point of the map">
      <div class="gb-spot-head">
        <h3 ref={heading} tabIndex={-1}>
          {count(spot.count)} services {city ? `near ${city}` : "at this point"}
        </h3>
        <Button icon="close" iconOnly kind="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row}>
            <button type="button" onClick={() => onChoose(row)}>
              <bdi>{directory.text("name", row)}</bdi>
            </button>
            <Badge directory={directory} row={row} />
          </li>
        ))}
      </ul>
      {spot.count > rows.length && (
        <p class="gb-quiet">And {count(spot.count - rows.length)} more in the list.</p>
      )}
    </section>
  );
}
