"""Joins the chapters into one HTML document: title page, contents, parts."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from guidebook.edition.paper.cleaned import clean, mark_levels
from guidebook.edition.paper.elements import new
from guidebook.edition.paper.links import ids_of, lead, name_apart, use_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guidebook.edition.paper.chapters import Chapter, Part, SiteBook

AUTHOR = "The Where They’re At contributors"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
SHEET = Path(__file__).parents[1] / "static" / "paper.css"
COVER = "_static/cover.png"


def place(page: str, fragment: str) -> str:
    """Give the address, in the document, of what stood on a page.

    Parameters
    ----------
    page
        The page's path in the site.
    fragment
        An id on the page, or nothing.

    Examples
    --------
    >>> place("directory/list.html", "entry-a"), place("help-now.html", "")
    ('#directory-list--entry-a', '#help-now')
    """
    key = page.removesuffix(".html").replace("/", "-")
    return f"#{key}--{fragment}" if fragment else f"#{key}"


def level(part: Part, chapter: Chapter) -> int:
    """Say how deep a chapter's title stands in the book.

    Parameters
    ----------
    part
        Its part.
    chapter
        The chapter.
    """
    return 1 if chapter.opens_part or not part.title else 2


def prepare(book: SiteBook, stills: Mapping[str, str]) -> None:
    """Make every chapter a part of one document.

    Parameters
    ----------
    book
        The book; its chapters are changed.
    stills
        Still pictures for framed maps.
    """
    for chapter in book.chapters:
        clean(chapter, stills)
    known = ids_of(book)
    for part in book.parts:
        for chapter in part.chapters:
            lead(chapter, known, book.site, place)
            name_apart(chapter)
            use_files(chapter.article, chapter.address, book.folder)
            mark_levels(chapter, title=level(part, chapter))
        first = part.chapters[0]
        if part.title and not first.opens_part:
            first.article.insert(0, new("h1", part.title, class_="paper-part"))


def head(title: str, sheets: list[str]) -> str:
    """Write the head of a document for paper.

    Parameters
    ----------
    title
        Its title.
    sheets
        Addresses of its style sheets, before the one for paper.
    """
    links = "".join(
        f'<link rel="stylesheet" href="{escape(sheet)}">'
        for sheet in [*sheets, SHEET.resolve().as_uri()]
    )
    return (
        '<!DOCTYPE html><html lang="en" data-theme="light"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title>{links}"
    )


def sheets_of(book: SiteBook) -> list[str]:
    """List the style sheets of a book's pages.

    Parameters
    ----------
    book
        The book.
    """
    named = dict.fromkeys(sheet for chapter in book.chapters for sheet in chapter.sheets)
    return [(book.folder / sheet).resolve().as_uri() for sheet in named]


def running(left: str) -> str:
    """Write the rule that says the same at the foot of every page.

    Parameters
    ----------
    left
        What it says.
    """
    words = left.replace("\\", "").replace('"', "’")
    return f'<style>@page {{ @bottom-left {{ content: "{escape(words)}"; }} }}</style>'


def title_page(book: SiteBook, edition: str) -> str:
    """Write the first page.

    Parameters
    ----------
    book
        The book.
    edition
        The edition's date in words.
    """
    cover = book.folder / COVER
    picture = f'<img src="{cover.resolve().as_uri()}" alt="">' if cover.is_file() else ""
    return (
        f'<section class="paper-title">{picture}'
        f'<p class="paper-name">{escape(book.title)}</p>'
        f'<p class="paper-about">{escape(book.chapters[0].description)}</p>'
        f"<p>Edition of {escape(edition)}</p>"
        '<p class="paper-help"><strong>If someone does not respond, call your local emergency '
        'number.</strong> What to do next: <a href="#help-now">Help now</a>.</p>'
        f'<p class="paper-licence">Words and data <a rel="license" href="{LICENCE}">CC BY 4.0</a>, '
        "code MIT. Not medical or legal advice. Contacts change: ask before you travel.</p>"
        "</section>"
    )


def contents(book: SiteBook, pages: Mapping[str, int]) -> str:
    """Write the table of contents.

    Parameters
    ----------
    book
        The book.
    pages
        For each chapter's name the page on which it begins, as far as known.
    """

    def line(chapter: Chapter) -> str:
        number = str(pages.get(chapter.key, ""))
        return (
            f'<li><a href="#{chapter.key}"><span>{escape(chapter.title)}</span>'
            f'<span class="paper-leader"></span><span class="paper-number">{number}</span></a></li>'
        )

    def blocks() -> Iterator[str]:
        for part in book.parts:
            if part.title:
                yield f'<p class="paper-caption">{escape(part.title)}</p>'
            yield f"<ul>{''.join(line(chapter) for chapter in part.chapters)}</ul>"

    return (
        '<nav class="paper-contents" aria-labelledby="paper-contents">'
        f'<h1 id="paper-contents">Contents</h1>{"".join(blocks())}</nav>'
    )


def join(book: SiteBook, edition: str, pages: Mapping[str, int]) -> str:
    """Write the whole book as one document.

    Parameters
    ----------
    book
        The book, after ``prepare``.
    edition
        The edition's date in words.
    pages
        For each chapter's name the page on which it begins, as far as known.
    """
    foot = f"{book.title} · edition of {edition} · CC BY 4.0"
    return "\n".join(
        [
            head(book.title, sheets_of(book)),
            f"{running(foot)}</head><body>",
            title_page(book, edition),
            contents(book, pages),
            '<main class="bd-main"><div class="bd-content"><div class="bd-article-container">',
            *(str(chapter.article) for chapter in book.chapters),
            "</div></div></main></body></html>",
        ]
    )
