/** Reads the address of a JupyterHub as people type or paste it. */

export type Hub = { address: string } | { problem: string };

/** Pages of a hub and of a person's server: what stands before them is the hub's own address. */
const PAGES = /\/(hub|user|services)(\/.*)?$/;
const HERE = new Set(["localhost", "127.0.0.1", "[::1]"]);
const EXAMPLE = "such as https://hub.school.example";

/**
 * Read a hub's address.
 *
 * @param text what was typed; a page of the hub, copied from the browser, will do
 * @returns the address with a slash at its end, or what is wrong and what would be right
 */
export function readHub(text: string): Hub {
  const typed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  let url: URL;
  try {
    url = new URL(whole);
  } catch {
    return { problem: `This is not the address of a site; write one ${EXAMPLE}.` };
  }
  if (url.username || url.password) {
    return { problem: "Leave the name and the password out; the hub asks for them itself." };
  }
  if (!url.hostname.includes(".") && !HERE.has(url.hostname)) {
    return { problem: `This is not the address of a site; write one ${EXAMPLE}.` };
  }
  const safe = url.protocol === "https:" || (url.protocol === "http:" && HERE.has(url.hostname));
  if (!safe) {
    return {
      problem: "The address must begin with https://, so that nobody on the way reads along.",
    };
  }
  const path = url.pathname.replace(PAGES, "").replace(/\/+$/, "");
  return { address: `${url.origin}${path}/` };
}
