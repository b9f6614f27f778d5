"""Makes the book as an EPUB from the built site.

    python -m guidebook.edition.epub _build/html dist [--chromium PATH]

writes ``guidebook-VERSION.epub``. Chromium takes the still pictures of maps; without one, a map is
named in words. The same site gives the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import posixpath
import re
import sys
import uuid
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from guidebook.edition.dates import in_words
from guidebook.edition.paper.archive import About, Member, pack_epub
from guidebook.edition.paper.browser import printer
from guidebook.edition.paper.chapters import SiteError, read_book
from guidebook.edition.paper.cleaned import clean
from guidebook.edition.paper.joined import AUTHOR, COVER, LICENCE
from guidebook.edition.paper.links import ids_of, lead, use_files
from guidebook.edition.paper.stills import take_stills
from guidebook.edition.paper.xhtml import page, settle
from guidebook.package import find_package

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guidebook.edition.paper.chapters import Chapter, Part, SiteBook

DOCTYPE = re.compile(rb"<!DOCTYPE[^>]*>\s*", re.IGNORECASE)
SHEET = Path(__file__).parent / "static" / "epub.css"


def place(address: str, fragment: str) -> str:
    """Give the address, in the archive, of what stood on a page.

    Parameters
    ----------
    address
        The page's path in the site.
    fragment
        An id on the page, or nothing.

    Examples
    --------
    >>> place("directory/list.html", "entry-a")
    'directory-list.xhtml#entry-a'
    """
    key = address.removesuffix(".html").replace("/", "-")
    return f"{key}.xhtml#{fragment}" if fragment else f"{key}.xhtml"


def take_pictures(chapter: Chapter) -> dict[str, Path]:
    """Give a chapter's pictures their places in the archive.

    Parameters
    ----------
    chapter
        The chapter, its pictures at addresses of this machine.

    Returns
    -------
    dict
        For each place in the archive, the picture's file.
    """
    pictures = {}
    for picture in chapter.article.select("img[src^='file:']"):
        path = Path(url2pathname(unquote(urlsplit(str(picture["src"])).path)))
        name = posixpath.join("pictures", path.name)
        picture["src"] = name
        pictures[name] = path
    return pictures


def picture(path: Path) -> bytes:
    """Read a picture as an EPUB may hold it.

    Parameters
    ----------
    path
        Its file.
    """
    content = path.read_bytes()
    if path.suffix != ".svg":
        return content
    # A declaration that names a grammar at another address: nobody needs it, and it is forbidden.
    return DOCTYPE.sub(b"", content, count=1)


def keep_ids_apart(chapter: Chapter) -> None:
    """Let every id stand once in a page.

    Parameters
    ----------
    chapter
        The chapter.
    """
    seen: set[str] = set()
    for element in chapter.article.select("[id]"):
        if str(element["id"]) in seen:
            del element["id"]
        else:
            seen.add(str(element["id"]))


def prepare(book: SiteBook, stills: Mapping[str, str]) -> dict[str, Path]:
    """Make every chapter a page of the archive.

    Parameters
    ----------
    book
        The book; its chapters are changed.
    stills
        Still pictures for framed maps.

    Returns
    -------
    dict
        For each place in the archive, a picture's file.
    """
    pictures: dict[str, Path] = {}
    for chapter in book.chapters:
        clean(chapter, stills)
        # Readers fold answers themselves: those that stand apart for paper would be there twice.
        for answers in chapter.article.select(".qc-paper"):
            answers.decompose()
        for folded in chapter.article.select(".qc-question details"):
            del folded["open"]
        use_files(chapter.article, chapter.address, book.folder)
        pictures |= take_pictures(chapter)
        # Readers are not telephones: epubcheck warns of this scheme.
        for link in chapter.article.select('a[href^="sms:"]'):
            link.unwrap()
        keep_ids_apart(chapter)
        settle(chapter.article)
    known = ids_of(book)
    for chapter in book.chapters:
        lead(chapter, known, book.site, place)
    return pictures


def contents(book: SiteBook) -> bytes:
    """Write the contents, which readers show as their own menu.

    Parameters
    ----------
    book
        The book.
    """

    def line(chapter: Chapter, inner: str = "") -> str:
        link = f'<a href="{place(chapter.address, "")}">{escape(chapter.title)}</a>'
        return f"<li>{link}{inner}</li>"

    def block(part: Part) -> str:
        if not part.title:
            return "".join(map(line, part.chapters))
        first, *others = part.chapters
        if first.opens_part:
            return line(first, f"<ol>{''.join(map(line, others))}</ol>" if others else "")
        inner = "".join(map(line, part.chapters))
        return f"<li><span>{escape(part.title)}</span><ol>{inner}</ol></li>"

    body = (
        '<nav epub:type="toc" id="toc"><h1>Contents</h1>'
        f"<ol>{''.join(map(block, book.parts))}</ol></nav>"
        '<nav epub:type="landmarks" hidden=""><h2>Places</h2><ol>'
        '<li><a epub:type="toc" href="nav.xhtml#toc">Contents</a></li>'
        '<li><a epub:type="bodymatter" href="help-now.xhtml">Help now</a></li></ol></nav>'
    )
    return page("Contents", body)


def title_page(book: SiteBook, edition: str) -> bytes:
    """Write the first page.

    Parameters
    ----------
    book
        The book.
    edition
        The edition's date in words.
    """
    help_now = "help-now.html"
    known = any(chapter.address == help_now for chapter in book.chapters)
    link = f' What to do next: <a href="{place(help_now, "")}">Help now</a>.' if known else ""
    body = (
        f'<section epub:type="titlepage"><p class="cover"><img src="cover.png" alt=""/></p>'
        f"<h1>{escape(book.title)}</h1><p>{escape(book.chapters[0].description)}</p>"
        f"<p>Edition of {escape(edition)}</p>"
        "<p><strong>If someone does not respond, call your local emergency number.</strong>"
        f"{link}</p>"
        f'<p>Words and data <a href="{LICENCE}">CC BY 4.0</a>, code MIT. Not medical or legal '
        "advice. Contacts change: ask before you travel.</p></section>"
    )
    return page(book.title, body)


def write_epub(book: SiteBook, stills: Mapping[str, str]) -> bytes:
    """Write the book as an EPUB.

    Parameters
    ----------
    book
        The book; its chapters are changed.
    stills
        Still pictures for framed maps.
    """
    date = find_package().edition
    pictures = prepare(book, stills)
    about = About(
        title=book.title,
        author=AUTHOR,
        language="en",
        identifier=f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{book.title} {date}')}",
        date=date.isoformat(),
        modified=f"{date.isoformat()}T00:00:00Z",
        description=book.chapters[0].description,
    )
    members = [
        Member("title.xhtml", title_page(book, in_words(date)), read=True),
        Member("nav.xhtml", contents(book), read=True, properties="nav"),
        *(
            Member(
                place(chapter.address, ""),
                page(chapter.title, str(chapter.article)),
                read=True,
                properties="svg" if chapter.article.select_one("svg") else "",
            )
            for chapter in book.chapters
        ),
        Member("book.css", SHEET.read_bytes()),
        Member("cover.png", (book.folder / COVER).read_bytes(), properties="cover-image"),
        *(Member(name, picture(path)) for name, path in sorted(pictures.items())),
    ]
    return pack_epub(about, members)


def main(arguments: Sequence[str]) -> int:
    """Write the EPUB and say what was written.

    Parameters
    ----------
    arguments
        What the command was told.

    Returns
    -------
    int
        1 if there is no site, otherwise 0.
    """
    parser = argparse.ArgumentParser(prog="guidebook.edition.epub", description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--chromium", help="the path of a Chromium, for pictures of maps")
    asked = parser.parse_args(arguments)
    try:
        book = read_book(asked.site)
    except SiteError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    stills: dict[str, str] = {}
    if asked.chromium:
        with printer(asked.chromium) as press:
            stills = take_stills(book, press, asked.site.parent / "stills")
    asked.folder.mkdir(parents=True, exist_ok=True)
    target = asked.folder / f"guidebook-{version('where-theyre-at')}.epub"
    target.write_bytes(write_epub(book, stills))
    sys.stdout.write(f"{target}: {target.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
