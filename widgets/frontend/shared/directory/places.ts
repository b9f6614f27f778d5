/**
 * From what a reader typed to places on the map, by the bundled gazetteer; the same rules as
 * `guidebook.directory.places`.
 */
import { fold } from "./text";

/** A place found by its name or US ZIP code. */
export interface Place {
  /** As it is shown: "Chicago, IL, US", or "60601 Chicago, IL, US" for a ZIP code. */
  readonly label: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Loads a resource such as `places/ch`; `(name) => resource(model, name)` in a widget. */
export type Load = (name: string) => Promise<unknown>;

/** The seventh value is the name to show, where the first is another name of the place. */
type PlaceCells = readonly [
  name: string,
  region: string,
  country: string,
  latitude: number,
  longitude: number,
  population: number,
  shown?: string,
];

interface Shard {
  readonly places: readonly PlaceCells[];
  readonly regions: { readonly [country: string]: { readonly [code: string]: string } };
  readonly countries: { readonly [code: string]: string };
}

type ZipCells = readonly [
  code: string,
  town: string,
  state: string,
  latitude: number,
  longitude: number,
];

interface Zips {
  readonly zips: readonly ZipCells[];
}

/** The shard of names that do not begin with two Latin letters or digits. */
const OTHER = "other";

const ZIP = /^(\d{5})(?:-\d{4})?$/;

/** What people write for a country besides its code and name. */
const COUNTRY_ALIASES: Readonly<Record<string, string>> = { uk: "gb", usa: "us" };

/** So many words at the end are tried as region or country. */
const MOST_QUALIFIER_WORDS = 3;

/**
 * The places a text may mean, the likeliest first.
 *
 * Loads the gazetteer's index and one small file of it, by the first two letters. An unknown place
 * gives an empty list; a file that could not be loaded rejects.
 */
export async function lookup(
  load: Load,
  text: string,
  limit = Number.POSITIVE_INFINITY,
): Promise<Place[]> {
  const zip = ZIP.exec(text.trim())?.[1];
  const found = zip === undefined ? await byName(load, text) : await byZip(load, zip);
  return found.slice(0, limit);
}

/** The shard in which the places of a name are. */
export function shardKey(name: string): string {
  const start = [...key(name)].slice(0, 2).join("");
  return /^[a-z0-9]{2}$/.test(start) ? start : OTHER;
}

async function byZip(load: Load, zip: string): Promise<Place[]> {
  const shard = await loadZips(load, zip.slice(0, 2));
  const cells = shard?.zips.find(([code]) => code === zip);
  if (cells === undefined) return [];
  const [code, town, state, latitude, longitude] = cells;
  return [{ label: `${code} ${town}, ${state}, US`, latitude, longitude }];
}

async function byName(load: Load, text: string): Promise<Place[]> {
  const [name = "", ...after] = text.split(",");
  const qualifiers = after.map(key).filter(Boolean);
  const found = await named(load, name, qualifiers);
  if (found.length > 0 || after.length > 0) return found;
  const words = name.split(/\s+/).filter((word) => key(word) !== "");
  for (let last = 1; last <= MOST_QUALIFIER_WORDS && last < words.length; last += 1) {
    const start = words.slice(0, -last).join(" ");
    const rest = words.slice(-last).map(key);
    for (const tried of last === 1 ? [rest] : [[rest.join("")], rest]) {
      const places = await named(load, start, tried);
      if (places.length > 0) return places;
    }
  }
  return [];
}

async function named(load: Load, name: string, qualifiers: readonly string[]): Promise<Place[]> {
  const wanted = key(name);
  if (wanted === "") return [];
  const shard = await loadShard(load, shardKey(name));
  const exact: Place[] = [];
  const longer: Place[] = [];
  for (const cells of shard?.places ?? []) {
    const candidate = key(cells[0]);
    if (!candidate.startsWith(wanted)) continue;
    if (!qualifiers.every((qualifier) => matches(shard!, cells, qualifier))) continue;
    (candidate === wanted ? exact : longer).push(shown(cells));
  }
  const labels = new Set<string>();
  return [...exact, ...longer].filter(({ label }) => !labels.has(label) && labels.add(label));
}

function matches(shard: Shard, [, region, country]: PlaceCells, qualifier: string): boolean {
  const code = COUNTRY_ALIASES[qualifier] ?? qualifier;
  return (
    key(region) === qualifier ||
    key(country) === code ||
    key(shard.regions[country]?.[region] ?? region).startsWith(qualifier) ||
    key(shard.countries[country] ?? "").startsWith(qualifier)
  );
}

function shown([name, region, country, latitude, longitude, , other]: PlaceCells): Place {
  const town = other ?? name;
  const parts = [town, key(region) === key(town) ? "" : region, country];
  return { label: parts.filter(Boolean).join(", "), latitude, longitude };
}

/** A name as it is compared: folded, letters and digits only. */
function key(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A shard of places, or `null` where the gazetteer has none. */
async function loadShard(load: Load, shard: string): Promise<Shard | null> {
  // The index is small, and tells a shard that does not exist from one that could not be loaded.
  const { shards } = (await load("places/index")) as { readonly shards: readonly string[] };
  return shards.includes(shard) ? ((await load(`places/${shard}`)) as Shard) : null;
}

/** A shard of ZIP codes, or `null` where the gazetteer has none. */
async function loadZips(load: Load, start: string): Promise<Zips | null> {
  try {
    return (await load(`zips/${start}`)) as Zips;
  } catch {
    // Nearly every start exists; this rejects where nothing can be loaded at all.
    await load("places/index");
    return null;
  }
}
