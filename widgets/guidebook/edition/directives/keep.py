"""``{keep-offline}``: the button that keeps the book on the reader's device."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from guidebook.edition.addresses import to_root
from guidebook.edition.page_scripts import load_where

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


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("keep-offline", KeepOffline)
    load_where(app, MARK, "keep-edition.js", "keep.js", priority=820)
