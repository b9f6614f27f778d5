/** The field for a school's hub: makes a link of the address, in the page and nowhere else. */

import { readHub } from "./address";

const DONE_MS = 2000;

export class HubForm {
  private readonly input: HTMLInputElement;
  private readonly problem: HTMLElement;
  private readonly made: HTMLElement;
  private readonly link: HTMLAnchorElement;
  private readonly button: HTMLButtonElement;
  private readonly shown: HTMLElement;

  constructor(private readonly form: HTMLFormElement) {
    this.input = part(form, "input");
    this.problem = part(form, ".guidebook-hub-problem");
    this.made = part(form, ".guidebook-hub-made");
    this.link = part(form, "a");
    this.button = part(form, "button");
    this.shown = part(form, "code");
  }

  start(): void {
    this.input.addEventListener("input", () => this.update(false));
    this.input.addEventListener("change", () => this.update(true));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault(); // nothing is sent from here
      this.update(true);
      if (!this.made.hidden) this.link.focus();
    });
    this.button.addEventListener("click", () => void this.copy());
    if (!navigator.clipboard) this.button.hidden = true; // the link stands beside it
    this.form.hidden = false;
  }

  /** Show the link, or, once the reader is done typing, what is wrong. */
  private update(done: boolean): void {
    const empty = this.input.value.trim() === "";
    const hub = empty ? { problem: "" } : readHub(this.input.value);
    const address = "address" in hub ? hub.address + (this.form.dataset.request ?? "") : "";
    const problem = "problem" in hub ? hub.problem : "";
    this.made.hidden = address === "";
    this.shown.textContent = address;
    if (address) this.link.href = address;
    else this.link.removeAttribute("href");
    if (done || problem === "") this.problem.textContent = problem;
    this.input.toggleAttribute("aria-invalid", false);
    if (this.problem.textContent) this.input.setAttribute("aria-invalid", "true");
  }

  private async copy(): Promise<void> {
    const label = this.button.textContent;
    try {
      await navigator.clipboard.writeText(this.link.href);
      this.button.textContent = "Copied";
    } catch {
      this.button.textContent = "Not copied: select the link";
    }
    setTimeout(() => {
      this.button.textContent = label;
    }, DONE_MS);
  }
}

function part<E extends Element>(form: HTMLFormElement, selector: string): E {
  const found = form.querySelector<E>(selector);
  if (!found) throw new Error(`the field for a hub has no ${selector}`);
  return found;
}
