/** What the edition is made of; `guidebook.edition.offline` writes it at the top of the worker. */

export interface Edition {
  /** Changes with any file. */
  version: string;
  files: { url: string; revision: string }[];
}

/** What the worker tells the pages while it fetches. */
export interface Progress {
  kind: "progress";
  done: number;
  all: number;
}

/** What a page tells a worker that waits. */
export const TAKE_OVER = "take over";

/** The address under which a file is kept: without its query, a folder by its index. */
export function keptAddress(address: string): string {
  const url = new URL(address);
  url.search = "";
  url.hash = "";
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  return url.href;
}
