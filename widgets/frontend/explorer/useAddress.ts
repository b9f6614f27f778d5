import { useEffect, useRef } from "preact/hooks";
import { fromFragment, toFragment } from "../shared/directory/address";
import { FACETS } from "../shared/directory/filter";
import type { Change, ExplorerModel, Traits } from "./state";

/** Marks the history entries that are ours: `opened` is one that an opened card added. */
interface Mark {
  guidebook: true;
  opened: boolean;
}

const isOurs = (state: unknown): state is Mark =>
  typeof state === "object" && state !== null && "guidebook" in state;

/** The state of the explorer that may stand in an address. */
export function addressState(traits: Traits) {
  const { selected_id: entry, text, near, within_km, unit } = traits;
  return { facets: traits, entry, text, near, within_km, unit };
}

/** What a fragment says, as traits; text and place only where it has them. */
export function traitsOf(fragment: string): Partial<Traits> | null {
  const state = fromFragment(fragment);
  if (!state) return null;
  const traits: Partial<Traits> = { selected_id: state.entry };
  for (const facet of FACETS) traits[facet] = [...state.facets[facet]];
  if (state.text) traits.text = state.text;
  if (state.near) {
    traits.near = state.near;
    traits.within_km = state.within_km;
    traits.unit = state.unit;
  }
  return traits;
}

/**
 * Keep filters and the opened card in the page's fragment.
 *
 * Filters replace the current history entry; an opened card adds one, so that "back" closes it.
 * What is typed and where the reader is never go in.
 */
export function useAddress(
  model: ExplorerModel,
  enabled: boolean,
  traits: Traits,
  change: Change,
): void {
  const started = useRef(false);

  useEffect(() => {
    if (!enabled) return;
    const linked = traitsOf(location.hash);
    if (linked) change(linked);
    // A link to a card opens it without having added anything that "back" could take away.
    history.replaceState({ guidebook: true, opened: false } satisfies Mark, "");
    started.current = true;
    const onPop = (event: PopStateEvent) => {
      const there = traitsOf(location.hash);
      if (isOurs(event.state)) {
        // Filters chosen while the card was open stay: "back" closes the card, and no more.
        change({ selected_id: there?.selected_id ?? "" });
        write(false, model.get("selected_id") !== "" && event.state.opened);
      } else if (there) {
        change(there);
        write(false, false);
      }
    };
    const write = (push: boolean, opened: boolean) => put(model, push, opened);
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, [enabled, model, change]);

  const before = useRef(traits.selected_id);
  useEffect(() => {
    if (!enabled || !started.current) return;
    const was = before.current;
    const now = traits.selected_id;
    before.current = now;
    const opened = isOurs(history.state) && history.state.opened;
    const there = fromFragment(location.hash)?.entry ?? "";
    if (was && !now && opened && there) {
      history.back();
    } else {
      const push = !was && now !== "" && there !== now;
      put(model, push, push || (opened && now !== ""));
    }
  }, [enabled, model, traits.selected_id, ...FACETS.map((facet) => traits[facet])]);
}

/** Write the model's state into the address. */
function put(model: ExplorerModel, push: boolean, opened: boolean): void {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, model.get(facet) ?? []]));
  const fragment = toFragment({
    ...addressState({ ...facets, selected_id: model.get("selected_id") ?? "" } as Traits),
    text: "",
    near: null,
  });
  // An anchor of the page that is not ours stays as long as there is nothing to say.
  const foreign = location.hash !== "" && fromFragment(location.hash) === null;
  if (fragment === location.hash.slice(1) || (foreign && fragment === "")) return;
  const url = fragment ? `#${fragment}` : `${location.pathname}${location.search}`;
  const mark: Mark = { guidebook: true, opened };
  if (push) history.pushState(mark, "", url);
  else history.replaceState(mark, "", url);
}
