/** Opens the search: by its button, or by Ctrl+K (Command+K on a Mac). Loads it only then. */
import { makeDismissable, open } from "./dialog";

export function openSearch(document: Document): void {
  const own = (document.currentScript as HTMLScriptElement | null)?.src ?? "";
  let loaded = false;
  const load = (): void => {
    if (loaded || own === "") return;
    loaded = true;
    const script = document.createElement("script");
    script.src = own.replace(/chrome\.js.*$/, "search.js");
    script.onerror = () => {
      loaded = false;
    };
    document.head.append(script);
  };

  // The page of the search has a box of its own, ready to be typed into.
  const field = document.querySelector<HTMLInputElement>("main form.book-search-form input");
  if (field) {
    field.focus();
    load();
  }

  const dialog = document.getElementById("book-search") as HTMLDialogElement | null;
  if (!dialog) return;
  makeDismissable(dialog);
  const show = (): void => {
    open(dialog);
    dialog.querySelector<HTMLInputElement>("input[type=search]")?.select();
    load();
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
