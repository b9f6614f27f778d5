/** The search of the book: `static/page/search.js`, loaded when somebody searches. */
import { Engine } from "./engine";
import { read } from "./passages";
import { SearchBox } from "./SearchBox";

let pages = new Map<string, string>();
let engine: Promise<Engine> | undefined;

function load(address: string): Promise<Engine> {
  // Asking again after a failure tries again.
  engine ??= loadScript(address).then(
    () => {
      const place = globalThis as { guidebookPassages?: Parameters<typeof read>[0] };
      const known = read(place.guidebookPassages ?? []);
      pages = known.pages;
      return new Engine(known.passages);
    },
    (error) => {
      engine = undefined;
      throw error;
    },
  );
  return engine;
}

/** A classic script, which a page opened from a file may load too. */
function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(script);
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>("form.book-search-form")) {
  new SearchBox(
    form,
    () => pages,
    () => load(form.dataset.index ?? ""),
  );
}
