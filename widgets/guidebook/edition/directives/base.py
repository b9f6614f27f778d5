"""What the directives share: the tables, and reading a page again when a table changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from guidebook.edition.book import Book

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from guidebook.widget import BookWidget


def book_for(env: BuildEnvironment) -> Book:
    """Give the tables, and note that the page being read depends on them.

    Parameters
    ----------
    env
        The environment of the build.
    """
    book = Book.of(env.app)
    for path in book.files:
        env.note_dependency(str(path))
    return book


class BookDirective(SphinxDirective):
    """A directive that writes HTML from the tables."""

    @property
    def book(self) -> Book:
        """The tables; whoever asks is read again when they change."""
        return book_for(self.env)

    def html(self, markup: str) -> nodes.raw:
        """Wrap markup as a node.

        Parameters
        ----------
        markup
            HTML in which everything that comes from data is escaped.
        """
        node = nodes.raw("", markup, format="html")
        self.set_source_info(node)
        return node

    def widget(self, widget: BookWidget) -> nodes.raw:
        """Stand a widget in the page: its plain HTML, and the state that brings it to life.

        Parameters
        ----------
        widget
            The widget, as a notebook would make it.
        """
        return self.html(widget.to_html())
