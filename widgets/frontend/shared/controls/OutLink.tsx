import type { ComponentChildren } from "preact";
import { safeHref } from "../dom";
import { Icon } from "./Icon";

/** A link that leaves the book and says so; plain words where the address is not one of the web. */
export function OutLink({ href, children }: { href: string; children: ComponentChildren }) {
  const safe = safeHref(href);
  if (safe === null) return <bdi>{children}</bdi>;
  return (
    <a class="gb-out" href={safe} target="_blank" rel="noopener noreferrer">
      <bdi>{children}</bdi>
      <Icon name="out" />
      <span class="gb-spoken"> (leaves this book)</span>
    </a>
  );
}
