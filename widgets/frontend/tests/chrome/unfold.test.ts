// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { unfold } from "../../chrome/unfold";

const part = (id: string): string =>
  `<section class="book-folded" id="the-${id}"><details><summary>${id}</summary>
   <p id="event-${id}">It begins.</p></details></section>`;

const scrolled = vi.fn();
const isOpen = (id: string): boolean =>
  (document.querySelector(`#the-${id} details`) as HTMLDetailsElement).open;

function page(...ids: string[]): void {
  document.body.innerHTML = `<article class="bd-article">
    <a href="#event-1980s">in</a> <a href="other.html#event-1990s">out</a>
    ${ids.map(part).join("")}</article>`;
  unfold(document);
}

beforeEach(() => {
  location.hash = "";
  Element.prototype.scrollIntoView = scrolled;
});
afterEach(() => {
  scrolled.mockClear();
  document.body.replaceChildren();
});

describe("what is folded", () => {
  test("opens for the address that the page was opened with, and is scrolled to", () => {
    location.hash = "#event-1990s";
    page("1980s", "1990s");
    expect([isOpen("1980s"), isOpen("1990s")]).toEqual([false, true]);
    expect(scrolled).toHaveBeenCalledOnce();
    expect(scrolled.mock.contexts[0]).toBe(document.getElementById("event-1990s"));
  });

  test("opens for its own anchor", () => {
    location.hash = "#the-1980s";
    page("1980s", "1990s");
    expect([isOpen("1980s"), isOpen("1990s")]).toEqual([true, false]);
  });

  test("opens before a link into it is followed, and not for another page's", () => {
    page("1980s", "1990s");
    const [into, out] = document.querySelectorAll("a");
    out?.addEventListener("click", (event) => event.preventDefault());
    out?.click();
    expect([isOpen("1980s"), isOpen("1990s")]).toEqual([false, false]);
    into?.click();
    expect([isOpen("1980s"), isOpen("1990s")]).toEqual([true, false]);
  });

  test("stands open on paper, and as it was afterwards", () => {
    page("1980s", "1990s");
    (document.querySelector("#the-1980s details") as HTMLDetailsElement).open = true;
    dispatchEvent(new Event("beforeprint"));
    expect([isOpen("1980s"), isOpen("1990s")]).toEqual([true, true]);
    dispatchEvent(new Event("afterprint"));
    expect([isOpen("1980s"), isOpen("1990s")]).toEqual([true, false]);
  });

  test("opens all at once where there is much of it", () => {
    page("1980s", "1990s");
    expect(document.querySelector(".book-unfold")).toBeNull();
    page("1980s", "1990s", "2000s");
    const button = document.querySelector(".book-unfold") as HTMLButtonElement;
    expect(button.textContent).toBe("Open all");
    expect(button.nextElementSibling?.id).toBe("the-1980s");
    button.click();
    expect(["1980s", "1990s", "2000s"].map(isOpen)).toEqual([true, true, true]);
    for (const one of document.querySelectorAll("details")) one.dispatchEvent(new Event("toggle"));
    expect(button.textContent).toBe("Fold all");
    button.click();
    expect(["1980s", "1990s", "2000s"].map(isOpen)).toEqual([false, false, false]);
  });

  test("an address that names nothing does no harm", () => {
    location.hash = "#%E0%A4%A";
    expect(() => page("1980s")).not.toThrow();
    expect(isOpen("1980s")).toBe(false);
  });
});
