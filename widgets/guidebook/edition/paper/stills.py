"""Takes still pictures of the maps that notebooks frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.edition.paper.chapters import relative

if TYPE_CHECKING:
    from pathlib import Path

    from guidebook.edition.paper.browser import Printer
    from guidebook.edition.paper.chapters import SiteBook

SIZE = {"width": 720, "height": 440}
SHARP = 2
"""Dots of the picture for each of the page's."""
QUALITY = 80


def frames(book: SiteBook) -> list[str]:
    """List the framed maps of a book, as paths in its site.

    Parameters
    ----------
    book
        The book.
    """
    found = [
        relative(chapter.address, str(frame["src"]))
        for chapter in book.chapters
        for frame in chapter.article.select("iframe[src]")
    ]
    return list(dict.fromkeys(found))


def take_stills(book: SiteBook, printer: Printer, folder: Path) -> dict[str, str]:
    """Take a picture of every framed map.

    Parameters
    ----------
    book
        The book.
    printer
        A running Chromium.
    folder
        Where to write the pictures; a map's name follows from what it shows, so that a picture
        that is there already is used again.

    Returns
    -------
    dict
        For each map, its picture's address on this machine.
    """
    stills = {}
    wanted = frames(book)
    folder.mkdir(parents=True, exist_ok=True)
    with printer.context(viewport=SIZE, device_scale_factor=SHARP, color_scheme="light") as context:
        page = context.new_page()
        for frame in wanted:
            picture = folder / f"{frame.rpartition('/')[2].removesuffix('.html')}.jpg"
            if not picture.is_file():
                page.goto((book.folder / frame).resolve().as_uri(), wait_until="networkidle")
                page.screenshot(path=picture, type="jpeg", quality=QUALITY, animations="disabled")
            stills[frame] = picture.resolve().as_uri()
    return stills
