"""Entries as plain HTML: what a reader without scripts, a printer and a search engine get.

Everything that comes from a table is escaped, and isolated with ``<bdi>`` so that a name written
from right to left cannot turn the words around it. Nothing here is styled beyond a wrap of long
words; the classes are for the pages that want to.
"""

from __future__ import annotations

import math
import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from guidebook.directory.entry import WIDE_REACHES
from guidebook.directory.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from guidebook.directory.entry import Entry
    from guidebook.directory.filter import Term

    Vocabularies = Mapping[str, Mapping[str, Term]]
    Group = tuple[str, str, list["Entry"]]

BEYOND_COUNTRIES = "International and online"
"""The heading of entries that belong to no country."""

_WRAP = 'style="overflow-wrap: anywhere"'
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_DIALLED = re.compile(r"[+(]?[0-9][0-9 ().\-]{1,24}[0-9]")
_DEEPEST = 6


def entry_html(
    entry: Entry, vocabularies: Vocabularies, *, heading: int | None = None, anchor: bool = True
) -> str:
    """Write one entry as an HTML article.

    Parameters
    ----------
    entry
        The entry.
    vocabularies
        For each vocabulary, its terms by id.
    heading
        The level of the heading that holds its name, 1 to 6; None for a paragraph.
    anchor
        Whether the article has the id ``entry-<id>``, so that links can lead to it.

    Returns
    -------
    str
        Name, place, badge, what it offers, and the source with its date. A website that was not
        read, or is no http(s) address, is text without a link; so is a telephone number that only
        an old document lists, which stands with the old address in ``<details>``.

    Examples
    --------
    >>> from guidebook.directory import Entry
    >>> print(entry_html(Entry(id="a", name="Tea & Talk", badge="Seen 2019"), {}, heading=3))
    <article class="guidebook-entry" id="entry-a">
    <h3 class="guidebook-name"><bdi>Tea &amp; Talk</bdi></h3>
    <p class="guidebook-badge" data-kind=""><bdi>Seen 2019</bdi></p>
    </article>
    """
    tag = "p" if heading is None else f"h{min(max(heading, 1), _DEEPEST)}"
    name = f"<bdi>{escape(entry.name)}</bdi>"
    title = f"<strong>{name}</strong>" if heading is None else name
    identity = f' id="entry-{escape(entry.id)}"' if anchor and entry.id else ""
    parts = [
        f'<article class="guidebook-entry"{identity}>',
        f'<{tag} class="guidebook-name">{title}</{tag}>',
        *_summary(entry, vocabularies),
        *_facts(entry, vocabularies),
        *_listed(entry),
        "</article>",
    ]
    return "\n".join(parts)


def list_html(
    entries: Iterable[Entry],
    vocabularies: Vocabularies,
    *,
    heading: int | None = None,
    anchors: bool = True,
) -> str:
    """Write entries as an HTML list, in their order.

    Parameters
    ----------
    entries
        The entries.
    vocabularies
        For each vocabulary, its terms by id.
    heading
        The level of each entry's heading, 1 to 6; None for none.
    anchors
        Whether each entry has an id; not where a page could show an entry twice.

    Examples
    --------
    >>> list_html([], {})
    '<p class="guidebook-none">No entries.</p>'
    """
    items = [
        f"<li>\n{entry_html(entry, vocabularies, heading=heading, anchor=anchors)}\n</li>"
        for entry in entries
    ]
    if not items:
        return '<p class="guidebook-none">No entries.</p>'
    # role: Safari stops calling a list a list where its bullets are taken away.
    return "\n".join([f'<ul class="guidebook-list" role="list" {_WRAP}>', *items, "</ul>"])


def grouped(entries: Iterable[Entry]) -> list[Group]:
    """Group entries by country, then region.

    Parameters
    ----------
    entries
        The entries; within a group they keep their order.

    Returns
    -------
    list of (country name, region name, entries)
        By folded country, the entries of no country last; within a country those of no region first,
        then by folded region.

    Examples
    --------
    >>> from guidebook.directory import Entry
    >>> rows = [Entry(id="a", country_name="Peru"), Entry(id="b"), Entry(id="c", country_name="Mali")]
    >>> [(country, region, len(found)) for country, region, found in grouped(rows)]
    [('Mali', '', 1), ('Peru', '', 1), ('', '', 1)]
    """
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.country_name, entry.region_name), []).append(entry)
    names = sorted(groups, key=lambda name: (not name[0], fold(name[0]), fold(name[1]), name))
    return [(country, region, groups[country, region]) for country, region in names]


