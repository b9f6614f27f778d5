"""How the site is found and shared: addresses, sitemap, linked data, old addresses."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError

from edition.support.building import ROOT, build
from edition.support.pages import Site
from guidebook.edition import redirects
from guidebook.edition.leaving import host

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from edition.support.pages import Element

    Layout = Callable[..., Path]

PAGES = {"index.md": "# Home\n\nWhat it is.\n", "help-now.md": "# Help now\n\nSteps & “more”.\n"}
SITE = "https://example.org/book"


def built(folder: Path, **environment: str) -> Site:
    result = build(folder, **environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return Site(folder / "_build" / "html")


def meta(page: Element) -> dict[str, str]:
    return {
        tag.attributes["property"]: tag.attributes["content"]
        for tag in page.all("meta")
        if "property" in tag.attributes
    }


def test_with_an_address_everything_is_whole(small_book: Layout) -> None:
    site = built(small_book(PAGES), GUIDEBOOK_ADDRESS=SITE)
    page = site.page("help-now.html")
    shared = meta(page)
    assert shared["og:title"] == "Help now"
    assert shared["og:description"] == "Steps & “more”."
    assert shared["og:url"] == f"{SITE}/help-now.html"
    assert page.one("link", rel="canonical").attributes["href"] == f"{SITE}/help-now.html"
    home = site.page("index.html")
    assert home.one("link", rel="canonical").attributes["href"] == f"{SITE}/"
    data = json.loads(home.one("script", type="application/ld+json").text)
    assert data["@type"] == ["Book", "LearningResource"]

    locations = [
        place.text
        for place in ET.fromstring(site.source("sitemap.xml")).iter()  # noqa: S314 (our own)
        if place.text
    ]
    assert f"{SITE}/" in locations
    assert f"{SITE}/help-now.html" in locations
    assert f"Sitemap: {SITE}/sitemap.xml" in site.source("robots.txt")
    # A page for missing addresses is shown at any depth: its links begin at the root.
    missing = site.page("404.html")
    assert missing.one("a", class_="book-help").attributes["href"] == "/book/help-now.html"
    assert 'href="/book/_static/book.css' in site.source("404.html")


def test_without_an_address_nothing_names_one(small_book: Layout) -> None:
    site = built(small_book(PAGES))
    page = site.page("help-now.html")
    assert not page.all("link", rel="canonical")
    assert "og:url" not in meta(page)
    assert not (site.folder / "sitemap.xml").exists()
    assert site.page("404.html").one("a", class_="book-help").attributes["href"] == "/help-now.html"


def test_the_feed_tells_dated_changes_and_nothing_else(site: Site) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    entries = list(ET.fromstring(site.source("feed.xml")).iter(f"{atom}entry"))  # noqa: S314 (our own)
    titles = [entry.findtext(f"{atom}title") for entry in entries]
    assert "November 2026: the first edition" in titles
    assert "How changes are told" not in titles
    for entry in entries:
        address = entry.find(f"{atom}link").attrib["href"]
        path, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in site.source(path)


def test_every_page_is_listed_among_the_published_addresses(site: Site) -> None:
    listed = redirects.read(ROOT / redirects.TABLE)
    missing = [page for page in site.pages if page != "404.html" and page not in listed]
    assert missing == [], f"add to {redirects.TABLE}"


def test_a_page_that_moved_leaves_a_pointer(tmp_path: Path) -> None:
    table = tmp_path / "addresses.csv"
    table.write_text("address,moved_to\na/old.html,b/new.html\ngone.html,\n", encoding="utf-8")
    addresses = redirects.read(table)
    assert redirects.faults(addresses, tmp_path) == [
        "book/addresses.csv: a/old.html moved to b/new.html, which is not there",
        "book/addresses.csv: gone.html was published and is gone; write where it moved to",
    ]
    assert 'href="../b/new.html"' in redirects.pointer("a/old.html", "b/new.html")


@pytest.mark.parametrize("address", ["http://example.org/", "javascript:alert(1)", "wikipedia.org"])
def test_the_site_to_leave_for_is_an_address_of_the_web(address: str) -> None:
    with pytest.raises(ConfigError, match="guidebook_leave_site"):
        host(address)
