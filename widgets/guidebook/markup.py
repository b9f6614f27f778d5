"""Small pieces of HTML, safe by construction: whatever comes from a table is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def link(address: str, text: str) -> str:
    """Write a link to a web page, or the plain text where the address is none.

    Parameters
    ----------
    address
        The address; only http and https become links.
    text
        What the link says.

    Examples
    --------
    >>> link("https://example.org/?a=1&b=2", "A <b>")
    '<a href="https://example.org/?a=1&amp;b=2">A &lt;b&gt;</a>'
    >>> link("javascript:alert(1)", "A")
    'A'
    """
    try:
        safe = urlsplit(address).scheme.lower() in {"http", "https"}
    except ValueError:
        safe = False
    return f'<a href="{escape(address)}">{escape(text)}</a>' if safe else escape(text)


def call(scheme: str, digits: str, text: str) -> str:
    """Write a link that a phone can call or text.

    Parameters
    ----------
    scheme
        ``tel`` or ``sms``.
    digits
        What is dialled; anything but digits and a leading plus is left out.
    text
        What the link says.

    Examples
    --------
    >>> call("tel", "112", "112")
    '<a href="tel:112">112</a>'
    >>> call("tel", "", "by radio")
    'by radio'
    """
    dialled = "".join(
        sign for sign in digits if sign.isascii() and (sign.isdigit() or sign in "+*#")
    )
    if not dialled:
        return escape(text)
    return f'<a href="{scheme}:{dialled.replace("#", "%23")}">{escape(text)}</a>'


class Sources:
    """Numbers the sources of a table, so that one that many rows share is written once.

    Parameters
    ----------
    name
        Begins the ids of the list's entries.

    Examples
    --------
    >>> sources = Sources("s")
    >>> sources.cite("A list", "", "2024")
    '<a href="#s-1">1</a>, 2024'
    >>> sources.cite("A list", "", "")
    '<a href="#s-1">1</a>, undated'
    >>> sources.listed()
    '<ol class="book-sources"><li id="s-1">A list</li></ol>'
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.seen: list[str] = []

    def cite(self, title: str, address: str, year: str) -> str:
        """Write the number of a row's source, and how old the source is.

        Parameters
        ----------
        title
            The source's title.
        address
            Its address, or nothing.
        year
            Its year, or nothing.
        """
        return f"{self.number(title, address)}, {escape(year) or 'undated'}"

    def number(self, title: str, address: str) -> str:
        """Write the number of a source alone, where the table knows no year.

        Parameters
        ----------
        title
            The source's title.
        address
            Its address, or nothing.
        """
        entry = link(address, title)
        if entry not in self.seen:
            self.seen.append(entry)
        number = self.seen.index(entry) + 1
        return f'<a href="#{self.name}-{number}">{number}</a>'

    def listed(self) -> str:
        """Write the list of sources."""
        items = (
            f'<li id="{self.name}-{number}">{entry}</li>'
            for number, entry in enumerate(self.seen, start=1)
        )
        return f'<ol class="book-sources">{"".join(items)}</ol>'


def table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "", kind: str = ""
) -> str:
    """Write a table that scrolls inside itself; the first cell of a row is its heading.

    Parameters
    ----------
    heads
        The columns' headings, as text.
    rows
        The cells, as HTML.
    caption
        What the table shows, as text; screen readers announce it.
    kind
        A class of the table.
    """
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "\n".join(
        f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>"
        for first, *rest in rows
    )
    titled = f"<caption>{escape(caption)}</caption>" if caption else ""
    # A box that scrolls must be reachable by keyboard, and so needs a name.
    return (
        f'<div class="book-scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="table {escape(kind)}">{titled}'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )
