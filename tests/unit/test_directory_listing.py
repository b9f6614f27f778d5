"""Entries as plain HTML: what they say, and that nothing in a table can run or hide in them."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.directory import Directory, Entry, Term, load_directory
from guidebook.directory.build import build_frame
from guidebook.directory.entry import LIST_COLUMNS, NUMBER_COLUMNS, TABLE_COLUMNS
from guidebook.directory.listing import (
    date_words,
    entry_html,
    grouped,
    grouped_html,
    list_html,
    web_address,
)

EDITION = date(2026, 11, 22)
LABELS = {
    "types": {"network": Term("Network", "")},
    "services": {"naloxone": Term("Naloxone", "")},
    "reaches": {"national": Term("National", "")},
}
VOID = {"br"}
HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "&lt;script&gt;",
    "<!-- </article>",
    "</bdi></p></details><iframe src=//evil.example>",
    "\u202eevil\u202c \u200f\u2067name",
    "x" * 500,
    "{{ 7 * 7 }} ${7*7} `x`",
    "]]><svg onload=alert(1)>",
]


class Page(HTMLParser):
    """Reads HTML and checks that it is well formed."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.comments: list[str] = []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def links(self) -> list[str]:
        return [attrs["href"] or "" for tag, attrs in self.tags if tag == "a"]

    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.tags if "id" in attrs]


TAGS = {
    "article",
    "ul",
    "li",
    "p",
    "strong",
    "bdi",
    "dl",
    "div",
    "dt",
    "dd",
    "a",
    "time",
    "details",
    "summary",
    "br",
}
ATTRIBUTES = {"class", "id", "data-kind", "href", "rel", "role", "style", "datetime"}


def assert_harmless(page: Page) -> None:
    for tag, attributes in page.tags:
        assert tag in TAGS or re.fullmatch("h[1-6]", tag)
        assert set(attributes) <= ATTRIBUTES
        assert attributes.get("style") in (None, "overflow-wrap: anywhere")
    for link in page.links():
        assert re.match(r"https?://[^\s]|tel:[+0-9]", link)
    assert page.comments == []


def one(**cells: str) -> Page:
    entry = Entry(id="a", name="Alder")._replace(**cells)
    return Page(entry_html(entry, LABELS))


# ---- what it says ----------------------------------------------------------------------------------


def test_an_entry() -> None:
    entry = Entry(
        id="alder",
        name="Alder Street Exchange",
        former_names=("Old Alder",),
        description="A van on Tuesdays.",
        type="network",
        services=("naloxone", "unknown-service"),
        reach="national",
        city="Chicago",
        region_name="Illinois",
        country_name="United States",
        founded="1999",
        badge="Confirmed 2025",
        badge_kind="confirmed",
        source_title="Annual report",
        source_url="https://example.org/report?a=1&b=2",
        source_date="2025-03",
    )
    page = Page(entry_html(entry, LABELS, heading=4))
    words = " ".join(page.text.split())
    assert page.ids() == ["entry-alder"]
    assert ("h4", {"class": "guidebook-name"}) in page.tags
    for part in (
        "Alder Street Exchange Confirmed 2025 Network · Chicago, Illinois, United States (National)",
        "A van on Tuesdays.",
        "Services, as coded by the editors; ask first Naloxone, unknown-service",
        "Formerly Old Alder",
        "Began about 1999",
        "Source Annual report, March 2025",
    ):
        assert part in words
    assert page.links() == ["https://example.org/report?a=1&b=2"]
    assert ("time", {"datetime": "2025-03"}) in page.tags


def test_a_distance() -> None:
    page = Page(entry_html(Entry(id="a", name="A", city="Lima", distance_km=1234.56), {}))
    assert "Lima · 1,234.6 km" in page.text
    assert "km" not in one(city="Lima").text


def test_only_a_website_that_was_read_is_a_link() -> None:
    read = one(website="https://www.example.org/", website_evidence="read")
    assert read.links() == ["https://www.example.org/"]
    assert "Website example.org" in " ".join(read.text.split())
    unread = one(website="https://example.org", website_evidence="not-checked")
    assert unread.links() == []
    assert "https://example.org (not checked)" in unread.text
    other = one(website="ftp://example.org", website_evidence="read")
    assert other.links() == []
    assert "ftp://example.org (not checked)" in other.text


