// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { currentIndex } from "../../chrome/contents";
import { copyCode } from "../../chrome/copy";
import { destination, leaveQuickly } from "../../chrome/leave";
import { openMenu } from "../../chrome/menu";
import { openSearch } from "../../chrome/searching";
import { nextMode, switchTheme } from "../../chrome/theme";

beforeEach(() => {
  localStorage.clear();
  document.documentElement.removeAttribute("data-mode");
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
