/** The reader's own file: written here, and read again only when every part of it is sound. */
import { BLANK, type Checkup, FIELDS } from "./checkup";
import type { Payload, RefusalKind, Span } from "./payload";
import { fill, hasForbidden, hasMarkup, isDate, lengthOf } from "./text";

export const FILE_NAME = "my-drinking-check-up.json";

/** Why a file is not taken; nothing has been changed. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** The file's text. `saved` is the day, written 2026-12-24, or "". */
export function writeCheckup(
  checkup: Checkup,
  payload: Pick<Payload, "format" | "version">,
  saved = "",
): string {
  const { format, version } = payload;
  const fields = Object.fromEntries(FIELDS.map((field) => [field, checkup[field]]));
  return `${JSON.stringify({ format, version, saved, ...fields }, null, 2)}\n`;
}

/** Refuse a file by its size alone, before it is read. */
export function checkSize(bytes: number, payload: Payload): void {
  const most = payload.limits.bytes;
  if (bytes > most) {
    const values = { size: Math.ceil(bytes / 1024), most: most / 1024 };
    throw new Refusal("too-large", "", fill(payload.refusals["too-large"], values));
  }
}

/**
 * Read a check-up from a file's bytes.
 *
 * @throws {Refusal} That names the first thing that is wrong.
 */
export function readCheckup(bytes: Uint8Array, payload: Payload): Checkup {
  checkSize(bytes.length, payload);
  const refuse = (kind: RefusalKind, field = "", values = {}): never => {
    const all = { field, known: payload.version, ...values };
    throw new Refusal(kind, field, fill(payload.refusals[kind], all));
  };
  const found = parse(bytes) ?? refuse("unreadable");
  if (!isObject(found.value) || found.value.format !== payload.format) refuse("not-a-checkup");
  const given = found.value as Record<string, unknown>;
  const { version } = given;
  if (version !== payload.version) {
    const newer = Number.isInteger(version) && (version as number) > payload.version;
    if (newer) refuse("newer", "version", { version });
    refuse("damaged", "version");
  }
  const names = Object.keys(given);
  const known = new Set<string>(["format", "version", "saved", ...FIELDS]);
  if (names.some((name) => !known.has(name))) refuse("damaged", "an unknown field");

  const check = checks(payload, refuse);
  if (names.includes("saved")) check.saved(given.saved, "saved");
  const read: Record<string, unknown> = {};
  for (const name of FIELDS) {
    const isGiven = names.includes(name);
    if (isGiven) check[name](given[name], name);
    read[name] = isGiven ? given[name] : BLANK[name];
  }
  return read as unknown as Checkup;
}

function parse(bytes: Uint8Array): { value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Check = (value: unknown, field: string) => void;
type CheckOne = (value: unknown, field: string, index: number, all: unknown[]) => void;
type Refuse = (kind: RefusalKind, field?: string) => never;

/** One check a field; each names what it refuses. */
function checks(payload: Payload, refuse: Refuse): Record<keyof Checkup | "saved", Check> {
  const { limits } = payload;

  const must = (right: boolean, field: string): void => {
    if (!right) refuse("damaged", field);
  };
  const number =
    (span: Span, whole = false): Check =>
    (value, field) => {
      if (value === null) return;
      const right = typeof value === "number" && value >= span[0] && value <= span[1];
      must(right && (!whole || Number.isInteger(value)), field);
    };
  /** A list of so many at most (or exactly), each element checked in its turn. */
  const list =
    (each: CheckOne, most: number, least = 0): Check =>
    (value, field) => {
      must(Array.isArray(value) && value.length <= most && value.length >= least, field);
      (value as unknown[]).forEach((one, i, all) => {
        each(one, `${field}[${i + 1}]`, i, all);
      });
    };
  const text =
    (least: number): Check =>
    (value, field) => {
      must(typeof value === "string", field);
      const length = lengthOf(value as string);
      must(length >= least && length <= limits.characters, field);
      must(!hasForbidden(value as string), field);
      if (hasMarkup(value as string)) refuse("markup", field);
    };
  const oneOf =
    (ids: readonly string[]): Check =>
    (value, field) =>
      must(value === "" || ids.includes(value as string), field);
  const date: Check = (value, field) =>
    must(value === "" || (typeof value === "string" && isDate(value)), field);

  const texts = list(text(1), limits.texts);
  const part = text(0);
  const trigger: Check = (value, field) => {
    must(isObject(value) && Object.keys(value).sort().join() === "instead,trigger", field);
    const pair = value as { trigger: unknown; instead: unknown };
    part(pair.trigger, `${field}.trigger`);
    part(pair.instead, `${field}.instead`);
    must(pair.trigger !== "" || pair.instead !== "", field);
  };
  const answers: CheckOne = (value, field, i) => {
    const options = payload.questions[i]?.options ?? [];
    must(value === null || options.some(({ points }) => points === value), field);
  };
  const ways = payload.pace.map(({ id }) => id);
  const pace: CheckOne = (value, field, i, all) =>
    must(ways.includes(value as string) && all.indexOf(value) === i, field);

  return {
    saved: date,
    country: oneOf(payload.drinks.map(({ code }) => code)),
    answers: list(answers, 10, 10),
    typical_drinks: number(limits.drinks),
    diary: list(number(limits.drinks), 7, 7),
    weight_kg: number(limits.weight_kg),
    evening_drinks: number(limits.drinks),
    evening_hours: number(limits.hours),
    likes: texts,
    dislikes: texts,
    goal: oneOf(payload.goals.map(({ id }) => id)),
    day_limit: number(limits.drinks),
    week_limit: number(limits.week_drinks),
    free_days: number(limits.free_days, true),
    pace: list(pace, ways.length),
    triggers: list(trigger, limits.texts),
    rewards: texts,
    review_on: date,
  };
}
