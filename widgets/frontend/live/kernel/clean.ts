/** Makes HTML fit to stand in the page: what came out of data is data, and never runs. */
import DOMPurify from "dompurify";

/** For labels and descriptions of widgets: a few words with emphasis. */
const INLINE = ["a", "abbr", "b", "br", "code", "em", "i", "li", "ol", "span", "strong", "ul"];

export function cleanInline(markup: string): string {
  return DOMPurify.sanitize(markup, {
    ALLOWED_TAGS: INLINE,
    ALLOWED_ATTR: ["class", "href", "title", "style"],
  });
}

/** No scripts, no forms, no frames, and no address that a page would ask without being told to. */
export function cleanBlock(markup: string | Node): DocumentFragment {
  const fragment = DOMPurify.sanitize(markup, {
    FORBID_TAGS: ["form", "input", "button", "textarea", "select", "base", "link", "meta"],
    FORBID_ATTR: ["id", "name", "srcset"],
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of fragment.querySelectorAll("a[href]")) {
    link.setAttribute("rel", "noreferrer noopener");
    // A link that replaced the page would end the kernel unasked.
    if (!link.getAttribute("href")!.startsWith("#")) link.setAttribute("target", "_blank");
  }
  // pandas heads the column of its index with nothing; a heading that says nothing is none.
  for (const head of fragment.querySelectorAll("th:empty")) {
    head.replaceWith(document.createElement("td"));
  }
  // pandas and others bring style sheets for their own tables, which would hold for the whole page.
  for (const style of fragment.querySelectorAll("style")) style.remove();
  return fragment;
}

/** `sanitize-html`, as the widgets' manager calls it; the build puts this in its place. */
export default function sanitize(markup: string): string {
  return cleanInline(markup);
}