def grouped_html(
    entries: Iterable[Entry], vocabularies: Vocabularies, *, heading: int = 2, anchors: bool = True
) -> str:
    """Write entries under headings by country and region.

    Parameters
    ----------
    entries
        The entries.
    vocabularies
        For each vocabulary, its terms by id.
    heading
        The level of the countries' headings; regions stand one below, entries below those.
    anchors
        Whether each entry has an id.

    Examples
    --------
    >>> from guidebook.directory import Entry
    >>> print(grouped_html([Entry(name="A", country_name="Peru")], {}, anchors=False))
    <h2><bdi>Peru</bdi></h2>
    <ul ...>
    <li>
    <article class="guidebook-entry">
    <h3 class="guidebook-name"><bdi>A</bdi></h3>
    ...
    """
    parts = []
    last: str | None = None
    for country, region, members in grouped(entries):
        if country != last:
            parts.append(_heading(heading, country or BEYOND_COUNTRIES))
            last = country
        if region:
            parts.append(_heading(heading + 1, region))
        below = heading + (2 if region else 1)
        parts.append(list_html(members, vocabularies, heading=below, anchors=anchors))
    return "\n".join(parts) or list_html([], vocabularies)


def sample(entries: Sequence[Entry], vocabularies: Vocabularies, caption: str, total: int) -> str:
    """Write a few entries under a line of words, for a notebook.

    Parameters
    ----------
    entries
        The entries to show.
    vocabularies
        For each vocabulary, its terms by id.
    caption
        The line above them, as text.
    total
        How many there are.

    Examples
    --------
    >>> print(sample([], {}, "Directory: 0 entries", 0))
    <p><strong>Directory: 0 entries</strong></p>
    <p class="guidebook-none">No entries.</p>
    """
    parts = [
        f"<p><strong>{escape(caption)}</strong></p>",
        list_html(entries, vocabularies, anchors=False),
    ]
    if total > len(entries):
        parts.append(f"<p>and {total - len(entries):,} more</p>")
    return "\n".join(parts)


