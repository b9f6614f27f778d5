/** Whatever scrolls inside itself can be reached, and then scrolled, by keyboard. */

const BOXES =
  "pre, .cell_output > .output, .jp-RenderedHTMLCommon, .pst-scrollable-table-container";

export function reachByKeyboard(document: Document): void {
  const boxes = document.querySelectorAll<HTMLElement>(BOXES);
  const update = (): void => {
    // Read all before writing any: each write would make the browser measure anew.
    const scrolls = [...boxes].map(
      (box) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight,
    );
    for (const [index, box] of boxes.entries()) {
      if (scrolls[index]) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  if (boxes.length === 0) return;
  update();
  addEventListener("resize", update);
  addEventListener("load", update);
}
