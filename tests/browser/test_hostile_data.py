"""Data that means harm, or only is very long: nothing runs, and nothing breaks the layout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.built import LIST
from browser.support.explorer import Explorer
from browser.support.small_site import directory_of, write_site
from guidebook import maps
from guidebook.directory.listing import grouped_html, sample
from guidebook.edition.structured import linked_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from browser.conftest import ExploreSmall, OpenPage
    from guidebook import Directory

MARK = "globalThis.harmed=1"
SCRIPT = f"</script><script>{MARK}</script><img src=x onerror={MARK}><svg onload={MARK}>"
QUOTES = f"\"'><b onmouseover={MARK} onfocus={MARK} tabindex=0 autofocus>hover</b>"
TEMPLATE = f"${{{MARK}}} {{{{constructor.constructor('{MARK}')()}}}} <!--"
RIGHT_TO_LEFT = "\u202edesrever \u2067\u202b مرحبا"
LONG = "unbroken" * 40
LINKS = (
    f"javascript:{MARK}",
    f"JaVaScRiPt:{MARK}",
    f"java\nscript:{MARK}",
    f" javascript:{MARK}",
    f"data:text/html,<script>{MARK}</script>",
    f'https://example.org/"onclick="{MARK}',
    "//example.org/no-scheme",
)
TEXTS = ("name", "description", "city", "note", "address", "phone", "phone_source", "source_title")
OLD = ("listed_address", "listed_phone", "listed_source", "listed_year")
CELLS = (SCRIPT, QUOTES, TEMPLATE, RIGHT_TO_LEFT, LONG)


@pytest.fixture(scope="module")
def hostile() -> Directory:
    rows = []
    for at, link in enumerate(LINKS):
        cell = CELLS[at % len(CELLS)]
        rows.append(
            {
                **dict.fromkeys((*TEXTS, *OLD), cell),
                "id": f"row-{at}",
                "former_names": (cell, LONG),
                "services": ("naloxone", cell),
                "audience": (cell,),
                "approach": (cell,),
                "type": cell,
                "region": cell,
                "region_name": cell,
                "country": "US",
                "country_name": cell,
                "reach": "local",
                "status": cell,
                "founded": cell,
                "closed": cell,
                "badge": cell,
                "badge_kind": cell,
                "evidence_label": cell,
                "evidence_grade": "confirmed",
                "source_date": cell,
                "phone_date": cell,
                "last_checked": cell,
                "website": link,
                "website_evidence": "read",
                "source_url": link,
                "latitude": 40.0 + at,
                "longitude": -90.0 + 3 * at,
                "precision": "city",
            }
        )
    return directory_of(rows)


def unharmed(page: Page) -> None:
    """Nothing of the data ran, none of it became an element, and every link is one of the web."""
    # Handlers would have been called by now; a frame later at the latest.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert page.evaluate("() => globalThis.harmed") is None
    assert (
        page.locator("img[src=x], svg[onload], b[onmouseover], [onclick], [onfocus]").count() == 0
    )
    hrefs = page.locator("a[href]").evaluate_all("links => links.map((link) => link.href)")
    assert {href.split(":")[0] for href in hrefs} <= {"http", "https", "mailto", "tel"}


def fits(page: Page) -> None:
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("width", [360, 1280])
def test_the_explorer(explore_small: ExploreSmall, hostile: Directory, width: int) -> None:
    corrections = {"issue": "https://example.com/new", "mail": "book@example.com"}
    explorer = explore_small(hostile, width=width, options={"corrections": corrections})
    expect(explorer.results.get_by_role("heading", level=3)).to_have_count(len(hostile))
    fits(explorer.page)

    for entry in hostile:
        card = explorer.open_entry(entry.id)
        card.locator("summary").click()
        fits(explorer.page)
        expect(card).to_contain_text("How we know")
        # Every text stands there as text.
        assert entry.note in card.text_content()
    for facet in ("services", "types", "audiences", "status"):
        explorer.open_facet(facet)
        fits(explorer.page)
        explorer.close_facet(facet)
    explorer.open_facet("types")
    for box in explorer.live.get_by_role("checkbox").all()[-len(CELLS) :]:
        box.click()
    explorer.close_facet("types")
    fits(explorer.page)
    explorer.search.fill(SCRIPT)
    explorer.search.fill(LONG)
    fits(explorer.page)
    explorer.search.fill("")
    unharmed(explorer.page)
    assert explorer.watch.foreign == []
    assert explorer.watch.errors == []


def test_pins_and_their_lists(explore_small: ExploreSmall, hostile: Directory) -> None:
    explorer = explore_small(hostile)
    expect(explorer.pins.first).to_be_visible()
    for pin in explorer.pins.all():
        pin.hover()
        pin.focus()
    explorer.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(explorer.live.locator(".gb-handout")).to_be_attached()
    unharmed(explorer.page)
    explorer.watch.clean()


@pytest.mark.parametrize(
    "fragment",
    [
        f"services={SCRIPT}",
        f"text={SCRIPT}",
        f"near=1;2;{SCRIPT}&within=5",
        f"entry={QUOTES}",
        f"countries=__proto__;constructor&{QUOTES}={SCRIPT}",
    ],
)
def test_an_address_that_means_harm(
    explore_small: ExploreSmall, hostile: Directory, fragment: str
) -> None:
    explorer = explore_small(hostile)
    explorer.page.evaluate("fragment => { location.hash = fragment }", fragment)
    expect(explorer.summary).to_be_visible()
    explorer.open_share()
    unharmed(explorer.page)
    explorer.watch.clean()


def test_the_plain_list(
    open_page: OpenPage, tmp_path: Path, site: Path, hostile: Directory
) -> None:
    """What stands where scripts are off; here they are on, so that harm could show."""
    listed = grouped_html(hostile, hostile.vocabularies, heading=2)
    first = sample(list(hostile)[:3], hostile.vocabularies, SCRIPT, len(hostile))
    book = site / LIST
    styles = "".join(
        f'<link rel="stylesheet" href="{(book.parent / href).resolve().as_uri()}">'
        for href in re.findall(r'rel="stylesheet"[^>]*? href="([^"?]+)', book.read_text("utf-8"))
    )
    assert "book.css" in styles
    page_file = tmp_path / "list.html"
    page_file.write_text(
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>List</title>"
        f"<meta name='viewport' content='width=device-width'>{styles}</head>"
        f"<body><main class='bd-main'><article class='bd-article'><h1>List</h1>"
        f"{listed}{first}{linked_data(hostile)}</article></main></body></html>",
        encoding="utf-8",
    )
    page, watch = open_page(page_file.as_uri(), width=360)

    expect(page.locator("article[id^=entry-]")).to_have_count(len(hostile))
    for folded in page.locator("details").all():
        folded.evaluate("folded => { folded.open = true }")
    fits(page)
    unharmed(page)
    watch.clean()
    # A name that runs from right to left turns nothing but itself.
    for name in page.locator(".guidebook-name").all():
        assert name.locator("bdi").count() == 1


def test_the_page_as_it_stands_before_and_without_scripts(
    open_page: OpenPage, tmp_path: Path, site: Path, hostile: Directory
) -> None:
    page_file = write_site(tmp_path, site, hostile)
    page, _ = open_page(page_file.as_uri(), width=360, scripts=False)

    expect(page.locator(".guidebook-plain .guidebook-entry")).to_have_count(len(hostile))
    width = page.locator("body").bounding_box()["width"]
    widest = max(one.bounding_box()["width"] for one in page.locator(".guidebook-entry").all())
    assert widest <= width


@pytest.mark.parametrize("draw", [maps.points, maps.clusters], ids=["points", "clusters"])
def test_a_folium_map(
    open_page: OpenPage, tmp_path: Path, hostile: Directory, draw: Callable[..., maps.GuidebookMap]
) -> None:
    drawn = tmp_path / "map.html"
    drawn.write_text(draw(hostile).document(), encoding="utf-8")
    page, _ = open_page(drawn.as_uri())

    # A live map has its libraries from elsewhere, so nothing is drawn here: but all is parsed.
    unharmed(page)
    assert page.evaluate("() => document.scripts.length") == drawn.read_text("utf-8").count(
        "<script"
    )


def test_it_still_works(explore_small: ExploreSmall, hostile: Directory) -> None:
    explorer = explore_small(hostile)
    assert isinstance(explorer, Explorer)
    explorer.search.fill("desrever")
    expected = hostile.filter(text="desrever")
    explorer.shows(expected)
    assert explorer.ids() == expected.frame["id"].tolist()
    _, text = explorer.save("CSV table")
    assert text == expected.to_csv()
