/** Finds passages: forgives slips, folds accents and case, ranks titles over text. */
import MiniSearch from "minisearch";
import { fold, tokens } from "../shared/directory/text";
import type { Passage } from "./passages";

export interface Found {
  passage: Passage;
  /** Folded words of the passage that were found. */
  words: string[];
}

/** Words that are everywhere say nothing about a passage. */
const COMMON = new Set(
  "a an and are as at be by for from has have in is it its of on or that the to was with".split(
    " ",
  ),
);
/** Up to this length one slip would turn a word into any other. */
const EXACT = 3;
/** Kinds that answer a question rank over kinds that mention a word. */
const WEIGHT = { page: 1.6, term: 1.4, section: 1.2, entry: 1, event: 0.9 };

export class Engine {
  private readonly index: MiniSearch;

  constructor(private readonly passages: readonly Passage[]) {
    this.index = new MiniSearch({
      fields: ["title", "text"],
      tokenize: tokens,
      processTerm: (word) => (COMMON.has(word) ? null : word),
    });
    this.index.addAll(passages.map(({ title, text }, id) => ({ id, title, text })));
  }

  /** The best passages first. Every word of the query must be found, unless none has them all. */
  find(query: string, most: number): Found[] {
    const wanted = tokens(query);
    if (wanted.length === 0) return [];
    for (const combineWith of ["AND", "OR"] as const) {
      const found = this.index.search(query, {
        combineWith,
        prefix: (_word, index, words) => index === words.length - 1 || wanted.length > 1,
        fuzzy: (word) => (word.length <= EXACT ? false : word.length <= 6 ? 1 : 2),
        weights: { fuzzy: 0.2, prefix: 0.6 },
        boost: { title: 4 },
        boostDocument: (id) => WEIGHT[this.at(id).kind] * this.nameBoost(id, query),
      });
      if (found.length > 0) {
        return found
          .slice(0, most)
          .map(({ id, match }) => ({ passage: this.at(id), words: Object.keys(match) }));
      }
    }
    return [];
  }

  private at(id: number): Passage {
    return this.passages[id] as Passage;
  }

  /** What is called exactly what was asked for comes first. */
  private nameBoost(id: number, query: string): number {
    return fold(this.at(id).title) === fold(query.trim()) ? 3 : 1;
  }
}
