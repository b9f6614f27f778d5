// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { currentIndex } from "../../chrome/contents";
import { copyCode } from "../../chrome/copy";
import { destination, leaveQuickly } from "../../chrome/leave";
import { openMenu } from "../../chrome/menu";
import { openNotes } from "../../chrome/notes";
import { openSearch } from "../../chrome/searching";
import { chooseTextSize } from "../../chrome/text-size";
import { nextMode, switchTheme } from "../../chrome/theme";

beforeEach(() => {
  localStorage.clear();
  document.documentElement.removeAttribute("data-mode");
  document.documentElement.removeAttribute("data-text");
});
afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("colours", () => {
  test("the first press always changes what is seen", () => {
    expect(nextMode("auto", true)).toBe("light");
    expect(nextMode("auto", false)).toBe("dark");
    expect(["auto", "light", "dark"].map((mode) => nextMode(mode as "auto", true))).toEqual([
      "light",
      "dark",
      "auto",
    ]);
  });

  test("a choice is kept, and the default leaves nothing behind", () => {
    document.body.innerHTML = '<button class="theme-switch-button"></button>';
    switchTheme(document);
    const button = document.querySelector("button") as HTMLButtonElement;
    button.click();
    const chosen = localStorage.getItem("mode");
    expect(document.documentElement.dataset.theme).toBe(chosen);
    expect(button.getAttribute("aria-label")).toContain("press to change");
    button.click();
    button.click();
    expect(document.documentElement.dataset.mode).toBe("auto");
    expect(localStorage.length).toBe(0);
  });

  test("works where nothing can be stored", () => {
    document.body.innerHTML = '<button class="theme-switch-button"></button>';
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("storage is off");
    });
    switchTheme(document);
    (document.querySelector("button") as HTMLButtonElement).click();
    expect(document.documentElement.dataset.mode).not.toBe("auto");
  });
});

describe("the size of the text", () => {
  test("grows twice, comes back, and the usual size leaves nothing behind", () => {
    document.body.innerHTML =
      '<button class="text-size-button"></button><article><p>a</p></article>';
    chooseTextSize(document);
    const button = document.querySelector("button") as HTMLButtonElement;
    expect(button.getAttribute("aria-label")).toContain("Normal text");
    const seen = [1, 2, 3].map(() => {
      button.click();
      return [document.documentElement.dataset.text, localStorage.getItem("text")];
    });
    expect(seen).toEqual([
      ["larger", "larger"],
      ["largest", "largest"],
      [undefined, null],
    ]);
  });

  test("a size that nobody offers is the usual one", () => {
    document.documentElement.dataset.text = "enormous";
    document.body.innerHTML = '<button class="text-size-button"></button>';
    chooseTextSize(document);
    expect(document.documentElement.dataset.text).toBeUndefined();
  });
});

describe("notes on sources", () => {
  const page = `<p>A claim <span class="bibtex-citation">[<a href="r.html#id7">12</a>]<span
    class="book-note" data-source="id7" aria-hidden="true"><b>12</b> Bigg, 2012: T</span></span>.</p>
    <table><tr><td>again <span class="bibtex-citation">[<a href="r.html#id7">12</a>]</span></td></tr></table>`;
  const links = () => [...document.querySelectorAll<HTMLAnchorElement>(".bibtex-citation > a")];

  test("a citation opens its note at the end of what it stands in, and closes it", () => {
    // Notes are not drawn: the page is narrow.
    vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([] as unknown as DOMRectList);
    document.body.innerHTML = page;
    openNotes(document);
    for (const [at, holder] of (["p", "td"] as const).entries()) {
      const link = links()[at] as HTMLAnchorElement;
      link.click();
      const note = document.querySelector(`${holder} > [role=note]`) as HTMLElement;
      expect(note.textContent).toContain("Bigg, 2012: T");
      expect(note.querySelector("a")?.getAttribute("href")).toContain("r.html#id7");
      expect(note.closest("[aria-hidden]")).toBeNull();
      expect(link.getAttribute("aria-expanded")).toBe("true");
      expect(link.getAttribute("aria-controls")).toBe(note.id);
      link.click();
      expect(document.querySelector("[role=note]")).toBeNull();
      expect(link.getAttribute("aria-expanded")).toBe("false");
    }
  });

  test("where the page lists its sources, the note is what the list says", () => {
    document.body.innerHTML = `<p>A claim <span class="bibtex-citation">[<a href="#id7">H1</a>]</span></p>
      <div id="id7"><span>[H1]</span><p>CDC. What to do.</p></div>
      <p>Elsewhere <span class="book-note" data-source="id7"><b>9</b> Another</span></p>`;
    openNotes(document);
    links()[0]?.click();
    expect(document.querySelector("p > [role=note]")?.textContent).toContain("CDC. What to do.");
  });

  test("a press with a key held down goes where links go", () => {
    document.body.innerHTML = page;
    openNotes(document);
    const press = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true });
    links()[0]?.dispatchEvent(press);
    expect(press.defaultPrevented).toBe(false);
    expect(document.querySelector("[role=note]")).toBeNull();
  });
});

