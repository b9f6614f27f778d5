"""``{keep-offline}``: the button that keeps the book on the reader's device."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from guidebook.edition.addresses import to_root
from guidebook.edition.widgets import FOLDER

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MARK = 'class="book-keep"'


class KeepOffline(SphinxDirective):
    """The place of the button, and what stands there without scripts."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write the place; the script fills it."""
        markup = (
            f'<div {MARK} data-root="{to_root(self.env.docname)}">\n'
            '<p class="book-without-scripts">The button that keeps the book needs scripts. '
            "The archive does the same without.</p>\n</div>"
        )
        return [nodes.raw("", markup, format="html")]


def add_scripts(
    app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Load the button's scripts on the page that has it."""
    if MARK in (context.get("body") or ""):
        for name in ("keep-edition.js", "keep.js"):
            app.add_js_file(f"{FOLDER}/{name}", loading_method="defer", priority=820)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("keep-offline", KeepOffline)
    app.connect("html-page-context", add_scripts, priority=950)
