/** A button beside every piece of code that copies it. */

const DONE_MS = 2000;

export function copyCode(document: Document): void {
  if (!navigator.clipboard) return; // an old browser, or a page that is not a secure context
  for (const code of document.querySelectorAll<HTMLElement>("div.highlight > pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "book-copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText((code.textContent ?? "").replace(/\n$/, ""));
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not copied";
      }
      setTimeout(() => {
        button.textContent = "Copy";
      }, DONE_MS);
    });
    code.parentElement?.append(button);
  }
}
