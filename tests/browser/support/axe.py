"""Runs axe-core in a page and says what it found in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

AXE = Path(__file__).parents[3] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What fades in has its own colours only once it is there.
_SETTLED = """
() => Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime < Infinity)
  .map((one) => one.finished))
"""

# The button that leaves lies over the page, and what is under it can be scrolled away: where a part
# of the page is looked at, it counts as a neighbour of whatever it happens to cover.
_RUN = """
async ([include, only]) => {
  const over = include === "html" ? [] : [...document.querySelectorAll(".book-leave")];
  for (const one of over) one.style.visibility = "hidden";
  const found = await axe.run(
    { include: [include] },
    { runOnly: only, resultTypes: ["violations"] },
  );
  for (const one of over) one.style.visibility = "";
  return found;
}
"""


def violations(page: Page, include: str = "html", rules: Sequence[str] = ()) -> list[str]:
    """List what is wrong with the page, or within an element of it, one line a fault.

    All rules of WCAG 2.2 AA and axe's best practices apply, or only those named.
    """
    if not page.evaluate("() => 'axe' in globalThis"):
        # Evaluated, not added as a script: the page's policy would rightly refuse that.
        page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(_SETTLED)
    only = {"type": "rule", "values": [*rules]} if rules else {"type": "tag", "values": TAGS}
    found = page.evaluate(_RUN, [include, only])
    return [
        f"{fault['id']} ({fault['impact']}): {node['target']} {node['html'][:160]} — "
        f"{' '.join((node.get('failureSummary') or '').split())[:300]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
