/**
 * Dialogs, in browsers of 2021 too: those know no `<dialog>`, so there an attribute opens it.
 */

export function open(dialog: HTMLDialogElement): void {
  if (dialog.open) return;
  if (typeof dialog.showModal === "function") dialog.showModal();
  else dialog.setAttribute("open", "");
}

export function close(dialog: HTMLDialogElement): void {
  if (!dialog.hasAttribute("open")) return;
  if (typeof dialog.close === "function") {
    dialog.close();
  } else {
    dialog.removeAttribute("open");
    dialog.dispatchEvent(new Event("close"));
  }
}

/** Close by Escape and by a press beside the dialog; give the focus back to what opened it. */
export function makeDismissable(dialog: HTMLDialogElement): void {
  let opener: HTMLElement | null = null;
  new MutationObserver(() => {
    if (dialog.hasAttribute("open")) return;
    opener?.focus();
    opener = null;
  }).observe(dialog, { attributes: true, attributeFilter: ["open"] });
  document.addEventListener(
    "click",
    (event) => {
      if (!dialog.hasAttribute("open")) opener = (event.target as Element).closest("button");
    },
    true,
  );
  dialog.addEventListener("click", (event) => {
    if (event.target !== dialog) return;
    const box = dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!inside) close(dialog);
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(dialog);
  });
}