def test_only_a_confirmed_number_can_be_dialled() -> None:
    known = {"phone": "+1 (312) 555-0100", "phone_source": "Their page", "phone_date": "2025-12"}
    page = one(**known)
    assert page.links() == ["tel:+13125550100"]
    assert "(Their page, December 2025)" in page.text
    closed = one(**known, badge_kind="historical")
    assert closed.links() == []
    assert "historical; do not rely on it" in closed.text
    words = one(phone="ask at the door")
    assert words.links() == []
    assert "ask at the door" in words.text


def test_what_an_old_document_lists_stands_in_details() -> None:
    page = one(
        listed_address="1 Old Street",
        listed_phone="(312) 555-0100",
        listed_source="A hand-out",
        listed_year="2004",
    )
    assert page.links() == []
    assert [tag for tag, _ in page.tags if tag in {"details", "summary"}] == ["details", "summary"]
    assert "As listed in A hand-out, c. 2004" in page.text
    assert "Not confirmed since: do not rely on it." in page.text
    undated = one(listed_phone="1")
    assert "As listed in an old document, date unknown" in undated.text
    assert "details" not in {tag for tag, _ in one(listed_source="A", listed_year="2004").tags}


def test_sources_without_date_or_address() -> None:
    assert "A thesis, undated" in one(source_title="A thesis").text
    assert one(source_title="A thesis", source_url="javascript:alert(1)").links() == []
    assert one(source_url="https://example.org").links() == ["https://example.org"]


def test_addresses() -> None:
    assert "Address 1 Street, 60601" in " ".join(
        one(address="1 Street", postcode="60601").text.split()
    )
    assert "(not a place to visit)" in one(address="PO Box 1", visitable="no").text
    secret = one(address="1 Street", address_public="no")
    assert "1 Street" not in secret.text
    assert "not public" in secret.text


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("2025", "2025"),
        ("2025-01", "January 2025"),
        ("2025-12-09", "9 December 2025"),
        ("2025-13", "2025-13"),
        ("2025-00", "2025-00"),
        ("c. 2011", "c. 2011"),
        ("", ""),
    ],
)
def test_dates(cell: str, words: str) -> None:
    assert date_words(cell) == words


def test_groups() -> None:
    entries = [
        Entry(id="a", name="A", country_name="United States", region_name="Ohio"),
        Entry(id="b", name="B", country_name="Åland Islands"),
        Entry(id="c", name="C", country_name="United States"),
        Entry(id="d", name="D"),
        Entry(id="e", name="E", country_name="United States", region_name="Alaska"),
        Entry(id="f", name="F", country_name="United States", region_name="Ohio"),
    ]
    assert [
        (country, region, [e.id for e in found]) for country, region, found in grouped(entries)
    ] == [
        ("Åland Islands", "", ["b"]),
        ("United States", "", ["c"]),
        ("United States", "Alaska", ["e"]),
        ("United States", "Ohio", ["a", "f"]),
        ("", "", ["d"]),
    ]
    page = Page(grouped_html(entries, {}))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels == [2, 3, 2, 3, 3, 4, 3, 4, 4, 2, 3]
    # No level is skipped on the way down: people walk through a page by its headings.
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert "International and online" in page.text
    assert sorted(page.ids()) == [f"entry-{letter}" for letter in "abcdef"]


def test_nothing_to_list() -> None:
    assert Page(list_html([], {})).text == "No entries."
    assert Page(grouped_html([], {})).text == "No entries."


def test_the_published_directory_as_a_page() -> None:
    directory = load_directory()
    page = Page(grouped_html(directory, directory.vocabularies))
    assert_harmless(page)
    assert len(page.ids()) == len(set(page.ids())) == len(directory)
    for entry in directory:
        assert entry.name in page.text
        assert entry.badge in page.text
    dialled = [link for link in page.links() if link.startswith("tel:")]
    assert len(dialled) <= int((directory.frame["phone"] != "").sum())


def test_a_notebook_shows_some_and_says_how_many() -> None:
    directory = load_directory()
    page = Page(directory._repr_html_())
    assert_harmless(page)
    assert page.ids() == []
    assert f"and {len(directory) - 10} more" in page.text
    assert directory.filter(text="IHRA")._repr_html_().count("<article") == 1


# ---- hostile data ----------------------------------------------------------------------------------


def hostile_table(words: str, **cells: object) -> pd.DataFrame:
    row: dict[str, Any] = dict.fromkeys(TABLE_COLUMNS, words)
    row |= dict.fromkeys(LIST_COLUMNS, (words, words))
    row |= dict.fromkeys(NUMBER_COLUMNS, 1.5)
    row |= {"evidence": "confirmed", "address_public": "yes", "website_evidence": "read"} | cells
    return pd.DataFrame([row])


