"""Makes the book as one PDF, and hand-outs of one or two pages, from the built site.

    python -m guidebook.edition.pdf _build/html dist [--chromium PATH] [--filter WORDS]

writes ``guidebook-VERSION.pdf`` and ``handouts/*.pdf``; with a filter, such as
``services=naloxone;countries=NZ``, only the list that it finds. Chromium prints, offline and
without running any script of a page.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from guidebook.directory import PlaceError, load_directory
from guidebook.edition.dates import in_words
from guidebook.edition.paper.browser import printer
from guidebook.edition.paper.chapters import SiteError, read_book
from guidebook.edition.paper.handouts import (
    HANDOUTS,
    LIST_TITLE,
    MOST_PAGES,
    read_filter,
    write_handout,
    write_list,
)
from guidebook.edition.paper.joined import AUTHOR, join, prepare
from guidebook.edition.paper.packed import count_pages, pack, page_numbers
from guidebook.edition.paper.stills import take_stills
from guidebook.package import find_package

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidebook.edition.paper.browser import Printer
    from guidebook.edition.paper.chapters import SiteBook

SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
"""How small a hand-out's type may be printed, so that it fits on its pages."""


def print_text(press: Printer, markup: str, *, scale: float = 1.0) -> bytes:
    """Print an HTML document.

    Parameters
    ----------
    press
        A running Chromium.
    markup
        The document; what it shows stands at whole addresses.
    scale
        How large its type is printed.
    """
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "document.html"
        document.write_text(markup, encoding="utf-8")
        return press.print(document, scale=scale)


def print_book(book: SiteBook, edition: str, press: Printer, pictures: Path) -> bytes:
    """Print the whole book.

    Parameters
    ----------
    book
        The book; its chapters are changed.
    edition
        The edition's date in words.
    press
        A running Chromium.
    pictures
        A folder for still pictures of maps.
    """
    prepare(book, take_stills(book, press, pictures))
    pages = page_numbers(print_text(press, join(book, edition, {})))
    # Once more, now that it is known where each chapter begins.
    printed = print_text(press, join(book, edition, pages))
    headings = [
        " ".join(heading.get_text().split())
        for chapter in book.chapters
        for heading in chapter.article.select("h1, h2, h3, h4, h5, h6")
    ]
    return pack(printed, book.title, AUTHOR, headings)


def print_handout(press: Printer, markup: str, title: str) -> bytes:
    """Print a hand-out, its type as large as its pages allow.

    Parameters
    ----------
    press
        A running Chromium.
    markup
        The document.
    title
        Its title.
    """
    pdf = b""
    for scale in SCALES:
        pdf = print_text(press, markup, scale=scale)
        if count_pages(pdf) <= MOST_PAGES:
            break
    return pack(pdf, title, AUTHOR)


def file_name(words: str) -> str:
    """Make a file's name of a filter.

    Parameters
    ----------
    words
        The filter, as it was written.

    Examples
    --------
    >>> file_name("services=naloxone;countries=NZ")
    'list-services-naloxone-countries-nz.pdf'
    """
    return f"list-{'-'.join(re.findall('[a-z0-9]+', words.lower()))}.pdf"


def write(site: Path, folder: Path, press: Printer, words: str = "") -> Iterator[Path]:
    """Write the PDFs.

    Parameters
    ----------
    site
        The folder of the built site.
    folder
        Where to write.
    press
        A running Chromium.
    words
        A filter: only its list is written.

    Yields
    ------
    Path
        Each file, when it is there.

    Raises
    ------
    SiteError
        If the site is not there, or lacks what a hand-out is made of.
    ValueError
        If the filter is none.
    """
    edition = in_words(find_package().edition)
    target_folder = folder / "handouts"
    if words:
        # Before the site is read: a slip in the filter is said at once.
        directory, filters = load_directory(), read_filter(words)
        try:
            directory.make_query(**filters)
        except (TypeError, PlaceError) as error:
            raise ValueError(str(error)) from error
        markup = write_list(read_book(site), directory, filters, edition)
        target_folder.mkdir(parents=True, exist_ok=True)
        target = target_folder / file_name(words)
        target.write_bytes(print_handout(press, markup, LIST_TITLE))
        yield target
        return
    book = read_book(site)
    target_folder.mkdir(parents=True, exist_ok=True)
    for handout in HANDOUTS:
        pdf = print_handout(press, *write_handout(book, handout, edition))
        target = target_folder / f"{handout.name}.pdf"
        target.write_bytes(pdf)
        yield target
    target = folder / f"guidebook-{version('where-theyre-at')}.pdf"
    target.write_bytes(print_book(book, edition, press, site.parent / "stills"))
    yield target


def main(arguments: Sequence[str]) -> int:
    """Write the PDFs and say what was written.

    Parameters
    ----------
    arguments
        What the command was told.

    Returns
    -------
    int
        1 if something is missing, otherwise 0.
    """
    parser = argparse.ArgumentParser(prog="guidebook.edition.pdf", description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--chromium", help="the path of a Chromium; Playwright’s own without it")
    parser.add_argument("--filter", default="", help="services=naloxone;countries=NZ")
    asked = parser.parse_args(arguments)
    try:
        with printer(asked.chromium) as press:
            for path in write(asked.site, asked.folder, press, asked.filter):
                pages = count_pages(path.read_bytes())
                size = path.stat().st_size
                sys.stdout.write(f"{path}: {pages} pages, {size:,} bytes\n")
    except (SiteError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
