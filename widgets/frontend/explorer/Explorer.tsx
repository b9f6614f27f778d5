import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Button } from "../shared/controls/Button";
import { LiveRegion } from "../shared/controls/LiveRegion";
import { useUnique } from "../shared/controls/useUnique";
import { apply } from "../shared/directory/filter";
import { prepareSearch } from "../shared/directory/search";
import { count, summary } from "../shared/directory/summary";
import type { Directory } from "../shared/directory/table";
import { resource } from "../shared/resource";
import { useTraits } from "../shared/useTraits";
import { Chips } from "./Chips";
import type { CardContext } from "./DetailCard";
import { FacetMenu } from "./FacetMenu";
import { HandOut } from "./HandOut";
import { Highlight } from "./highlight";
import { MapView } from "./MapView";
import { NearControl } from "./NearControl";
import { ResultList } from "./ResultList";
import { SearchBox } from "./SearchBox";
import { Share } from "./Share";
import { type ExplorerModel, TRAITS, useQuery } from "./state";
import { useAddress } from "./useAddress";
import { usePrint } from "./usePrint";
import { useWide } from "./useWide";
import { FACET_ORDER } from "./words";

export interface ExplorerProps {
  model: ExplorerModel;
  directory: Directory;
}

/** From this size on typing waits for a pause. */
const LARGE = 5000;

