/**
 * Fits what can be said instead into the place of what was found; the same rules as
 * `guidebook.language.fit`.
 */
import { BLANK, isWordBefore, trimEnd } from "./letters";
import type { Span } from "./review";

/** Words for `[start, end)` of a text; without words, `note` is advice to whoever writes. */
export interface Suggestion {
  start: number;
  end: number;
  words: string;
  note: string;
}

const SPACES = `[\\n${BLANK}]`;
const KEPT = new RegExp(`^(?:an?|the|this|that|another|every|each)${SPACES}+`, "iu");
const ARTICLE = new RegExp(`(an?)(${SPACES}+)$`, "iu");
const ARTICLES_WITHIN = 12;
const HEAD = new RegExp(`${SPACES}(?:of|from|with|by)${SPACES}`, "u");
const LAST = /\p{L}+$/u;
const FIRST = /\p{L}+/uy;
// Vowels that are not spoken as such: a use, a union, a European.
const VOWEL = /^(?!us|uni|eu|one\b)[aeiou]/i;
const PERSON = /^person( who (\w+))?(?= )/;

const VERBS = new Map([
  ["was", "were"],
  ["has", "have"],
  ["does", "do"],
]);
const NOUNS = new Map([
  ["baby", "babies"],
  ["centre", "centres"],
  ["enthusiast", "enthusiasts"],
  ["member", "members"],
  ["neighbourhood", "neighbourhoods"],
  ["newborn", "newborns"],
  ["reader", "readers"],
  ["result", "results"],
  ["site", "sites"],
  ["syringe", "syringes"],
]);

// One alternative stands for many drugs: the drug that was found takes the example's place.
const EXAMPLE = "cocaine";
const ANY_DRUG = "or whichever drug it is";
const DRUGS = new Map([
  ["marijuana", "cannabis"],
  ["opiate", "opiates"],
  ["opioid", "opioids"],
  ["polydrug", "several drugs"],
  ["stimulant", "stimulants"],
]);

/** Each alternative of a term, fitted into the place where it was found. */
export function suggestions(text: string, span: Span): Suggestion[] {
  return span.term.instead.map((alternative) => fitted(text, span, alternative));
}

/** The text with the words in their place. */
export function applied(text: string, { start, end, words }: Suggestion): string {
  return text.slice(0, start) + words + text.slice(end);
}

/** What can be written, and the advice in brackets after it. */
export function splitAdvice(alternative: string): [words: string, note: string] {
  const open = alternative.indexOf("(");
  if (!alternative.endsWith(")") || open < 0) return [alternative, ""];
  return [trimEnd(alternative.slice(0, open)), alternative.slice(open + 1, -1)];
}

function fitted(text: string, span: Span, alternative: string): Suggestion {
  let [words, note] = splitAdvice(alternative);
  if (!words) return { start: span.start, end: span.end, words, note };
  let start = span.start;
  const drug = note === ANY_DRUG ? wordAt(span.text, 0).toLowerCase() : "";
  if (drug) {
    words = words.split(EXAMPLE).join(DRUGS.get(drug) ?? drug);
    note = "";
  }
  const kept = words.startsWith("person ") ? KEPT.exec(span.text) : null;
  if (kept) start += kept[0].length;
  else if (isPlural(span.text)) words = plural(words);
  words = withCase(words, text, start);
  const from = Math.max(0, start - ARTICLES_WITHIN - 1);
  const article = ARTICLE.exec(text.slice(from, start));
  const wanted = VOWEL.test(words) ? "an" : "a";
  if (
    article &&
    article[1]!.toLowerCase() !== wanted &&
    !isWordBefore(text, from + article.index)
  ) {
    words = `${article[1]![0]}${wanted.slice(1)}${article[2]}${words}`;
    start = from + article.index;
  }
  return { start, end: span.end, words, note };
}

function wordAt(text: string, at: number): string {
  FIRST.lastIndex = at;
  return FIRST.exec(text)?.[0] ?? "";
}

function isPlural(found: string): boolean {
  const word = LAST.exec(found.split(HEAD, 1)[0]!)?.[0].toLowerCase() ?? "";
  return word === "people" || (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("is"));
}

function plural(words: string): string {
  const person = PERSON.exec(words);
  if (person) {
    const verb = person[2];
    return `people${verb ? ` who ${many(verb)}` : ""}${words.slice(person[0].length)}`;
  }
  const every = words.split(" ");
  const noun = every.findIndex((word) => NOUNS.has(word));
  if (noun >= 0) every[noun] = NOUNS.get(every[noun]!)!;
  return every.join(" ");
}

function many(verb: string): string {
  return VERBS.get(verb) ?? verb.replace(/s$/, "");
}

function withCase(words: string, text: string, start: number): string {
  const first = [...wordAt(text, start)];
  if (first.length === 0 || first[0] === first[0]!.toLowerCase()) return words;
  const word = first.join("");
  const abbreviation = first.length > 1 && word === word.toUpperCase();
  if (abbreviation && !beginsSentence(text.slice(0, start))) return words;
  return words[0]!.toUpperCase() + words.slice(1);
}

function beginsSentence(before: string): boolean {
  const bare = trimEnd(before);
  return (
    !bare || ".!?".includes(bare[bare.length - 1]!) || before.slice(bare.length).includes("\n")
  );
}
