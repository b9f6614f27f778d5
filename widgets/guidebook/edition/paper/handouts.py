"""Hand-outs of one or two pages, cut from the book's own pages: no claim stands only here."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from guidebook.directory.listing import grouped_html
from guidebook.edition.openings import EYEBROW
from guidebook.edition.paper.chapters import SiteError, read_chapter, relative
from guidebook.edition.paper.cleaned import clean
from guidebook.edition.paper.elements import new, parse
from guidebook.edition.paper.joined import head, running
from guidebook.edition.paper.links import OUTSIDE, use_files
from guidebook.edition.printed import mark

if TYPE_CHECKING:
    from bs4 import Tag

    from guidebook.directory import Directory
    from guidebook.edition.paper.chapters import Chapter, SiteBook

MOST_PAGES = 2
EXPLORER = "directory/explore.html"
LIST_TITLE = "From the directory"


@dataclass(frozen=True)
class Handout:
    """What a hand-out takes from a page.

    Attributes
    ----------
    name
        The name of its file.
    page
        The page's path in the site.
    keep
        Selectors of what it takes, in this order.
    drop
        Selectors of what is left out of that.
    """

    name: str
    page: str
    keep: tuple[str, ...]
    drop: tuple[str, ...] = ()


HANDOUTS = (
    Handout(
        "overdose-response",
        "help-now.html",
        (
            ".help-now",
            "#signs-to-look-for",
            "#stimulants-alcohol-and-other-drugs",
            "#emergency-numbers",
        ),
    ),
    Handout(
        "naloxone",
        "practice/naloxone.html",
        (
            ".danger.admonition",
            "#what-it-does",
            "#spray-or-needle",
            "#how-much-is-enough",
            "#carrying-it",
            "#in-short",
        ),
    ),
    Handout(
        "test-strips",
        "practice/test-strips-and-drug-checking.html",
        (
            ".danger.admonition",
            "#reading-a-strip",
            "#step-by-step-fentanyl",
            "#what-a-strip-cannot-say",
            "#in-short",
        ),
    ),
    Handout(
        "eight-principles",
        "principles/eight-principles.html",
        ("article > section > section:nth-of-type(-n + 8)",),
        # The last paragraph is a question for a class.
        ("article > section > section > p:last-of-type",),
    ),
)
"""The sections are named by their ids: where a heading changes, its id here changes with it."""


def cut(chapter: Chapter, handout: Handout) -> list[Tag]:
    """Take from a page what a hand-out holds.

    Parameters
    ----------
    chapter
        The page, cleaned.
    handout
        What to take.

    Raises
    ------
    SiteError
        If the page does not have it.
    """
    for selector in handout.drop:
        for element in chapter.article.select(selector):
            element.decompose()
    taken: list[Tag] = []
    for selector in handout.keep:
        found = chapter.article.select(selector)
        if not found:
            message = f"hand-out {handout.name}: {handout.page} has no “{selector}”"
            raise SiteError(message)
        taken += found[:1] if selector.startswith((".", "#")) else found
    return [copy.copy(element) for element in taken]


def number_sources(book: SiteBook, chapter: Chapter, taken: list[Tag]) -> list[str]:
    """Give new numbers to the citations of a hand-out, from 1.

    Parameters
    ----------
    book
        The book.
    chapter
        The page that the hand-out comes from.
    taken
        What it holds; its citations are changed.

    Returns
    -------
    list of str
        The sources in their order, as HTML.
    """
    sources = {
        (one.address, str(entry["id"])): entry
        for one in book.chapters
        for entry in one.article.select("div.citation[id]")
    }
    cited: dict[tuple[str, str], int] = {}
    for link in (link for part in taken for link in part.select(".bibtex-citation a[href]")):
        href = str(link["href"])
        key = (relative(chapter.address, href), urlsplit(href).fragment)
        if key not in sources:
            message = f"{chapter.address}: the source {href} is not in the book"
            raise SiteError(message)
        number = cited.setdefault(key, len(cited) + 1)
        link.replace_with(str(number))
    texts = []
    for key in cited:
        entry = copy.copy(sources[key])
        for label in entry.select(".label, .backrefs"):
            label.decompose()
        for link in entry.select("a"):
            link["class"] = "book-bare"
        texts.append(" ".join(paragraph.decode_contents() for paragraph in entry.select("p")))
    return texts


def settle_links(chapter: Chapter, taken: list[Tag], site: str) -> None:
    """Let links lead to the published site, or be plain words.

    Parameters
    ----------
    chapter
        The page that the hand-out comes from.
    taken
        What it holds.
    site
        The address of the published site, or nothing.
    """
    for link in (link for part in taken for link in part.select("a[href]")):
        href = str(link["href"])
        if OUTSIDE.match(href):
            continue
        if site:
            address = relative(chapter.address, href)
            fragment = urlsplit(href).fragment
            link["href"] = urljoin(site, address) + (f"#{fragment}" if fragment else "")
            link["class"] = "book-bare"
        else:
            link.unwrap()


class Sheet(NamedTuple):
    """What a hand-out holds.

    Attributes
    ----------
    title
        Its title.
    inner
        Its content, as HTML.
    sources
        Its sources, as HTML.
    """

    title: str
    inner: str
    sources: list[str]


def write_sheet(book: SiteBook, chapter: Chapter, edition: str, sheet: Sheet) -> str:
    """Write the document of a hand-out.

    Parameters
    ----------
    book
        The book.
    chapter
        The page that it comes from, whose style sheets it uses.
    edition
        The edition's date in words.
    sheet
        What it holds.
    """
    sheets = [(book.folder / name).resolve().as_uri() for name in chapter.sheets]
    items = "".join(f"<li>{source}</li>" for source in sheet.sources)
    listed = f'<section class="paper-sources"><h2>Sources</h2><ol>{items}</ol></section>'
    origin = f"{book.title} · edition of {edition} · CC BY 4.0 · not medical or legal advice"
    return "\n".join(
        [
            head(sheet.title, sheets),
            f'{running(origin)}</head><body class="paper-handout">',
            '<main class="bd-main"><div class="bd-content"><div class="bd-article-container">',
            f'<article class="bd-article"><h1>{escape(sheet.title)}</h1>',
            sheet.inner,
            listed if sheet.sources else "",
            "</article></div></div></main></body></html>",
        ]
    )


def write_handout(book: SiteBook, handout: Handout, edition: str) -> tuple[str, str]:
    """Write a hand-out as an HTML document, and say its title.

    Parameters
    ----------
    book
        The book, as it was read.
    handout
        What to take.
    edition
        The edition's date in words.

    Raises
    ------
    SiteError
        If the site does not have what the hand-out takes.
    """
    chapter = read_chapter(book.folder, handout.page)
    clean(chapter, {})
    use_files(chapter.article, chapter.address, book.folder)
    taken = cut(chapter, handout)
    sources = number_sources(book, chapter, taken)
    settle_links(chapter, taken, book.site)
    inner = "\n".join(str(part) for part in taken)
    sheet = Sheet(chapter.title, inner, sources)
    return write_sheet(book, chapter, edition, sheet), chapter.title


def read_filter(words: str) -> dict[str, Any]:
    """Read a filter as it is written on the command line.

    Parameters
    ----------
    words
        Such as ``services=naloxone,testing;countries=NZ`` or ``near=Chicago;within_km=50``.

    Raises
    ------
    ValueError
        If a part has no ``=``.

    Examples
    --------
    >>> read_filter("services=naloxone;near=Chicago;within_km=50")
    {'services': ['naloxone'], 'near': 'Chicago', 'within_km': 50.0}
    """
    single = {"text", "near"}
    found: dict[str, Any] = {}
    for part in filter(None, (part.strip() for part in words.split(";"))):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if not sign or not value:
            message = f"“{part}” is no filter; write NAME=VALUE, such as services=naloxone"
            raise ValueError(message)
        if name in single:
            found[name] = value
        elif name == "within_km":
            found[name] = float(value)
        else:
            found[name] = [piece.strip() for piece in value.split(",")]
    return found


def filter_in_words(directory: Directory, filters: dict[str, Any]) -> str:
    """Say in words what a filter asks for.

    Parameters
    ----------
    directory
        The directory.
    filters
        What ``Directory.filter`` takes.
    """
    vocabularies = directory.vocabularies
    countries = {entry.country: entry.country_name for entry in directory}

    def labels(name: str, ids: Any) -> str:  # noqa: ANN401 (each filter has its own type)
        if not isinstance(ids, list):
            return f"within {ids:g} km" if name == "within_km" else str(ids)
        terms = vocabularies.get({"status": "statuses"}.get(name, name), {})
        named = countries | {id_: term.label for id_, term in terms.items()}
        return ", ".join(str(named.get(id_, id_)) for id_ in ids)

    return " · ".join(labels(name, ids) for name, ids in filters.items())


def write_list(book: SiteBook, directory: Directory, filters: dict[str, Any], edition: str) -> str:
    """Write the list of a filter as an HTML document.

    Parameters
    ----------
    book
        The book.
    directory
        The directory.
    filters
        What ``Directory.filter`` takes.
    edition
        The edition's date in words.

    Raises
    ------
    ValueError
        If the filter finds nothing, or names what the directory does not know.
    """
    shown = directory.filter(**filters)
    if not len(shown):
        message = f"no entry has all of this: {filter_in_words(directory, filters)}"
        raise ValueError(message)
    chapter = read_chapter(book.folder, EXPLORER)
    opening = chapter.article.select_one(f"p:not(.{EYEBROW})")
    count = f"{len(shown):,} of {len(directory):,} entries"
    first = new("p", f"{filter_in_words(directory, filters)}: {count}", class_="paper-summary")
    chapter.article.clear()
    if opening is not None:
        chapter.article.append(opening)
    chapter.article.append(first)
    entries = grouped_html(shown, directory.vocabularies, heading=2, anchors=False)
    holder = new("div", class_="paper-list")
    holder.append(parse(mark(entries)))
    chapter.article.append(holder)
    clean(chapter, {})
    settle_links(chapter, [chapter.article], book.site)
    sheet = Sheet(LIST_TITLE, chapter.article.decode_contents(), [])
    return write_sheet(book, chapter, edition, sheet)