def web_address(text: str) -> str:
    """Give an address if it can safely be a link, otherwise "".

    Parameters
    ----------
    text
        What a table holds.

    Examples
    --------
    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    # Browsers drop these from addresses, so that "java\nscript:" runs.
    if re.search(r"[\x00-\x20\x7f\\]", text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.hostname else ""


def date_words(date: str) -> str:
    """Write a date of the tables as people read it.

    Examples
    --------
    >>> date_words("2025-03"), date_words("2025-03-09"), date_words("2025")
    ('March 2025', '9 March 2025', '2025')
    """
    found = _DATE.fullmatch(date)
    if not found:
        return date
    year, month, day = found.groups()
    if not month or not 1 <= int(month) <= len(_MONTHS):
        return date
    return " ".join([*([str(int(day))] if day else []), _MONTHS[int(month) - 1], year])


# ---- the parts of an entry -------------------------------------------------------------------------


def _summary(entry: Entry, vocabularies: Vocabularies) -> Iterator[str]:
    if entry.badge:
        kind = escape(entry.badge_kind)
        yield f'<p class="guidebook-badge" data-kind="{kind}">{_text(entry.badge)}</p>'
    what = _label(vocabularies, "types", entry.type)
    place = ", ".join(
        filter(None, dict.fromkeys([entry.city, entry.region_name, entry.country_name]))
    )
    if entry.reach in WIDE_REACHES:
        reach = _label(vocabularies, "reaches", entry.reach)
        place = f"{place} ({reach})" if place else reach
    distance = "" if math.isnan(entry.distance_km) else f"{entry.distance_km:,.1f} km"
    if line := " · ".join(_text(part) for part in (what, place, distance) if part):
        yield f'<p class="guidebook-place">{line}</p>'
    if entry.description:
        yield f'<p class="guidebook-description">{_text(entry.description)}</p>'


def _facts(entry: Entry, vocabularies: Vocabularies) -> Iterator[str]:
    """Yield what is known as a list of terms and values."""
    rows = [(term, value) for term, value in _terms(entry, vocabularies) if value]
    if rows:
        yield '<dl class="guidebook-facts">'
        yield from (f"<div><dt>{term}</dt> <dd>{value}</dd></div>" for term, value in rows)
        yield "</dl>"


def _terms(entry: Entry, vocabularies: Vocabularies) -> Iterator[tuple[str, str]]:
    yield (
        "Services, as coded by the editors; ask first",
        _labels(vocabularies, "services", entry.services),
    )
    yield "For", _labels(vocabularies, "audiences", entry.audience)
    yield "Approach", _labels(vocabularies, "approaches", entry.approach)
    yield "Formerly", ", ".join(_text(name) for name in entry.former_names)
    yield "Address", _address(entry)
    yield "Telephone", _phone(entry)
    yield "Website", _website(entry)
    if entry.status and not entry.is_historical:
        yield "Status", _text(_label(vocabularies, "statuses", entry.status))
    if entry.founded:
        about = "" if entry.founded_evidence == "read" else "about "
        yield "Began", f"{about}{_text(entry.founded)}"
    yield "Note", _text(entry.note)
    yield "Source", _source(entry)
    yield "Last checked with them", _date(entry.last_checked)


def _address(entry: Entry) -> str:
    if entry.address_public == "no":
        return "not public"
    address = _text(", ".join(filter(None, [entry.address, entry.postcode])))
    if address and entry.visitable == "no":
        return f"{address} (not a place to visit)"
    return address


def _phone(entry: Entry) -> str:
    if not entry.phone:
        return ""
    number = _text(entry.phone)
    if entry.is_historical:
        number += " (historical; do not rely on it)"
    elif _DIALLED.fullmatch(entry.phone):
        dialled = re.sub(r"[^0-9+]", "", entry.phone)
        number = f'<a href="tel:{dialled}">{number}</a>'
    origin = ", ".join(filter(None, [_text(entry.phone_source), _date(entry.phone_date)]))
    return f"{number} ({origin})" if origin else number


def _website(entry: Entry) -> str:
    if not entry.website:
        return ""
    if entry.website_evidence == "read" and (address := web_address(entry.website)):
        shown = re.sub(r"^https?://(www\.)?|/$", "", entry.website)
        return f'<a href="{escape(address)}" rel="noreferrer">{_text(shown)}</a>'
    return f"{_text(entry.website)} (not checked)"


def _source(entry: Entry) -> str:
    if not entry.source_title and not entry.source_url:
        return ""
    title = _text(entry.source_title or entry.source_url)
    if address := web_address(entry.source_url):
        title = f'<a href="{escape(address)}" rel="noreferrer">{title}</a>'
    return f"{title}, {_date(entry.source_date) or 'undated'}"


def _listed(entry: Entry) -> Iterator[str]:
    known = [_text(one) for one in (entry.listed_address, entry.listed_phone) if one]
    if not known:
        return
    origin = _text(entry.listed_source) if entry.listed_source else "an old document"
    year = f"c. {_text(entry.listed_year)}" if entry.listed_year else "date unknown"
    yield '<details class="guidebook-listed">'
    yield f"<summary>As listed in {origin}, {year}</summary>"
    yield f"<p>{'<br>'.join(known)}</p>"
    yield "<p>Not confirmed since: do not rely on it.</p>"
    yield "</details>"


def _heading(level: int, words: str) -> str:
    return f"<h{level}>{_text(words)}</h{level}>"


def _text(words: str) -> str:
    return f"<bdi>{escape(words)}</bdi>" if words else ""


def _date(date: str) -> str:
    if not _DATE.fullmatch(date):
        return _text(date)
    return f'<time datetime="{date}">{date_words(date)}</time>'


def _label(vocabularies: Vocabularies, vocabulary: str, term: str) -> str:
    terms = vocabularies.get(vocabulary, {})
    return terms[term].label if term in terms else term


def _labels(vocabularies: Vocabularies, vocabulary: str, terms: Iterable[str]) -> str:
    return ", ".join(_text(_label(vocabularies, vocabulary, term)) for term in terms)
