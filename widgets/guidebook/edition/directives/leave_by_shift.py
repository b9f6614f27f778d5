"""``{leave-by-shift}``: the reader's choice whether Shift, pressed three times, leaves the book."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MARKUP = """<div class="book-leave-by-shift">
<p class="pst-js-only"><label><input type="checkbox" checked>
Pressing Shift three times leaves the book</label></p>
<p role="status"></p>
<p class="book-without-scripts">Scripts are off: pressing Shift does nothing.</p>
</div>"""


class LeaveByShift(SphinxDirective):
    """A box to tick, on the page that explains leaving; the script of every page fills it."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write the box; a copy without the button has no use for it."""
        if not self.config.guidebook_leave_site:
            return []
        return [nodes.raw("", MARKUP, format="html")]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("leave-by-shift", LeaveByShift)
