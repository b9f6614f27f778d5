"""Gives pages their addresses: ``book/help-now.md`` becomes ``help-now.html``.

The sources stand in ``book/``, the site does not show it. So the root's ``index.html`` is the
home page itself: nobody is redirected, and no page exists twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SOURCE_FOLDER = "book/"


def published(docname: str) -> str:
    """Give the name under which a source document is published.

    Parameters
    ----------
    docname
        The document's path below the project's root, without its suffix.

    Examples
    --------
    >>> published("book/directory/list")
    'directory/list'
    >>> published("search")
    'search'
    """
    return docname.removeprefix(SOURCE_FOLDER)


def to_root(docname: str) -> str:
    """Give the relative address of the site's root, seen from a page.

    Parameters
    ----------
    docname
        The document's path below the project's root, without its suffix.

    Examples
    --------
    >>> to_root("book/index")
    './'
    >>> to_root("book/directory/list")
    '../'
    """
    return "../" * published(docname).count("/") or "./"


class EditionBuilder(StandaloneHTMLBuilder):
    """The usual HTML builder, writing pages at their published addresses."""

    search = False
    """Sphinx's own search is left out: `guidebook.edition.search` takes its place."""

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Give a page's address below the site's root."""
        return super().get_target_uri(published(docname), typ)

    def get_outfilename(self, pagename: str) -> str:
        """Give the file that a page is written to."""
        return super().get_outfilename(published(pagename))


def setup(app: Sphinx) -> None:
    """Put the builder in the place of the usual one."""
    app.add_builder(EditionBuilder, override=True)
