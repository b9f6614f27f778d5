import { type ComponentChild, render } from "preact";

/** Takes away the sheet that was printed last. */
let clear: (() => void) | undefined;

/**
 * Print a sheet and nothing else of the page, which stays as it is.
 *
 * The sheet stands at the end of the page, unseen; `sheet.css` shows it on paper in place of all
 * else, as long as the root has the class `gb-printing`.
 */
export function printSheet(content: ComponentChild): void {
  clear?.();
  const root = document.documentElement;
  const sheet = document.createElement("div");
  sheet.className = "gb-sheet";
  document.body.append(sheet);
  render(content, sheet);
  root.classList.add("gb-printing");
  clear = () => {
    removeEventListener("afterprint", after);
    root.classList.remove("gb-printing");
    render(null, sheet);
    sheet.remove();
    clear = undefined;
  };
  const after = () => clear?.();
  addEventListener("afterprint", after);
  print();
}
