"""The PDF of the whole book, and the hand-outs: made once, by the Chromium of the tests."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from guidebook.directory import load_directory
from guidebook.edition import pdf
from guidebook.edition.paper.browser import printer
from guidebook.edition.paper.chapters import SiteError, read_book
from guidebook.edition.paper.handouts import HANDOUTS, MOST_PAGES, Handout, write_handout
from guidebook.edition.paper.links import OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Playwright
    from pypdf import PageObject
    from pypdf.generic import Destination

    from edition.support.pages import Site
    from guidebook.edition.paper.browser import Printer
    from guidebook.edition.paper.chapters import SiteBook

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="session")
def press(chromium_path: str, playwright: Playwright) -> Iterator[Printer]:
    with printer(chromium_path, playwright) as started:
        yield started


CHAPTERS = {
    "index.html",
    "help-now.html",
    "principles/index.html",
    "principles/what-harm-reduction-is.html",
    "about/ways-to-run.html",
    "about/glossary.html",
    "references.html",
}
"""A book of these has all that is particular to a book, and is printed in seconds."""


@pytest.fixture(scope="session")
def short_book(site: Site) -> SiteBook:
    book = read_book(site.folder)
    parts = [
        replace(part, chapters=tuple(one for one in part.chapters if one.address in CHAPTERS))
        for part in book.parts
    ]
    return replace(book, parts=tuple(part for part in parts if part.chapters))


@pytest.fixture(scope="session")
def reader(
    short_book: SiteBook, press: Printer, tmp_path_factory: pytest.TempPathFactory
) -> PdfReader:
    folder = tmp_path_factory.mktemp("pictures")
    printed = pdf.print_book(short_book, "22 November 2026", press, folder)
    assert press.refused == []
    return PdfReader(io.BytesIO(printed))


@pytest.fixture(scope="session")
def handouts(site: Site, press: Printer) -> dict[str, PdfReader]:
    book = read_book(site.folder)
    made = {}
    for handout in HANDOUTS:
        printed = pdf.print_handout(press, *write_handout(book, handout, "22 November 2026"))
        made[handout.name] = PdfReader(io.BytesIO(printed))
    return made


def words(page: PageObject) -> str:
    return " ".join(page.extract_text().split())


def titles(outline: list[Destination | list[object]]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from titles(item)
        else:
            yield " ".join(str(item.title).split())


def assert_links_lead_somewhere(reader: PdfReader) -> None:
    places = {str(name).lstrip("/") for name in reader.named_destinations}
    inside = outside = 0
    for page in reader.pages:
        for note in page.get("/Annots") or []:
            link = note.get_object()
            if link.get("/Subtype") != "/Link":
                continue
            action = link.get("/A")
            if action is not None and "/URI" in action:
                address = str(action["/URI"])
                assert OUTSIDE.match(address), address
                outside += 1
            else:
                target = link.get("/Dest") or action["/D"]
                if isinstance(target, str):
                    assert target.lstrip("/") in places
                inside += 1
    assert inside > 100
    assert outside > 100


def test_the_book_is_tagged_and_says_what_it_is(reader: PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert bool(root["/MarkInfo"]["/Marked"])
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("en")
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "Where They’re At"}


def test_the_outline_names_every_chapter_in_its_part(
    reader: PdfReader, short_book: SiteBook
) -> None:
    assert {chapter.title for chapter in short_book.chapters} <= set(titles(reader.outline))
    top = [str(item.title) for item in reader.outline if not isinstance(item, list)]
    assert top[-2:] == ["Principles", "About"]


def test_the_first_page_says_what_it_is(reader: PdfReader) -> None:
    first = words(reader.pages[0])
    for said in ("Where They’re At", "Edition of", "CC BY 4.0", "call your local emergency number"):
        assert said in first


def test_the_contents_have_the_right_page_numbers(reader: PdfReader, short_book: SiteBook) -> None:
    contents = words(reader.pages[1])
    places = reader.named_destinations
    for chapter in short_book.chapters:
        place = places.get(f"/{chapter.key}") or places[chapter.key]
        number = reader.get_destination_page_number(place)
        assert number is not None
        assert f"{chapter.title} {number + 1}" in contents
        assert chapter.title.split()[0] in words(reader.pages[number])


def test_links_lead_somewhere(reader: PdfReader) -> None:
    assert_links_lead_somewhere(reader)


def test_sentences_and_addresses_are_on_paper(reader: PdfReader) -> None:
    text = " ".join(words(page) for page in reader.pages[:12])
    assert "Stay until help comes" in text
    # A link that leads outside is followed by its address; controls are gone.
    assert "(https://" in text.replace("( ", "(")
    assert "Check my answer" not in text


@pytest.mark.walk
def test_the_whole_book(site: Site, press: Printer, tmp_path: Path) -> None:
    *_, path = pdf.write(site.folder, tmp_path, press)
    assert press.refused == []
    reader = PdfReader(path)
    assert len(reader.pages) > 300
    assert {chapter.title for chapter in read_book(site.folder).chapters} <= set(
        titles(reader.outline)
    )
    assert_links_lead_somewhere(reader)
    # The list of the directory is there, every entry of it.
    names = {" ".join(name.split()) for name in load_directory().frame["name"]}
    assert len(names - set(titles(reader.outline))) == 0


@pytest.mark.parametrize("handout", HANDOUTS, ids=lambda one: one.name)
def test_a_handout_has_two_pages_at_most(handouts: dict[str, PdfReader], handout: Handout) -> None:
    reader = handouts[handout.name]
    assert 0 < len(reader.pages) <= MOST_PAGES
    text = " ".join(words(page) for page in reader.pages)
    assert "Sources" in text
    assert "edition of" in text
    assert "/StructTreeRoot" in reader.trailer["/Root"]


def test_a_handout_says_what_its_page_says(handouts: dict[str, PdfReader], site: Site) -> None:
    text = "".join(
        "".join(page.extract_text().split()) for page in handouts["overdose-response"].pages
    )
    steps = site.article("help-now.html").one("div", class_="help-steps").all("strong")
    assert len(steps) > 5
    for step in steps:
        assert "".join(step.text.split()) in text
    assert "112" in text


def test_a_handout_whose_page_changed_says_so(site: Site) -> None:
    book = read_book(site.folder)
    gone = Handout("gone", "help-now.html", ("#no-such-section",))
    with pytest.raises(SiteError, match=r"help-now\.html has no “#no-such-section”"):
        write_handout(book, gone, "today")


def test_the_list_of_a_filter(site: Site, press: Printer, tmp_path: Path) -> None:
    (path,) = pdf.write(site.folder, tmp_path, press, "services=naloxone;countries=AU")
    assert path.name == "list-services-naloxone-countries-au.pdf"
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    text = " ".join(words(page) for page in reader.pages)
    assert len(reader.pages) <= MOST_PAGES
    assert "Naloxone · Australia" in text
    assert "call your local emergency number" in text
    assert "Source" in text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("servces=naloxone", "servces"),
        ("services=nalxone", "naloxone"),
        ("naloxone", "NAME=VALUE"),
        ("text=no such words at all", "no entry has all of this"),
    ],
)
def test_a_filter_with_a_slip_says_what_is_wrong(
    site: Site, press: Printer, tmp_path: Path, asked: str, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        list(pdf.write(site.folder, tmp_path, press, asked))


def test_without_a_site_there_is_no_pdf(press: Printer, tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="make book"):
        list(pdf.write(tmp_path, tmp_path / "dist", press))
