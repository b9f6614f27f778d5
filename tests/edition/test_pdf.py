"""The PDF of the whole book, and the hand-outs: made once, by the Chromium of the tests."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

import pytest
from pypdf import PdfReader

from guidebook.edition import pdf
from guidebook.edition.paper.browser import printer
from guidebook.edition.paper.chapters import SiteError, read_book
from guidebook.edition.paper.handouts import HANDOUTS, MOST_PAGES, Handout, write_handout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Playwright
    from pypdf import PageObject
    from pypdf.generic import Destination

    from edition.support.pages import Site
    from guidebook.edition.paper.browser import Printer

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="session")
def press(chromium_path: str, playwright: Playwright) -> Iterator[Printer]:
    with printer(chromium_path, playwright) as started:
        yield started


class Printed(NamedTuple):
    book: Path
    handouts: dict[str, Path]
    refused: list[str]


@pytest.fixture(scope="session")
def printed(site: Site, press: Printer, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    folder = tmp_path_factory.mktemp("dist")
    *handouts, book = pdf.write(site.folder, folder, press)
    return Printed(book, {path.stem: path for path in handouts}, list(press.refused))


@pytest.fixture(scope="session")
def reader(printed: Printed) -> PdfReader:
    return PdfReader(printed.book)


def words(page: PageObject) -> str:
    return " ".join(page.extract_text().split())


def titles(outline: list[Destination | list[object]]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from titles(item)
        else:
            yield " ".join(str(item.title).split())


def test_the_book_is_whole_and_tagged(reader: PdfReader, printed: Printed) -> None:
    assert len(reader.pages) > 100
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is True
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "Where They’re At"}
    assert printed.refused == []


def test_the_outline_names_every_chapter(reader: PdfReader, site: Site) -> None:
    named = set(titles(reader.outline))
    book = read_book(site.folder)
    assert {chapter.title for chapter in book.chapters} <= named
    assert {part.title for part in book.parts if len(part.chapters) > 1} - named <= {
        "",
        # Their first pages have longer titles, and stand for them.
        "Directory",
        "Teaching",
    }


def test_the_first_pages_say_what_it_is(reader: PdfReader) -> None:
    first = words(reader.pages[0])
    for said in ("Where They’re At", "Edition of", "CC BY 4.0", "call your local emergency number"):
        assert said in first


def test_the_contents_are_links_with_the_right_page_numbers(
    reader: PdfReader, site: Site
) -> None:
    contents = words(reader.pages[1]) + words(reader.pages[2])
    assert contents.startswith("Contents")
    places = reader.named_destinations
    for chapter in read_book(site.folder).chapters:
        place = places[f"/{chapter.key}" if f"/{chapter.key}" in places else chapter.key]
        number = reader.get_destination_page_number(place)
        assert number is not None
        heading = words(reader.pages[number])
        assert chapter.title.split()[0] in heading, chapter.title
        assert f"{chapter.title} {number + 1}" in contents or str(number + 1) in contents


def test_every_link_leads_somewhere(reader: PdfReader) -> None:
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
                assert address.startswith(("http://", "https://", "tel:", "sms:", "mailto:")), (
                    address
                )
                outside += 1
            else:
                target = link.get("/Dest") or action["/D"]
                if isinstance(target, str):
                    assert target.lstrip("/") in places
                inside += 1
    assert inside > 500
    assert outside > 500


def test_sentences_entries_and_addresses_are_in_it(reader: PdfReader) -> None:
    text = " ".join(words(page) for page in reader.pages)
    assert "Stay until help comes" in text
    assert "Carry two, at room temperature, and tell people" in text
    # A folded answer, an entry of the list, and where a link leads.
    assert "New Zealand Drug Foundation" in text
    # What is behind a press of a button on a page is no use on paper.
    assert "Quick leave" not in text
    assert "Copy link" not in text


@pytest.mark.parametrize("handout", HANDOUTS, ids=lambda one: one.name)
def test_a_handout_has_two_pages_at_most(printed: Printed, handout: Handout) -> None:
    reader = PdfReader(printed.handouts[handout.name])
    assert 0 < len(reader.pages) <= MOST_PAGES
    text = " ".join(words(page) for page in reader.pages)
    assert "Sources" in text
    assert "edition of" in text
    assert "/StructTreeRoot" in reader.trailer["/Root"]


def test_a_handout_says_what_its_page_says(printed: Printed, site: Site) -> None:
    text = "".join(
        "".join(page.extract_text().split())
        for page in PdfReader(printed.handouts["overdose-response"]).pages
    )
    steps = site.article("help-now.html").one("div", class_="help-steps").all("strong")
    assert len(steps) > 5
    for step in steps:
        assert "".join(step.text.split()) in text
    assert "112" in text


def test_a_handout_whose_page_changed_says_so(site: Site) -> None:
    book = read_book(site.folder)
    gone = Handout("gone", "help-now.html", ("#no-such-section",))
    with pytest.raises(SiteError, match="help-now.html has no “#no-such-section”"):
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
    with pytest.raises((ValueError, TypeError), match=said):
        list(pdf.write(site.folder, tmp_path, press, asked))


def test_without_a_site_there_is_no_pdf(press: Printer, tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="make book"):
        list(pdf.write(tmp_path, tmp_path / "dist", press))
