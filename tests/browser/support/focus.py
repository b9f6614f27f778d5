"""Says what is wrong with where the keyboard's focus is."""

from __future__ import annotations

# The focus shows as an outline, on the control or on the field that holds it.
SEEN = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return "the focus is lost";
  const it = focused.outerHTML.replace(/\\s+/g, " ").slice(0, 200);
  if (!focused.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    return `the focus is on something invisible: ${it}`;
  for (let one = focused, up = 0; one && up < 3; one = one.parentElement, up += 1) {
    const style = getComputedStyle(one);
    if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) return "";
  }
  return `the focus cannot be seen: ${it}`;
}"""

# One step of a walk with the Tab key; null at its end, where the page is left or begins again.
STEP = f"""() => {{
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused === globalThis.tabbedFirst) return null;
  const faults = [({SEEN})()];
  const it = focused.outerHTML.replace(/\\s+/g, " ").slice(0, 200);

  const before = globalThis.tabbedLast;
  globalThis.tabbedFirst ??= focused;
  globalThis.tabbedLast = focused;
  const follows = (one) =>
    one.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (before?.isConnected && !follows(before)) faults.push(`the focus jumped back to: ${{it}}`);

  const box = focused.getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
    faults.push(`the focus is out of sight: ${{it}}`);
  for (const cover of document.querySelectorAll(".bd-header, .book-leave")) {{
    // The link that skips to the text is drawn above the bar.
    if (cover.contains(focused) || focused.closest(".skip-link")) continue;
    if (!["fixed", "sticky"].includes(getComputedStyle(cover).position)) continue;
    const over = cover.getBoundingClientRect();
    const width = Math.min(box.right, over.right) - Math.max(box.left, over.left);
    const height = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
    // What is taller than the room between the two has to lie under one of them.
    if (width > 2 && height > 2 && box.height < innerHeight / 2)
      faults.push(`the focus is under ${{cover.className}}: ${{it}}`);
  }}
  return faults.filter(Boolean);
}}"""
