/** Opens the search: by its button, or by Ctrl+K (Command+K on a Mac). */
import { makeDismissable, open } from "./dialog";

export function openSearch(document: Document): void {
  const dialog = document.getElementById("pst-search-dialog") as HTMLDialogElement | null;
  if (!dialog) return;
  makeDismissable(dialog);
  const show = (): void => {
    open(dialog);
    dialog.querySelector<HTMLInputElement>("input[type=search]")?.select();
  };
  for (const button of document.querySelectorAll(".search-button__button")) {
    button.addEventListener("click", show);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    if (event.shiftKey || event.altKey) return;
    event.preventDefault();
    show();
  });
}
