// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Source, type SourceProps } from "../../../shared/controls/Source";

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement("div");
});
afterEach(() => act(() => render(null, root)));

const draw = (props: SourceProps) => {
  act(() => render(<Source {...props} />, root));
  return root;
};

describe("a source", () => {
  test("is a link with its year that says it leaves the book", () => {
    draw({ title: "A report", url: "https://example.org/a", year: 2024, evidence: "read" });
    const link = root.querySelector("a")!;
    expect(link.href).toBe("https://example.org/a");
    expect(link.rel).toContain("noopener");
    expect(root.textContent).toBe("Source: A report (leaves this book), 2024");
  });

  test.each([
    ["copy", "read as a copy or at second hand"],
    ["quoted", "as quoted by another source"],
    ["contested", "sources differ"],
    ["weak", "a weak source"],
  ])("says where it was not read itself: %s", (evidence, words) => {
    expect(draw({ title: "A", url: "https://example.org/", evidence }).textContent).toContain(
      `(${words})`,
    );
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "", "//example.org"])(
    "is words alone where its address is not of the web: %j",
    (url) => {
      draw({ title: "<b>A</b>", url });
      expect(root.querySelector("a")).toBeNull();
      expect(root.textContent).toBe("Source: <b>A</b>");
    },
  );

  test("goes by its host's name without a title, and needs no word before it", () => {
    draw({ title: "", url: "https://www.example.org/x", label: "" });
    expect(root.textContent).toBe("example.org (leaves this book)");
  });

  test("odd evidence is no remark", () => {
    expect(draw({ title: "A", evidence: "unheard-of" }).textContent).toBe("Source: A");
  });
});
