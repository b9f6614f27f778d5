"""Says what is wrong with where the keyboard's focus is."""

from __future__ import annotations

# The focus shows as an outline, on the control or on the field that holds it; it stands out by 3 to 1
# (WCAG 2.2, 1.4.11) from what it is drawn on: what lies around the control, or the control itself where
# the outline is drawn inside of it.
SEEN = """(given) => {
  const focused = given ?? document.activeElement;
  if (!focused || focused === document.body) return "the focus is lost";
  const it = focused.outerHTML.replace(/\\s+/g, " ").slice(0, 200);
  if (!focused.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    return `the focus is on something invisible: ${it}`;

  const parts = (colour) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const scale = colour.startsWith("color(") ? 255 : 1;
    return { rgb: [red * scale, green * scale, blue * scale], alpha };
  };
  const over = (top, below) => top.rgb.map((one, at) => one * top.alpha + below[at] * (1 - top.alpha));
  const behind = (one) => {
    if (!one) return [255, 255, 255];
    const colour = parts(getComputedStyle(one).backgroundColor);
    return colour.alpha === 1 ? colour.rgb : over(colour, behind(one.parentElement));
  };
  const light = (rgb) => {
    const [red, green, blue] = rgb.map((one) => {
      const part = one / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  for (let one = focused, up = 0; one && up < 3; one = one.parentElement, up += 1) {
    const style = getComputedStyle(one);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) continue;
    if (style.outlineStyle === "auto") return ""; // two colours, of the browser's own choice
    const ground = behind(parseFloat(style.outlineOffset) < 0 ? one : one.parentElement);
    const [bright, dark] = [light(over(parts(style.outlineColor), ground)), light(ground)]
      .sort((left, right) => right - left);
    const contrast = (bright + 0.05) / (dark + 0.05);
    return contrast >= 3 ? "" : `the focus stands out by ${contrast.toFixed(1)} to 1 only: ${it}`;
  }
  return `the focus cannot be seen: ${it}`;
}"""

# Whether something that stays while the page scrolls lies over all of the focus (WCAG 2.2, 2.4.11).
COVERED = """() => {
  const focused = document.activeElement;
  const box = focused.getBoundingClientRect();
  const covers = (hit) => {
    for (let one = hit; one && !one.contains(focused); one = one.parentElement) {
      if (focused.contains(one)) return false;
      if (["fixed", "sticky"].includes(getComputedStyle(one).position)) return true;
    }
    return false;
  };
  const points = [0.1, 0.5, 0.9].flatMap((right) => [0.1, 0.5, 0.9].map((down) =>
    [box.left + right * box.width, box.top + down * box.height]));
  const within = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  if (!within.length || !within.every(([x, y]) => covers(document.elementFromPoint(x, y)))) return "";
  return `the focus is covered: ${focused.outerHTML.replace(/\\s+/g, " ").slice(0, 200)}`;
}"""

# One step of a walk with the Tab key; null at its end, where the page is left or begins again.
STEP = f"""async () => {{
  const outer = document.activeElement;
  // A map goes to what has the focus, and the page goes with it, in the next frames.
  if (outer?.tagName === "IFRAME")
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  // The focus of a frame is that of what has it in there.
  const inner = outer?.tagName === "IFRAME" ? outer.contentDocument?.activeElement : null;
  const focused = inner ?? outer;
  if (!focused || focused === document.body || focused === globalThis.tabbedFirst) return null;
  if (inner?.tagName === "BODY") return [`the focus is nowhere in ${{outer.outerHTML.slice(0, 200)}}`];
  const faults = [({SEEN})(focused), inner ? "" : ({COVERED})()];
  const it = focused.outerHTML.replace(/\\s+/g, " ").slice(0, 200);

  const before = globalThis.tabbedLast;
  globalThis.tabbedFirst ??= focused;
  globalThis.tabbedLast = {{ focused, outer }};
  const follows = (one, other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const isAfter = before?.outer === outer
    ? () => follows(before.focused, focused)
    : () => follows(before.outer, outer);
  if (before?.focused.isConnected && !isAfter()) faults.push(`the focus jumped back to: ${{it}}`);

  const frame = inner ? outer.getBoundingClientRect() : {{ left: 0, top: 0 }};
  const own = focused.getBoundingClientRect();
  const box = new DOMRect(own.x + frame.left, own.y + frame.top, own.width, own.height);
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
