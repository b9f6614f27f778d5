/** A search box of the page, brought to life: results under it, worked by keyboard. */
import type { Engine, Found } from "./engine";
import { KINDS, pageOf } from "./passages";
import { snippet } from "./snippet";

const MOST = 30;

export class SearchBox {
  private readonly input: HTMLInputElement;
  private readonly results: HTMLOListElement;
  private readonly said: HTMLParagraphElement;
  private asked = 0;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly pages: () => Map<string, string>,
    private readonly engine: () => Promise<Engine>,
  ) {
    const document = form.ownerDocument;
    this.input = form.querySelector("input[type=search]") as HTMLInputElement;
    this.said = document.createElement("p");
    this.said.className = "book-search-said";
    this.said.setAttribute("role", "status");
    this.results = document.createElement("ol");
    this.results.className = "book-search-results";
    form.after(this.said, this.results);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.links()[0]?.focus();
    });
    this.input.addEventListener("input", () => void this.show());
    form.parentElement?.addEventListener("keydown", (event) => this.move(event));
    void this.show();
  }

  async show(): Promise<void> {
    this.asked += 1;
    const mine = this.asked;
    const query = this.input.value;
    if (query.trim() === "") {
      this.results.replaceChildren();
      this.said.textContent = "";
      return;
    }
    if (this.said.textContent === "") this.said.textContent = "Loading the search…";
    try {
      const found = (await this.engine()).find(query, MOST);
      // What was typed meanwhile has been asked already.
      if (mine !== this.asked) return;
      this.results.replaceChildren(...found.map((each) => this.item(each)));
      this.said.textContent = summary(found.length, query.trim());
    } catch {
      this.said.textContent = "The search could not be loaded. Try again, or use the contents.";
    }
  }

  private item({ passage, words }: Found): HTMLLIElement {
    const document = this.form.ownerDocument;
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = (this.form.dataset.root ?? "") + passage.address;
    link.textContent = passage.title;
    const where = document.createElement("span");
    where.className = "book-search-where";
    const page = this.pages().get(pageOf(passage.address));
    where.textContent =
      passage.kind === "section" && page !== undefined ? page : KINDS[passage.kind];
    const text = document.createElement("span");
    text.className = "book-search-text";
    for (const piece of snippet(passage.text, words)) {
      if (piece.found) {
        const mark = document.createElement("mark");
        mark.textContent = piece.text;
        text.append(mark);
      } else {
        text.append(piece.text);
      }
    }
    item.append(link, " ", where, text);
    // A link to a place on the page that is open would leave the dialog over it.
    link.addEventListener("click", () => this.form.closest("dialog")?.close());
    return item;
  }

  /** Arrow keys move through the results and back into the box. */
  private move(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    const places: HTMLElement[] = [this.input, ...this.links()];
    const at = places.indexOf(this.form.ownerDocument.activeElement as HTMLElement);
    const next = places[at + step];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  private links(): HTMLAnchorElement[] {
    return [...this.results.querySelectorAll("a")];
  }
}

function summary(count: number, query: string): string {
  if (count === 0) return `Nothing found for “${query}”.`;
  if (count >= MOST) return `The ${MOST} best results.`;
  return count === 1 ? "1 result." : `${count} results.`;
}
