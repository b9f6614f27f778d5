"""Mends what other tools write into a page's content that screen readers stumble over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

MENDED: tuple[tuple[re.Pattern[str], str], ...] = (
    # docutils marks a bibliography as a list, and its entries by a role that was given up.
    (re.compile(r'(<div class="citation"[^>]*) role="doc-biblioentry">'), r'\1 role="listitem">'),
    # myst-nb gives a folded cell a spoken name other than the one it shows.
    (re.compile(r'<summary aria-label="Toggle hidden content">'), "<summary>"),
    # pandas and docutils leave the corner of a table as a heading of nothing.
    (re.compile(r"<th(?: class=\"[^\"]*\")?>(?:<p>\s*</p>)?</th>"), "<td></td>"),
)


def mend(body: str) -> str:
    """Mend a page's content.

    Parameters
    ----------
    body
        Its HTML.

    Examples
    --------
    >>> mend("<tr><th></th><th>name</th></tr>")
    '<tr><td></td><th>name</th></tr>'
    """
    for wrong, right in MENDED:
        body = wrong.sub(right, body)
    return body


def mend_page(
    _app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Mend a page before it is put into its template."""
    if context.get("body"):
        context["body"] = mend(context["body"])


def setup(app: Sphinx) -> None:
    """Connect the mending."""
    app.connect("html-page-context", mend_page)
