"""``{timeline-table}`` and ``{event}``: the dated events of the timeline, and dates in prose.

A chapter that names an event takes the date from the table, with a link to the event's source:
``{event}`` followed by the event's id gives the date as far as it is known, and with ``:year``
after the id the year alone. So no chapter and table can disagree.
"""

from __future__ import annotations

from datetime import date
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import SphinxRole

from guidebook.edition.dates import in_words
from guidebook.edition.directives.base import BookDirective, book_for
from guidebook.edition.markup import link
from guidebook.problems import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx
    from sphinx.domains.std import StandardDomain

EVIDENCE = {
    "read": "",
    "copy": "read as a copy or at second hand",
    "contested": "sources differ",
}
"""What stands behind a source; one that was itself read needs no remark."""
YEAR = ":year"


class TimelineTable(BookDirective):
    """Every event, by decade, with its source; each can be linked to."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write a section for each decade and name the events' anchors to Sphinx."""
        rows = self.book.rows("timeline")
        themes = {row["id"]: row["label"] for row in self.book.rows("themes")}
        domain = cast("StandardDomain", self.env.get_domain("std"))
        for row in rows:
            label = anchor(row["id"])
            domain.anonlabels[label] = (self.env.docname, label)
            domain.labels[label] = (self.env.docname, label, row["title"])
        decades = {
            decade: list(members)
            for decade, members in groupby(rows, key=lambda row: f"{row['year'][:3]}0s")
        }
        sections = [self.section(decade, members, themes) for decade, members in decades.items()]
        return [self.html(jumps({name: len(rows) for name, rows in decades.items()})), *sections]

    def section(
        self, decade: str, rows: Iterable[Mapping[str, str]], themes: Mapping[str, str]
    ) -> nodes.section:
        """Write one decade."""
        section = nodes.section(ids=[f"the-{decade}"], names=[])
        section += nodes.title("", f"The {decade}")
        items = "\n".join(event_html(row, themes, self.book.countries) for row in rows)
        section += self.html(f'<ol class="book-events">\n{items}\n</ol>')
        return section


class Event(SphinxRole):
    """The date of an event, with a link to it."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Write the date."""
        dates = {row["id"]: row["date"] for row in book_for(self.env).rows("timeline")}
        wanted = self.text.strip()
        name = wanted.removesuffix(YEAR)
        if name not in dates:
            message = self.inliner.reporter.error(
                f"the timeline has no event “{name}”; {meant(name, sorted(dates))}",
                line=self.lineno,
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        cell = dates[name]
        text = cell[:4] if wanted.endswith(YEAR) else date_words(cell)
        reference = pending_xref(
            self.rawtext,
            nodes.inline(self.rawtext, text),
            refdomain="std",
            reftype="ref",
            reftarget=anchor(name),
            refexplicit=True,
            refwarn=True,
            refdoc=self.env.docname,
        )
        self.set_source_info(reference)
        return [reference], []


def anchor(identity: str) -> str:
    """Give the anchor of an event.

    Parameters
    ----------
    identity
        The event's id.

    Examples
    --------
    >>> anchor("tacoma")
    'event-tacoma'
    """
    return f"event-{identity}"


def date_words(cell: str) -> str:
    """Write a date, as exact as it is, as a sentence has it.

    Parameters
    ----------
    cell
        A year, a month or a day: ``1988``, ``1988-08`` or ``1988-11-07``.

    Examples
    --------
    >>> [date_words(cell) for cell in ("1988", "1988-08", "1988-11-07")]
    ['1988', 'August 1988', '7 November 1988']
    """
    parts = [int(part) for part in cell.split("-")]
    if len(parts) == 1:
        return cell
    if len(parts) == 2:  # noqa: PLR2004 (a year and a month)
        return f"{date(parts[0], parts[1], 1):%B %Y}"
    return in_words(date(*parts))


def jumps(decades: Mapping[str, int]) -> str:
    """Write links to the decades.

    Parameters
    ----------
    decades
        The decades, such as ``1980s``, and how many events each has.

    Examples
    --------
    >>> jumps({"1980s": 2})
    '<nav class="book-jumps" aria-label="Decades"><ul><li><a href="#the-1980s">1980s</a> 2</li></ul></nav>'
    """
    items = "".join(
        f'<li><a href="#the-{decade}">{decade}</a> {count}</li>'
        for decade, count in decades.items()
    )
    return f'<nav class="book-jumps" aria-label="Decades"><ul>{items}</ul></nav>'


def event_html(
    row: Mapping[str, str], themes: Mapping[str, str], countries: Mapping[str, str]
) -> str:
    """Write an event as an item of a list.

    Parameters
    ----------
    row
        A row of the timeline.
    themes
        The themes' labels by id.
    countries
        Names of countries by code.

    Examples
    --------
    >>> row = {"id": "a", "date": "1988", "title": "A <b>", "description": "It begins.",
    ...        "place": "Tacoma", "country": "US", "themes": "law", "evidence": "copy",
    ...        "source_title": "A page", "source_url": "https://example.org/"}
    >>> print(event_html(row, {"law": "Law"}, {"US": "United States"}))
    <li id="event-a"><p class="book-event-date"><time datetime="1988">1988</time></p>
    <p><strong>A &lt;b&gt;</strong></p>
    <p>It begins.</p>
    <p class="book-small">Tacoma, United States. Law. Source (read as a copy or at second hand):
    <a href="https://example.org/">A page</a></p></li>
    """
    country = countries.get(row["country"], row["country"])
    place = row["place"] if row["place"] == country else f"{row['place']}, {country}"
    labels = ", ".join(themes[theme] for theme in row["themes"].split(";"))
    remark = EVIDENCE[row["evidence"]]
    source = f"Source ({remark})" if remark else "Source"
    return (
        f'<li id="{anchor(escape(row["id"]))}"><p class="book-event-date">'
        f'<time datetime="{escape(row["date"])}">{date_words(row["date"])}</time></p>\n'
        f"<p><strong>{escape(row['title'])}</strong></p>\n"
        f"<p>{escape(row['description'])}</p>\n"
        f'<p class="book-small">{escape(place)}. {escape(labels)}. {source}: '
        f"{link(row['source_url'], row['source_title'])}</p></li>"
    )


def setup(app: Sphinx) -> None:
    """Register the directive and the role."""
    app.add_directive("timeline-table", TimelineTable)
    app.add_role("event", Event())
