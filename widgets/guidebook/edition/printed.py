"""Marks links whose words are their address.

On paper a link that leads out of the book is followed by its address (the print rules of
``guidebook.css``). Where the words say it already, it would stand there twice.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

BARE = "book-bare"
LINK = re.compile(
    r'<a (?P<attributes>[^>]*?\bhref="(?P<address>https?://[^"]*)"[^>]*)>(?P<words>.*?)</a>',
    re.DOTALL,
)
TAG = re.compile(r"<[^>]*>")
EDGES = re.compile(r"^https?://(www\.)?|/$")


def says_address(words: str, address: str) -> bool:
    """Tell whether a link's words are its address.

    Parameters
    ----------
    words
        What stands in the link, as HTML.
    address
        Where it leads, as it stands in the attribute.

    Examples
    --------
    >>> says_address("<bdi>example.org/a</bdi>", "https://www.example.org/a/")
    True
    >>> says_address("An example", "https://example.org/")
    False
    """
    shown = unescape(TAG.sub("", words)).strip()
    return EDGES.sub("", shown) == EDGES.sub("", unescape(address))


def mark(body: str) -> str:
    """Mark the links of a page.

    Parameters
    ----------
    body
        Its HTML.

    Examples
    --------
    >>> mark('<a href="https://a.org">a.org</a> <a href="https://b.org">b</a>')
    '<a class="book-bare" href="https://a.org">a.org</a> <a href="https://b.org">b</a>'
    """

    def marked(link: re.Match[str]) -> str:
        if not says_address(link["words"], link["address"]):
            return link[0]
        attributes = link["attributes"]
        if 'class="' in attributes:
            attributes = attributes.replace('class="', f'class="{BARE} ', 1)
        else:
            attributes = f'class="{BARE}" {attributes}'
        return f"<a {attributes}>{link['words']}</a>"

    return LINK.sub(marked, body)


def mark_page(
    _app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Mark a page before it is put into its template."""
    if context.get("body"):
        context["body"] = mark(context["body"])


def setup(app: Sphinx) -> None:
    """Connect the marking."""
    app.connect("html-page-context", mark_page)
