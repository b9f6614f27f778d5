/**
 * The little notation in which `data/language.csv` says how a term is looked for; the same rules as
 * `guidebook.language.patterns`.
 */
import { compare } from "../shared/directory/text";
import { asciiLetter, BLANK, eitherCase, escaped, WORD } from "./letters";

const SPACE = `(?:[${BLANK}]+|[${BLANK}]*\\n[${BLANK}]*|[-‐‑])`;
const HYPHEN = `[-‐‑–\\n${BLANK}]?`;
const TOKEN = /\[([^[\]{}]*)\]|\{([^[\]{}]*)\}|( )|([^[\]{} |]+)|(.)/gsu;
const PIECE = new RegExp(`[${WORD}]+|[^${WORD}]`, "gu");

export interface Pattern {
  /** Sticky: matches where `lastIndex` says, if no letter stands before it. */
  find: RegExp;
  /** The one or two small letters that it can begin with; `null` where it is not so simple. */
  beginnings: string[] | null;
}

interface Token {
  kind: "space" | "text" | "one" | "optional";
  source: string;
  /** What it can say: several for a group. */
  words: string[];
}

/** Make a regular expression of a pattern of the table, which the build has checked. */
export function compilePattern(pattern: string): Pattern {
  const tokens = tokensOf(pattern);
  let source = "";
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const before = tokens[at - 1]?.kind ?? "space";
    const after = tokens[at + 1];
    if (token.kind === "optional" && before === "space" && after?.kind === "space") {
      // A word that may be missing takes the space after it along.
      source += `(?:${token.source}${SPACE})?`;
      at += 1;
    } else if (token.kind === "space" && after?.kind === "optional" && at + 2 === tokens.length) {
      source += `(?:${SPACE}${after.source})?`;
      at += 1;
    } else if (token.kind === "optional") {
      source += `${token.source}?`;
    } else {
      source += token.kind === "space" ? SPACE : token.source;
    }
  }
  return {
    find: new RegExp(`${source}(?![${WORD}])`, "uy"),
    beginnings: beginningsOf(tokens),
  };
}

function tokensOf(pattern: string): Token[] {
  return [...pattern.matchAll(TOKEN)].map(([, optional, oneOf, space, text, stray]) => {
    if (stray) throw new Error(`The pattern “${pattern}” has a ${stray} without its partner.`);
    if (space) return { kind: "space", source: "", words: [] };
    if (text) return { kind: "text", source: literal(text), words: [text] };
    const words = (optional ?? oneOf ?? "").split("|");
    return { kind: optional === undefined ? "one" : "optional", source: group(words), words };
  });
}

function group(words: readonly string[]): string {
  // The longest first, so that a short form never hides a long one.
  const ordered = [...words].sort((a, b) => [...b].length - [...a].length || compare(a, b));
  return `(?:${ordered.map(literal).join("|")})`;
}

function literal(text: string): string {
  return (text.match(PIECE) ?? []).map(piece).join("");
}

function piece(text: string): string {
  if (text === " ") return SPACE;
  if (text === "-") return HYPHEN;
  if (text === "'" || text === "’") return "['’]";
  const letters = [...text];
  const capitals = text === text.toUpperCase() && text !== text.toLowerCase();
  return letters.map(letters.length > 1 && capitals ? escaped : eitherCase).join("");
}

function beginningsOf(tokens: readonly Token[]): string[] | null {
  const found: string[] = [];
  for (const { kind, words } of tokens) {
    if (kind === "space") continue;
    for (const word of words) {
      const first = asciiLetter(word[0]);
      if (!first) return null;
      found.push(first + asciiLetter(word[1]));
    }
    // What may be missing leaves the beginning to the next.
    if (kind !== "optional") break;
  }
  return [...new Set(found)];
}
