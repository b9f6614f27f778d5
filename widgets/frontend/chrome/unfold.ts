/** Opens what is folded when a link leads into it, when it is printed, and all of it on request. */

/** So many folded parts are worth a button for all. */
const MANY = 3;

export function unfold(document: Document): void {
  const parts = [...document.querySelectorAll<HTMLDetailsElement>(".bd-article details")];
  if (parts.length === 0) return;

  /** Newer browsers open them by themselves; it is done before they look where to scroll. */
  const reveal = (hash: string): Element | null => {
    const target = named(document, hash);
    const around = parts.filter((part) => target && (part.contains(target) || target === part));
    // An anchor of a part's own is around it.
    const own = target?.querySelector<HTMLDetailsElement>(":scope > details");
    const closed = (own ? [...around, own] : around).filter((part) => !part.open);
    for (const part of closed) part.open = true;
    return closed.length > 0 ? target : null;
  };
  const follow = (): void => reveal(location.hash)?.scrollIntoView();
  document.addEventListener("click", ({ target }) => {
    const link = (target as Element).closest?.<HTMLAnchorElement>("a[href]");
    if (link?.hash && link.href.split("#")[0] === location.href.split("#")[0]) reveal(link.hash);
  });
  addEventListener("hashchange", follow);
  follow();

  // On paper nothing opens.
  let folded: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    folded = parts.filter((part) => !part.open);
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
  });

  const long = parts.filter((part) => part.parentElement?.classList.contains("book-folded"));
  if (long.length >= MANY) offerAll(document, long);
}

/** What an address names in the page; many name nothing, and some are not even written well. */
function named(document: Document, hash: string): Element | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/** A button above the first part: to look through the whole list, or to search it in the browser. */
function offerAll(document: Document, parts: readonly HTMLDetailsElement[]): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "book-unfold";
  const open = (): boolean => parts.every((part) => part.open);
  const name = (): void => {
    button.textContent = open() ? "Fold all" : "Open all";
  };
  button.addEventListener("click", () => {
    const to = !open();
    for (const part of parts) part.open = to;
  });
  for (const part of parts) part.addEventListener("toggle", name);
  name();
  parts[0]?.parentElement?.before(button);
}
