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
  for (const style of fragment.querySelectorAll("style")) contain(style);
  return fragment;
}

/** pandas brings a style sheet for its own table; nobody may bring one for the page. */
function contain(style: Element): void {
  const scoped = style.hasAttribute("scoped") || /^[^{}]*#T_\w+/.test(style.textContent ?? "");
  if (!scoped) style.remove();
  else if (style.hasAttribute("scoped")) style.remove(); // no browser scopes it; the book's own does
}

/** `sanitize-html`, as the widgets' manager calls it; the build puts this in its place. */
export default function sanitize(markup: string): string {
  return cleanInline(markup);
}
