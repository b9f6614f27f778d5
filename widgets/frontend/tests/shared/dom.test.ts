// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { download, hostName, safeHref } from "../../shared/dom";

afterEach(() => vi.restoreAllMocks());

test.each([
  ["https://example.org/a?b", "https://example.org/a?b"],
  ["HTTP://example.org", "http://example.org/"],
  ["javascript:alert(1)", null],
  [" java\nscript:alert(1)", null],
  ["data:text/html,x", null],
  ["//example.org", null],
  ["example.org", null],
  ["", null],
])("the link to %j", (address, href) => {
  expect(safeHref(address)).toBe(href);
});

test("the host name", () => {
  expect(hostName("https://www.example.org/a")).toBe("example.org");
  expect(hostName("javascript:alert(1)")).toBe("");
});

test("a download has name, type and content, and leaves nothing in the page", async () => {
  const blobs: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return "blob:1";
  });
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(`${this.download} ${this.getAttribute("href")}`);
  });
  download("list.csv", "text/csv", "a,b");
  expect(names).toEqual(["list.csv blob:1"]);
  expect(blobs[0]!.type).toBe("text/csv");
  expect(await blobs[0]!.text()).toBe("a,b");
  expect(document.querySelector("a")).toBeNull();
});
