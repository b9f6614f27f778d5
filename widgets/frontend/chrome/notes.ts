/**
 * Shows a source where it is cited: pressing a citation opens its note below the paragraph.
 *
 * Where the note stands in the margin already (a wide screen), pressing leads to the list of all
 * sources, as it does without scripts. `edition/notes.py` writes the notes.
 */

/** What a citation stands in, as a reader sees it: its note opens at the end of this. */
const BLOCKS = "p, li, dd, dt, td, th, figcaption, blockquote, article";

/** What a citation names: its note, or its place in the list where the page has a list of its own. */
function noteOf(link: HTMLAnchorElement): HTMLElement | undefined {
  const document = link.ownerDocument;
  const id = decodeURIComponent(link.hash.slice(1));
  // Anchors are counted in every page anew: what leads to this page is not in its notes.
  if (link.getAttribute("href")?.startsWith("#"))
    return document.getElementById(id)?.querySelector<HTMLElement>("p") ?? undefined;
  const all = document.querySelectorAll<HTMLElement>(".book-note[data-source]");
  return [...all].find((note) => note.dataset.source === id);
}

/** Whether the note of this very citation is on the screen beside it. */
function isBeside(note: HTMLElement, link: HTMLElement): boolean {
  const same = note.closest(".bibtex-citation") === link.closest(".bibtex-citation");
  return same && note.getClientRects().length > 0;
}

/** The note as it opens in the text: for everyone, screen readers too, and with the way on. */
function opened(note: HTMLElement, link: HTMLAnchorElement, id: string): HTMLElement {
  const open = link.ownerDocument.createElement("span");
  open.className = "book-note-open";
  open.id = id;
  open.setAttribute("role", "note");
  open.append(...[...note.childNodes].map((node) => node.cloneNode(true)), " ");
  const whole = link.ownerDocument.createElement("a");
  whole.href = link.href;
  whole.textContent = "Source in full";
  open.append(whole);
  return open;
}

export function openNotes(document: Document): void {
  let count = 0;
  const links = document.querySelectorAll<HTMLAnchorElement>(".bibtex-citation a[href*='#']");
  for (const link of links) {
    const note = noteOf(link);
    const block = link.closest(BLOCKS);
    if (!note || !block) continue;
    let open: HTMLElement | undefined;
    link.addEventListener("click", (event) => {
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (elsewhere || event.button !== 0 || isBeside(note, link)) return;
      event.preventDefault();
      if (open) {
        open.remove();
        open = undefined;
        link.removeAttribute("aria-controls");
      } else {
        count += 1;
        open = opened(note, link, `book-note-${count}`);
        block.append(open);
        link.setAttribute("aria-controls", open.id);
      }
      link.setAttribute("aria-expanded", String(open !== undefined));
    });
  }
}
