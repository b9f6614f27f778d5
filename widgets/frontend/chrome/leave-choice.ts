/** Whether Shift leaves the book: it does, unless the reader said no where the book explains it. */

const KEY = "leave-by-shift";
const NO = "off";

const NOT_KEPT =
  "This browser stores nothing for this site: the choice holds until you leave this page.";

let here: boolean | undefined;

export function leavesByShift(): boolean {
  if (here !== undefined) return here;
  try {
    return localStorage.getItem(KEY) !== NO;
  } catch {
    return true;
  }
}

/** Store the choice, or delete it where it is the default; give whether the browser did. */
function keep(leaves: boolean): boolean {
  try {
    if (leaves) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, NO);
    return true;
  } catch {
    return false;
  }
}

export function offerLeaveChoice(document: Document): void {
  const box = document.querySelector<HTMLInputElement>(".book-leave-by-shift input");
  const said = document.querySelector(".book-leave-by-shift [role=status]");
  if (!box || !said) return;
  box.checked = leavesByShift();
  box.addEventListener("change", () => {
    here = keep(box.checked) ? undefined : box.checked;
    const words = box.checked ? "Shift leaves the book." : "Shift does nothing now.";
    said.textContent = here === undefined ? words : `${words} ${NOT_KEPT}`;
  });
}
