"""An Atom feed of what changed: the dated sections of the page *Changes*.

Each section whose title begins with a date, such as "November 2026: the first edition", is an entry;
changes to the directory stand there too, so that one place tells them all.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from docutils import nodes

from guidebook.edition.sharing import site_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.application import Sphinx

FEED = "feed.xml"
CHANGES = "book/about/changes"
DATED = re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<month>[A-Z][a-z]+) (?P<year>\d{4})\b")


class Change(NamedTuple):
    """One entry of the feed.

    Attributes
    ----------
    title
        The section's title.
    anchor
        Its anchor on the page.
    day
        Its date; the first of the month where only that is known.
    text
        What it says.
    """

    title: str
    anchor: str
    day: date
    text: str


def day_of(title: str) -> date | None:
    """Read the date at the beginning of a title.

    Parameters
    ----------
    title
        A section's title.

    Examples
    --------
    >>> day_of("November 2026: the first edition")
    datetime.date(2026, 11, 1)
    >>> day_of("24 December 2026: a number corrected")
    datetime.date(2026, 12, 24)
    >>> day_of("How changes are told")
    """
    if not (found := DATED.match(title)):
        return None
    words = f"{found['day'] or 1} {found['month']} {found['year']}"
    try:
        return datetime.strptime(words, "%d %B %Y").replace(tzinfo=UTC).date()
    except ValueError:
        return None


def changes(page: nodes.document) -> Iterator[Change]:
    """Yield the dated sections of a page.

    Parameters
    ----------
    page
        The page *Changes*.
    """
    for section in page.findall(nodes.section):
        title = section.next_node(nodes.title)
        if title is None or (day := day_of(title.astext())) is None:
            continue
        text = " ".join(
            " ".join(part.astext().split()) for part in section.findall(nodes.paragraph)
        )
        yield Change(title.astext(), section["ids"][0], day, text)


def feed(found: Sequence[Change], name: str, site: str, page: str) -> str:
    """Write the feed.

    Parameters
    ----------
    found
        Its entries.
    name
        The book's name.
    site
        The site's address, or nothing: then addresses begin at the feed's own.
    page
        The address of the page *Changes* in the site.

    See Also
    --------
    RFC 4287, The Atom Syndication Format.

    Examples
    --------
    >>> change = Change("May 2026: A & B", "a", date(2026, 5, 1), "Text.")
    >>> "<title>May 2026: A &amp; B</title>" in feed([change], "Book", "", "changes.html")
    True
    """
    newest = max((change.day for change in found), default=date(2026, 1, 1))
    entries = "".join(
        f"<entry><id>{identity(name, change.anchor)}</id><title>{escape(change.title)}</title>"
        f"<updated>{moment(change.day)}</updated>"
        f"<link href={quoteattr(f'{site}{page}#{change.anchor}')}/>"
        f"<summary>{escape(change.text)}</summary></entry>\n"
        for change in found
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<id>{identity(name, 'feed')}</id><title>{escape(name)}: changes</title>"
        f"<updated>{moment(newest)}</updated><author><name>{escape(name)}</name></author>"
        f"<link href={quoteattr(site + page)}/>"
        f'<link rel="self" href={quoteattr(site + FEED)}/>\n{entries}</feed>\n'
    )


def identity(name: str, part: str) -> str:
    """Give an identity that stays the same wherever the book is published.

    Parameters
    ----------
    name
        The book's name.
    part
        What of it.
    """
    return uuid5(NAMESPACE_URL, f"{name}#{part}").urn


def moment(day: date) -> str:
    """Write a day as Atom asks for it.

    Parameters
    ----------
    day
        The day.

    Examples
    --------
    >>> moment(date(2026, 11, 22))
    '2026-11-22T00:00:00Z'
    """
    return f"{day.isoformat()}T00:00:00Z"


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the feed, where the book has the page."""
    if exception or app.builder.name != "html" or CHANGES not in app.env.found_docs:
        return
    found = sorted(changes(app.env.get_doctree(CHANGES)), key=lambda one: one.day, reverse=True)
    text = feed(
        found, str(app.config.project), site_address(app), app.builder.get_target_uri(CHANGES)
    )
    (Path(app.outdir) / FEED).write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the writing."""
    app.connect("build-finished", write, priority=815)
