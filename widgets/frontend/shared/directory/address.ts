import { EMPTY_QUERY, FACETS, type Facet, type Near } from "./filter";

/**
 * What of an explorer's state can stand in the fragment of an address.
 *
 * The fragment is never sent to a server. Typed text and position enter it only in a link that
 * the reader asked to copy.
 */
export interface AddressState {
  readonly facets: { readonly [Name in Facet]: readonly string[] };
  /** The id of the opened entry, or "". */
  readonly entry: string;
  readonly text: string;
  readonly near: Near | null;
  /** With `near`: the radius in km, `null` for no limit. */
  readonly within_km: number | null;
  /** With `near`: the unit that distances are shown in. */
  readonly unit: "km" | "mi";
}

export const EMPTY_ADDRESS: AddressState = {
  facets: EMPTY_QUERY,
  entry: "",
  text: "",
  near: null,
  within_km: null,
  unit: "km",
};

/** Decimal places of a position in a link: about one metre. */
const DIGITS = 5;
/** In the place of a radius: none. */
const NO_LIMIT = "any";

/**
 * The fragment for a state, without `#`; "" for a state without filters.
 *
 * With `complete` the typed text and the position are in it; only "copy link" says so.
 */
export function toFragment(state: AddressState, { complete = false } = {}): string {
  const parts: string[] = [];
  for (const facet of FACETS) {
    const values = state.facets[facet];
    if (values.length > 0) parts.push(`${facet}=${list(values)}`);
  }
  if (complete && state.text.trim() !== "") parts.push(`text=${encodeURIComponent(state.text)}`);
  if (complete && state.near !== null) {
    const { latitude, longitude, label } = state.near;
    parts.push(`near=${list([degrees(latitude), degrees(longitude), label])}`);
    parts.push(`within=${state.within_km ?? NO_LIMIT}`);
    parts.push(`unit=${state.unit}`);
  }
  if (state.entry !== "") parts.push(`entry=${encodeURIComponent(state.entry)}`);
  return parts.join("&");
}

/**
 * The state that a fragment holds, with or without its `#`.
 *
 * `null` for one that is not ours, such as the anchor of a heading; parts that are not
 * understood are passed over.
 */
export function fromFragment(fragment: string): AddressState | null {
  const parts = new Map<string, string>();
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    if (at > 0) parts.set(part.slice(0, at), part.slice(at + 1));
  }
  const names = [...FACETS, "text", "near", "entry"];
  if (!names.some((name) => parts.has(name))) return null;
  const facets = Object.fromEntries(
    FACETS.map((facet) => [facet, values(parts.get(facet) ?? "")]),
  ) as Record<Facet, string[]>;
  const near = position((parts.get("near") ?? "").split(";").map(decode));
  return {
    facets,
    entry: decode(parts.get("entry") ?? ""),
    text: decode(parts.get("text") ?? ""),
    near,
    within_km: near === null ? null : radius(parts.get("within")),
    unit: near !== null && parts.get("unit") === "mi" ? "mi" : "km",
  };
}

function list(items: readonly string[]): string {
  return items.map(encodeURIComponent).join(";");
}

function values(text: string): string[] {
  return [...new Set(text.split(";").map(decode))].filter(Boolean);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A link cut off in the middle of a letter.
    return text;
  }
}

function degrees(value: number): string {
  return String(Number(value.toFixed(DIGITS)));
}

function position(parts: readonly string[]): Near | null {
  const [latitude = "", longitude = "", label = ""] = parts;
  if (latitude === "" || longitude === "") return null;
  const near = { latitude: Number(latitude), longitude: Number(longitude), label };
  const isOnEarth = Math.abs(near.latitude) <= 90 && Math.abs(near.longitude) <= 180;
  return isOnEarth ? near : null;
}

function radius(text: string | undefined): number | null {
  const km = Number(text);
  return text === undefined || text === NO_LIMIT || !(km > 0) ? null : km;
}
