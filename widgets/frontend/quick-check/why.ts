/** The explanations that already stand in the page, with their links to the sources. */

/**
 * Find the explanation of each question in the plain HTML beside a widget.
 *
 * They are taken from there and not made again: only the page knows where its references are.
 */
export function explanations(el: Element): (Element | undefined)[] {
  const plain = el.closest(".guidebook-widget")?.querySelector(".guidebook-plain");
  const questions = plain?.querySelectorAll(".qc-question") ?? [];
  return [...questions].map((question) => question.querySelector(".qc-why") ?? undefined);
}

/** A copy that may stand beside its original: without ids. */
export function copy(element: Element): Element {
  const copied = element.cloneNode(true) as Element;
  for (const one of [copied, ...copied.querySelectorAll("[id]")]) one.removeAttribute("id");
  return copied;
}
