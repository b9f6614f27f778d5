"""Gives pages their addresses: ``book/help-now.md`` becomes ``help-now.html``.

The sources stand in ``book/``, the site does not show it. So the root's ``index.html`` is the
home page itself: nobody is redirected, and no page exists twice.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.search import js_index

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

    def init(self) -> None:
        """Keep the search index that speaks of sources beside the doctrees.

        Sphinx loads it again at the next build to update it; the published one is made
        from it.
        """
        super().init()
        self.searchindex_filename = str(Path(self.doctreedir) / "searchindex.js")

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Give a page's address below the site's root."""
        return super().get_target_uri(published(docname), typ)

    def get_outfilename(self, pagename: str) -> str:
        """Give the file that a page is written to."""
        return super().get_outfilename(published(pagename))

    def dump_search_index(self) -> None:
        """Write the search index, with published names in the site."""
        super().dump_search_index()
        index: dict[str, Any] = js_index.loads(
            Path(self.searchindex_filename).read_text(encoding="utf-8")
        )
        index["docnames"] = [published(name) for name in index["docnames"]]
        (Path(self.outdir) / "searchindex.js").write_text(js_index.dumps(index), encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Put the builder in the place of the usual one."""
    app.add_builder(EditionBuilder, override=True)
