/** Reads the address of a Jupyter server as a person copies it. */
import { LiveError, type Server } from "./model";

const LOCAL = /^(localhost|127\.0\.0\.1)$/;

// What stands after a server's own address when it is copied from a browser or a terminal.
const WITHIN = /\/(?:lab|tree|notebooks|edit|doc|nbclassic|retro|api|files|terminals)(?:\/.*)?$/;

/**
 * Read a server's address; a token in it counts, unless one is given.
 *
 * @throws LiveError `address` if it is none, `insecure` if others could read what is sent.
 */
export function readServer(address: string, token: string): Server {
  const text = address.trim();
  const local = /^(localhost|127\.0\.0\.1)(?=[:/]|$)/.test(text);
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `${local ? "http" : "https"}://${text}`;
  let url: URL;
  try {
    url = new URL(whole);
  } catch {
    throw new LiveError("address");
  }
  if (!/^https?:$/.test(url.protocol) || text === "") throw new LiveError("address");
  if (url.protocol === "http:" && !LOCAL.test(url.hostname)) throw new LiveError("insecure");
  const path = url.pathname.replace(WITHIN, "").replace(/\/*$/, "/");
  return {
    url: `${url.origin}${path}`,
    token: token.trim() || url.searchParams.get("token") || "",
  };
}

/** Put the notebook's path below the folder in which the book lies on a server. */
export function pathOn(folder: string, notebook: string): string {
  const parts = folder.split(/[/\\]/).filter((part) => part !== "" && part !== ".");
  return [...parts.filter((part) => part !== ".."), notebook].join("/");
}