/** The directory explorer: what is asked, the results as a list, and the same on a map. */
export function Explorer({ model, directory }: ExplorerProps) {
  const [traits, change] = useTraits(model, TRAITS);
  const query = useQuery(traits);
  const result = useMemo(() => apply(directory, query), [directory, query]);
  const options = traits._options;
  const fromPage = options.address === true;
  useAddress(model, fromPage, traits, change);

  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wide = useWide(root);
  const apartHeading = useUnique();
  const [mapOpen, setMapOpen] = useState(false);
  const highlight = useMemo(() => new Highlight(), []);
  const focus = useRef(-1) as CardContext["focus"];
  const load = useCallback((name: string) => resource(model, name), [model]);
  useEffect(() => prepareSearch(directory), [directory]);

  const selected = traits.selected_id ? directory.find(traits.selected_id) : -1;
  const inResults =
    selected >= 0 && (result.shown.includes(selected) || result.apart.includes(selected));
  const strays = useMemo(() => Uint32Array.of(...(selected < 0 ? [] : [selected])), [selected]);
  const context = useMemo<CardContext>(
    () => ({ unit: traits.unit, options, focus }),
    [traits.unit, options],
  );

  const toggle = useCallback(
    (row: number) => {
      const id = directory.text("id", row);
      const isOpen = model.get("selected_id") === id;
      focus.current = row;
      change({ selected_id: isOpen ? "" : id });
    },
    [directory, model, change],
  );
  const choose = useCallback(
    (row: number) => {
      focus.current = row;
      change({ selected_id: directory.text("id", row) });
    },
    [directory, change],
  );
  // A card that goes, by "back" too, leaves the focus that was in it to its heading.
  const opened = useRef(selected);
  if (opened.current !== selected) {
    const card = list.current?.querySelector(`[data-row="${opened.current}"]`);
    if (focus.current < 0 && card?.contains(document.activeElement)) focus.current = opened.current;
    opened.current = selected;
  }
  useEffect(() => {
    if (selected >= 0) reveal(list.current, selected, wide);
  }, [selected, wide]);

  const shown = useRef(result);
  // Remembered and not asked: asking would have the browser lay out the page once more.
  const scrolled = useRef(false);
  useEffect(() => {
    // Other results are read from their start.
    if (shown.current !== result && scrolled.current && list.current) list.current.scrollTop = 0;
    shown.current = result;
  }, [result]);

  const showMap = options.map !== false && (wide || mapOpen);
  const printed = usePrint(() => <HandOut directory={directory} result={result} traits={traits} />);
  const words = summary(result);
  const apart = result.apart.length;
  const spoken = apart > 0 ? `${words}; ${count(apart)} more reach further` : words;
  const cards = { directory, highlight, context, onToggle: toggle, selected };

  return (
    <div
      class={`gb-explorer ${wide ? "gb-wide" : "gb-narrow"}`}
      ref={root}
      // JupyterLab takes letters and arrows for its own ("b" adds a cell), unless the very element
      // that has the focus says otherwise.
      onFocusCapture={({ target }) =>
        (target as Element).setAttribute("data-lm-suppress-shortcuts", "")
      }
      style={traits.height ? { "--gb-height": traits.height } : undefined}
    >
      <div class="gb-screen">
        {/* biome-ignore lint/a11y/useSemanticElements: browsers of 2021 do not know <search> */}
        <div role="search" aria-label="The directory">
          <div class="gb-ask">
            <SearchBox
              text={traits.text}
              delay={directory.count > LARGE ? 120 : 0}
              onChange={(text) => change({ text })}
            />
            <NearControl
              near={traits.near}
              within_km={traits.within_km}
              unit={traits.unit}
              kernel={!fromPage}
              load={load}
              change={change}
            />
          </div>
          <fieldset class="gb-facets" aria-label="Filters">
            {FACET_ORDER.map((facet) => (
              <FacetMenu
                key={facet}
                directory={directory}
                query={query}
                facet={facet}
                onChange={(chosen) => change({ [facet]: chosen })}
              />
            ))}
          </fieldset>
        </div>
        <div class="gb-state">
          <Chips
            directory={directory}
            query={query}
            change={change}
            onGone={() => heading.current?.focus()}
          />
          <p class="gb-summary">
            <span>{words}</span>
            {apart > 0 && (
              <span>
                ; {count(apart)} {apart === 1 ? "reaches" : "reach"} further
              </span>
            )}
          </p>
          <Share directory={directory} result={result} traits={traits} />
          {options.map !== false && !wide && (
            <Button
              icon={mapOpen ? "list" : "map"}
              expanded={mapOpen}
              onClick={() => setMapOpen(!mapOpen)}
            >
              {mapOpen ? "Hide map" : "Show map"}
            </Button>
          )}
        </div>
        <LiveRegion message={spoken} />
        {showMap && wide && (
          <Button
            class="gb-skip"
            onClick={() => root.current?.querySelector<HTMLElement>(".gb-map-frame")?.focus()}
          >
            Skip the list, go to the map
          </Button>
        )}
        <div class={`gb-body ${showMap ? "gb-with-map" : ""}`}>
          <div
            class="gb-results"
            ref={list}
            onScroll={({ currentTarget }) => {
              scrolled.current = currentTarget.scrollTop > 0;
            }}
          >
            <h2 class="gb-spoken" ref={heading} tabIndex={-1}>
              Results
            </h2>
            {selected >= 0 && !inResults && (
              <>
                <p class="gb-quiet">This entry is not among the results of your filters:</p>
                <ResultList {...cards} rows={strays} distances={null} />
                <hr />
              </>
            )}
            {result.shown.length === 0 && <Nothing near={traits.near !== null} apart={apart} />}
            <ResultList {...cards} rows={result.shown} distances={result.distance_km} />
            {apart > 0 && (
              <section class="gb-apart" aria-labelledby={apartHeading}>
                <h2 id={apartHeading}>
                  Reaching further <span class="gb-count">{count(apart)}</span>
                </h2>
                <p class="gb-quiet">
                  National, international and online: wherever you are, so without a distance.
                </p>
                <ResultList {...cards} rows={result.apart} distances={null} />
              </section>
            )}
          </div>
          {showMap && (
            <MapView
              directory={directory}
              result={result}
              near={traits.near}
              within_km={traits.within_km}
              selected={selected}
              highlight={highlight}
              load={load}
              onChoose={choose}
            />
          )}
        </div>
      </div>
      <div ref={printed} />
    </div>
  );
}

function Nothing({ near, apart }: { near: boolean; apart: number }) {
  return (
    <p class="gb-nothing">
      Nothing here matches all of that.{" "}
      {near
        ? "Try a wider distance, or take a filter off."
        : "Try fewer letters, or take a filter off."}
      {apart > 0 && " What reaches further stands below."}
    </p>
  );
}

/** Scroll an opened card into sight: all of it if it fits, otherwise from its top. */
function reveal(list: HTMLElement | null, row: number, wide: boolean): void {
  const item = list?.querySelector<HTMLElement>(`[data-row="${row}"]`);
  if (!list || !item) return;
  const card = item.getBoundingClientRect();
  if (wide) {
    const frame = list.getBoundingClientRect();
    const above = card.top - frame.top;
    const below = card.bottom - frame.bottom;
    if (above < 0) list.scrollTop += above;
    else if (below > 0) list.scrollTop += Math.min(above, below);
  } else if (card.top < 0 || card.top > innerHeight * 0.7) {
    item.scrollIntoView({ block: "start" });
  }
}
