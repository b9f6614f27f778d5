/**
 * Inside the frame of a kernel's document: swaps what the document loads from content networks for
 * the same files of the book, says what is left, and shows it. The frame's own policy holds.
 */
interface Told {
  html: string;
}

const LOADED =
  /<(?:script|link|img|iframe|source|video|audio|embed)\b[^>]*?\s(?:src|href)=["']((?:https?:)?\/\/[^"']+)["'][^>]*>/gi;
const TILES = /\.tileLayer(?:\.wms)?\(\s*["']((?:https?:)?\/\/[^"']+)["']/g;

const self_ = document.currentScript as HTMLScriptElement;
/** The addresses of content networks whose files the book has, and where; or that a map can miss. */
const known: Record<string, string> = JSON.parse(
  document.querySelector("script[type='application/json']")?.textContent || "{}",
);
const isOpen = self_.dataset.open !== undefined;
const folder = location.href.replace(/[?#].*$/, "").replace(/[^/]*$/, "");

/** Nothing, in the form of a picture. */
const NO_TILE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** Put the book's files in the place of the networks'. */
function localised(html: string): string {
  return html.replace(LOADED, (tag, address: string) => {
    const file = known[address];
    if (file === undefined || (file === "" && isOpen)) return tag;
    return file === "" ? "" : tag.replace(address, folder + file);
  });
}

/** Leave out what other hosts would be asked for; the policy would refuse it anyway. */
function shut(html: string): string {
  return html
    .replace(LOADED, (tag, address: string) => (address.startsWith(folder) ? tag : ""))
    .replace(TILES, (call, address: string) => call.replace(address, NO_TILE));
}

/** The hosts that a document would still ask. */
function hosts(html: string): string[] {
  const found = [...html.matchAll(LOADED), ...html.matchAll(TILES)].map((match) => match[1]!);
  const foreign = found.filter((address) => !address.startsWith(folder));
  return [
    ...new Set(
      foreign.map((address) =>
        address
          .replace(/^(https?:)?\/\//, "")
          .replace(/[/:?#].*$/, "")
          .replace(/^\{s\}\./, ""),
      ),
    ),
  ].sort();
}

function tell(message: object): void {
  parent.postMessage(message, "*");
}

function show({ data, source }: MessageEvent<Told>): void {
  if (source !== parent || typeof data?.html !== "string") return;
  removeEventListener("message", show);
  const html = localised(data.html);
  const asked = hosts(html);
  if (asked.length > 0 && !isOpen) tell({ kind: "asks", hosts: asked });
  document.open();
  document.write(isOpen ? html : shut(html));
  document.close();
  addEventListener("load", () => {
    tell({ kind: "height", height: document.documentElement.scrollHeight });
  });
}

addEventListener("message", show);
tell({ kind: "listening" });
