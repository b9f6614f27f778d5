/** Marks in the contents the section that is being read. */

/** From here on the top of the window belongs to the text; above it lies the bar. */
const BAR_PX = 100;

/** The last heading above the line, or the first one: `tops` are distances from the window's top. */
export function currentIndex(tops: readonly number[]): number {
  let index = 0;
  for (const [each, top] of tops.entries()) {
    if (top <= BAR_PX) index = each;
  }
  return index;
}

export function markCurrentSection(document: Document): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("#book-sections a")];
  const sections = links.map((link) =>
    document.getElementById(decodeURIComponent(link.hash.slice(1))),
  );
  if (links.length === 0 || sections.includes(null)) return;

  const mark = (): void => {
    const tops = sections.map((section) => (section as HTMLElement).getBoundingClientRect().top);
    const current = currentIndex(tops);
    for (const [index, link] of links.entries()) {
      link.classList.toggle("active", index === current);
      if (index === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}