describe("contents", () => {
  test("the section that is read is the last that began above the line", () => {
    expect(currentIndex([500, 900])).toBe(0);
    expect(currentIndex([-300, 99, 600])).toBe(1);
    expect(currentIndex([-900, -400, -10])).toBe(2);
  });

  test("the menu moves the contents into its dialog and back", () => {
    document.body.innerHTML = `
      <button class="primary-toggle">Contents</button>
      <dialog id="pst-primary-sidebar-modal"></dialog>
      <div id="pst-primary-sidebar" class="bd-sidebar"><a class="current" href="#a">A</a></div>`;
    openMenu(document);
    const dialog = document.querySelector("dialog") as HTMLDialogElement;
    const side = document.getElementById("pst-primary-sidebar") as HTMLElement;
    (document.querySelector("button") as HTMLButtonElement).click();
    expect(dialog.hasAttribute("open")).toBe(true);
    expect(dialog.querySelector("a")?.textContent).toBe("A");
    expect(side.childElementCount).toBe(0);
    (dialog.querySelector("a") as HTMLElement).click();
    expect(dialog.hasAttribute("open")).toBe(false);
    expect(side.querySelector("a")?.textContent).toBe("A");
    expect(side.className).toBe("bd-sidebar");
  });
});

test("the search opens by its keys", () => {
  document.body.innerHTML = '<dialog id="book-search"><input type="search"></dialog>';
  openSearch(document);
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, shiftKey: true }));
  expect(document.querySelector("dialog")?.hasAttribute("open")).toBe(false);
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true }));
  expect(document.querySelector("dialog")?.hasAttribute("open")).toBe(true);
});

test("code is copied without its last line end", async () => {
  document.body.innerHTML = '<div class="highlight"><pre>import guidebook\n</pre></div>';
  const writeText = vi.fn().mockResolvedValue(undefined);
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  copyCode(document);
  (document.querySelector("button") as HTMLButtonElement).click();
  await vi.waitFor(() => expect(document.querySelector("button")?.textContent).toBe("Copied"));
  expect(writeText).toHaveBeenCalledWith("import guidebook");
});

describe("leaving quickly", () => {
  test("without a network the page of the book itself is taken", () => {
    const button = document.createElement("button");
    Object.assign(button.dataset, { site: "https://example.org/", local: "away.html" });
    expect(destination(button, "https:", true)).toBe("https://example.org/");
    expect(destination(button, "https:", false)).toBe("away.html");
    expect(destination(button, "file:", true)).toBe("away.html");
  });

  test("the page is empty before the other site answers", () => {
    document.body.innerHTML = `
      <button class="book-leave" data-site="https://example.org/" data-local="away.html">Leave</button>
      <main>Harm reduction</main>`;
    document.title = "Naloxone";
    const seen: string[] = [];
    vi.spyOn(location, "replace").mockImplementation((address) => {
      seen.push(`${address} ${document.body.textContent}${document.title.trim()}`);
    });
    leaveQuickly(document);
    (document.querySelector("button") as HTMLButtonElement).click();
    expect(seen).toEqual(["https://example.org/ "]);
  });
});
