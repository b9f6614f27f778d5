/** Text as large as the reader likes it: normal, larger, largest. Kept only once it was chosen. */

const KEY = "text";
type Size = "normal" | "larger" | "largest";

const NEXT: Record<Size, Size> = { normal: "larger", larger: "largest", largest: "normal" };
const WORDS: Record<Size, string> = {
  normal: "Normal text",
  larger: "Larger text",
  largest: "Largest text",
};

export function chooseTextSize(document: Document): void {
  const root = document.documentElement;
  const buttons = document.querySelectorAll<HTMLButtonElement>(".text-size-button");
  let size = asSize(root.dataset.text);

  const show = (): void => {
    if (size === "normal") delete root.dataset.text;
    else root.dataset.text = size;
    for (const button of buttons) {
      button.title = `${WORDS[size]} (press to change)`;
      button.setAttribute("aria-label", button.title);
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const top = firstInSight(document);
      const before = top?.getBoundingClientRect().top ?? 0;
      size = NEXT[size];
      keep(size);
      // What was being read stays where it was, though everything above it grew. Browsers that would
      // do so themselves must not do it a second time.
      root.style.setProperty("overflow-anchor", "none");
      show();
      if (top) scrollBy(0, top.getBoundingClientRect().top - before);
      requestAnimationFrame(() =>
        requestAnimationFrame(() => root.style.removeProperty("overflow-anchor")),
      );
      // Whatever measures itself (a map, a box that scrolls) measures anew.
      dispatchEvent(new Event("resize"));
    });
  }
  show();
}

/** The first block of text below the bar. */
function firstInSight(document: Document): Element | undefined {
  const bar = document.querySelector(".bd-header")?.getBoundingClientRect().bottom ?? 0;
  const blocks = document.querySelectorAll("article :is(h1, h2, h3, p, li, tr)");
  return [...blocks].find((block) => block.getBoundingClientRect().bottom > bar);
}

function asSize(text: string | undefined): Size {
  return text === "larger" || text === "largest" ? text : "normal";
}

/** A choice equal to the default leaves nothing behind. */
function keep(size: Size): void {
  try {
    if (size === "normal") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, size);
  } catch {
    // A browser that stores nothing forgets the choice on the next page.
  }
}