def hostile_directory(words: str, **cells: object) -> Directory:
    regions, countries = {(words, words): words}, {words: words}
    frame = build_frame(hostile_table(words, **cells), regions, countries, EDITION)
    terms = {
        name: {words: Term(words, words)}
        for name in ("types", "services", "approaches", "audiences", "statuses", "reaches")
    }
    return Directory(frame, terms, EDITION, words)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("reach", ["national", "local", "hostile"])
def test_hostile_data_is_only_text(words: str, reach: str) -> None:
    directory = hostile_directory(words, reach=words if reach == "hostile" else reach)
    near = directory.near((1.5, 1.5))
    for markup in (
        grouped_html(directory, directory.vocabularies),
        list_html(directory, directory.vocabularies, heading=2),
        directory._repr_html_(),
        (near if len(near) else near.apart)._repr_html_(),
    ):
        page = Page(markup)
        assert_harmless(page)
        assert words in page.text


@settings(deadline=None)
@given(st.text(), st.text(), st.text())
def test_any_data_is_only_text(words: str, website: str, phone: str) -> None:
    directory = hostile_directory(words, website=website, phone=phone)
    page = Page(grouped_html(directory, directory.vocabularies))
    assert_harmless(page)
    # The parser, like a browser, reads every kind of line end as one.
    assert re.sub("\r\n?", "\n", words) in re.sub("\r\n?", "\n", page.text)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//evil.example",
        "/\\evil.example",
        "https:evil",
        "https://",
        "http://[::1",
        "https://exa mple.org",
        "https:\\\\evil.example",
        "mailto:a@example.org",
        "example.org",
        "",
    ],
)
def test_what_is_no_link(address: str) -> None:
    assert web_address(address) == ""
    assert (
        one(website=address, website_evidence="read", source_title="T", source_url=address).links()
        == []
    )


@pytest.mark.parametrize("address", ["https://example.org", "HTTP://EXAMPLE.ORG/ä?q=1#f"])
def test_what_is_a_link(address: str) -> None:
    assert web_address(address) == address


# ---- addresses that are not public -----------------------------------------------------------------

HIDDEN = "7 Hidden Lane"
HIDDEN_POSTCODE = "ZX99 9XZ"
PRIVATE = {
    "id": "refuge",
    "name": "A Refuge",
    "address": HIDDEN,
    "postcode": HIDDEN_POSTCODE,
    "listed_address": f"{HIDDEN}, {HIDDEN_POSTCODE}",
    "city": "Springfield",
    "latitude": 12.3456,
    "longitude": -65.4321,
    "precision": "street",
    "source_title": "A page",
    "status": "active",
}


def outputs(directory: Directory) -> str:
    near = directory.near((12.3, -65.4))
    return "\n".join(
        str(one)
        for each in (directory, near)
        for one in (
            each.to_csv(),
            each.to_geojson(),
            json.dumps(each.to_payload()),
            each._repr_html_(),
            repr(each),
            list(each),
            each.frame.to_dict("records"),
            grouped_html(each, each.vocabularies),
        )
    )


@pytest.mark.parametrize("precision", ["street", "neighbourhood", "postcode", ""])
def test_an_address_that_is_not_public_is_nowhere(precision: str) -> None:
    cells = PRIVATE | {"address_public": "no", "precision": precision}
    directory = hostile_directory("x", **cells)
    text = outputs(directory)
    for hidden in (HIDDEN, HIDDEN_POSTCODE, "12.3456", "65.4321"):
        assert hidden not in text
    assert "Springfield" in text
    entry = directory["refuge"]
    assert entry.precision == "none"
    assert not entry.has_position


@pytest.mark.parametrize("precision", ["city", "region"])
def test_the_position_of_its_city_stays(precision: str) -> None:
    directory = hostile_directory("x", **PRIVATE | {"address_public": "no", "precision": precision})
    assert HIDDEN not in outputs(directory)
    assert directory["refuge"].latitude == 12.3456
    assert directory["refuge"].precision == precision


def test_an_address_that_nobody_marked_as_public_is_not() -> None:
    directory = hostile_directory("x", **PRIVATE | {"address_public": "", "listed_address": ""})
    text = outputs(directory)
    assert HIDDEN not in text
    assert "12.3456" not in text


def test_a_public_address_stays() -> None:
    directory = hostile_directory("x", **PRIVATE | {"address_public": "yes"})
    assert HIDDEN in grouped_html(directory, directory.vocabularies)
    assert directory["refuge"].precision == "street"
    assert directory["refuge"].has_position
