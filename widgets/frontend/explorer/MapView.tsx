import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { useDismiss } from "../shared/controls/useDismiss";
import { useUnique } from "../shared/controls/useUnique";
import type { Near, Result } from "../shared/directory/filter";
import type { Load } from "../shared/directory/places";
import type { Directory } from "../shared/directory/table";
import type { Highlight } from "./highlight";
import { Legend } from "./Legend";
import type { Spot } from "./map/clusters";
import { loadMapCode, type MapCode } from "./map/code";
import type { Point } from "./map/extent";
import type { GuideMap } from "./map/GuideMap";
import { SpotList } from "./SpotList";
import { StreetMap } from "./StreetMap";

export interface MapViewProps {
  directory: Directory;
  result: Result;
  near: Near | null;
  within_km: number | null;
  selected: number;
  highlight: Highlight;
  load: Load;
  onChoose: (row: number) => void;
}

/** More rows than this wait until the list has been painted; fewer come in the same frame. */
const MANY = 12_000;

/** The map beside the list: never the only way to anything. */
export function MapView(props: MapViewProps) {
  const { directory, result, near, within_km, selected, highlight } = props;
  const frame = useRef<HTMLElement>(null);
  const guide = useRef<GuideMap | null>(null);
  const [visible, setVisible] = useState(false);
  const [code, setCode] = useState<MapCode | null>(null);
  const [failed, setFailed] = useState(false);
  const [away, setAway] = useState(false);
  const [streets, setStreets] = useState(false);
  const [spot, setSpot] = useState<Spot | null>(null);
  const help = useUnique();
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    // The map, its borders and its towns are asked for once somebody can see them.
    const seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setVisible(true);
    });
    if (frame.current) seen.observe(frame.current);
    return () => seen.disconnect();
  }, []);

  useEffect(() => {
    if (!visible || failed) return;
    let gone = false;
    loadMapCode(latest.current.load).then(
      (loaded) => !gone && setCode(() => loaded),
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [visible, failed]);

  useLayoutEffect(() => {
    if (!code || !frame.current) return;
    const map = new code(
      frame.current,
      directory,
      {
        choose: (row) => latest.current.onChoose(row),
        list: setSpot,
        point: (rows) => highlight.set(rows),
        moved: setAway,
      },
      latest.current.load,
    );
    guide.current = map;
    const stop = highlight.listen((rows) => map.highlight(rows, latest.current.selected));
    return () => {
      stop();
      guide.current = null;
      map.destroy();
    };
  }, [code, directory, highlight]);

  const many = result.shown.length >= MANY;
  const draw = () => {
    setSpot(null);
    guide.current?.setScene({ rows: placedRows(directory, result), near, within_km });
  };
  const scene = [code, directory, result, near, within_km];
  useLayoutEffect(() => {
    if (!many) draw();
  }, scene);
  useEffect(() => {
    if (many) draw();
  }, scene);

  useEffect(() => {
    guide.current?.highlight(highlight.rows, selected);
    // An entry that the filters leave out has no pin: moving there would show an empty place.
    if (selected >= 0 && directory.hasPosition(selected) && result.shown.includes(selected)) {
      guide.current?.bringIntoView(pointOf(directory, selected));
    }
  }, [code, directory, highlight, selected, result]);

  const listRoot = useRef<HTMLDivElement>(null);
  const closeList = (giveFocusBack: boolean) => {
    const first = spot?.rows(1)[0];
    setSpot(null);
    if (giveFocusBack && first !== undefined) guide.current?.focusRow(first);
  };
  useDismiss(spot !== null, listRoot, closeList);

  return (
    <div class="gb-map">
      <p class="gb-spoken" id={help}>
        The list holds everything that is on the map. Arrow keys move the map, plus and minus zoom.
      </p>
      {failed && (
        <p class="gb-map-failed" role="alert">
          The map could not be loaded. The list holds all that would be on it.{" "}
          <Button
            onClick={() => {
              frame.current?.focus();
              setFailed(false);
            }}
          >
            Try again
          </Button>
        </p>
      )}
      {code && (
        <div class="gb-map-tools">
          <Button icon="plus" iconOnly onClick={() => guide.current?.zoomBy(1)}>
            Zoom in
          </Button>
          <Button icon="minus" iconOnly onClick={() => guide.current?.zoomBy(-1)}>
            Zoom out
          </Button>
          {away && (
            <Button icon="fit" onClick={() => guide.current?.fit()}>
              Fit to results
            </Button>
          )}
          <StreetMap
            on={streets}
            onChange={(on) => {
              setStreets(on);
              guide.current?.setStreets(on);
            }}
          />
        </div>
      )}
      <section
        class="gb-map-frame"
        ref={frame}
        aria-label="Map of the results"
        aria-describedby={help}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys pan the map
        tabIndex={0}
      />
      <div ref={listRoot}>
        {spot && (
          <SpotList
            directory={directory}
            spot={spot}
            onChoose={(row) => {
              setSpot(null);
              props.onChoose(row);
            }}
            onClose={() => closeList(true)}
          />
        )}
      </div>
      <Legend streets={streets} />
    </div>
  );
}

function pointOf(directory: Directory, row: number): Point {
  const { latitude, longitude } = directory.positions;
  return { latitude: latitude[row]!, longitude: longitude[row]! };
}

function placedRows(directory: Directory, { shown }: Result): Uint32Array {
  const { latitude, longitude } = directory.positions;
  const rows = new Uint32Array(shown.length);
  let placed = 0;
  for (const row of shown) {
    if (Number.isNaN(latitude[row]!) || Number.isNaN(longitude[row]!)) continue;
    rows[placed] = row;
    placed += 1;
  }
  return rows.subarray(0, placed);
}
