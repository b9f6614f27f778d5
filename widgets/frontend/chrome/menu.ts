/** The contents of the book: beside the text on a wide screen, in a dialog on a narrow one. */
import { close, makeDismissable, open } from "./dialog";

export function openMenu(document: Document): void {
  const button = document.querySelector<HTMLButtonElement>(".primary-toggle");
  const side = document.getElementById("pst-primary-sidebar");
  const dialog = document.getElementById("pst-primary-sidebar-modal") as HTMLDialogElement | null;
  if (!button || !side || !dialog) return;

  scrollToCurrent(side);
  makeDismissable(dialog);
  button.addEventListener("click", () => {
    moveContent(side, dialog);
    open(dialog);
    scrollToCurrent(dialog);
  });
  dialog.addEventListener("close", () => moveContent(dialog, side));
  // A link to a part of the page that is open leads nowhere as long as the dialog covers it.
  dialog.addEventListener("click", (event) => {
    if ((event.target as Element).closest("a")) close(dialog);
  });
}

/** The contents stand in the page once: two copies would have every address and id twice. */
function moveContent(from: HTMLElement, to: HTMLElement): void {
  to.append(...from.childNodes);
  const classes = [...from.classList];
  from.classList.remove(...classes);
  to.classList.add(...classes);
}

/** Show where in the book the reader is, without moving the page itself. */
function scrollToCurrent(box: HTMLElement): void {
  const current = [...box.querySelectorAll<HTMLElement>("a.current")].pop();
  if (!current) return;
  const distance = current.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (distance > box.clientHeight / 2) box.scrollTop += distance - box.clientHeight / 4;
}
