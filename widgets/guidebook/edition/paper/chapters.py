"""Reads the built site as a book: its parts and chapters, in the order of the contents."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bs4 import Tag

HOME = "index.html"


class SiteError(Exception):
    """A site cannot be read as a book; the message says why."""


@dataclass(frozen=True)
class Chapter:
    """One page of the book.

    Attributes
    ----------
    address
        Its path in the site.
    title
        Its heading.
    article
        Its content; whoever takes it may change it.
    sheets
        The style sheets that the page loads, as paths in the site.
    description
        What it is about, in a sentence.
    """

    address: str
    title: str
    article: Tag
    sheets: tuple[str, ...]
    description: str

    @property
    def key(self) -> str:
        """Its name among others, fit for an id and a file.

        Examples
        --------
        >>> Chapter("practice/naloxone.html", "", BeautifulSoup().new_tag("p"), (), "").key
        'practice-naloxone'
        """
        return self.address.removesuffix(".html").replace("/", "-")

    @property
    def opens_part(self) -> bool:
        """Whether its title stands for its whole part."""
        return self.address.endswith("/index.html")


@dataclass(frozen=True)
class Part:
    """A part of the book.

    Attributes
    ----------
    title
        Its caption; nothing for the pages that come before all parts.
    chapters
        Its pages.
    """

    title: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class SiteBook:
    """The book in a built site.

    Attributes
    ----------
    folder
        The folder of the site.
    title
        The book's name.
    site
        The address at which the site is published, or nothing.
    parts
        Its parts.
    """

    folder: Path
    title: str
    site: str
    parts: tuple[Part, ...]

    @property
    def chapters(self) -> list[Chapter]:
        """All pages, in order."""
        return [chapter for part in self.parts for chapter in part.chapters]


def relative(address: str, link: str) -> str:
    """Give the path in the site that a link on a page leads to.

    Parameters
    ----------
    address
        The page's path in the site.
    link
        What the page writes.

    Examples
    --------
    >>> relative("practice/naloxone.html", "../help-now.html#lines")
    'help-now.html'
    >>> relative("practice/naloxone.html", "#in-short")
    'practice/naloxone.html'
    """
    path = urlsplit(link).path
    if not path:
        return address
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), path))


def read_page(folder: Path, address: str) -> BeautifulSoup:
    """Read a page of the site.

    Parameters
    ----------
    folder
        The folder of the site.
    address
        The page's path in it.

    Raises
    ------
    SiteError
        If there is no such page.
    """
    path = folder / address
    if not path.is_file():
        message = f"{path}: there is no such page; build the book first: make book"
        raise SiteError(message)
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def content_of(page: BeautifulSoup, name: str) -> str:
    """Give what a page's head says under a name.

    Parameters
    ----------
    page
        The page.
    name
        The name of the ``meta`` element.
    """
    found = page.select_one(f'meta[name="{name}"]')
    return str(found.get("content", "")) if found else ""


def read_chapter(folder: Path, address: str) -> Chapter:
    """Read a page as a chapter.

    Parameters
    ----------
    folder
        The folder of the site.
    address
        The page's path in it.

    Raises
    ------
    SiteError
        If the page holds no text.
    """
    page = read_page(folder, address)
    article = page.select_one("article.bd-article")
    heading = article.select_one("h1") if article else None
    if article is None or heading is None:
        message = f"{address}: the page has no article with a heading"
        raise SiteError(message)
    for mark in heading.select(".headerlink"):
        mark.decompose()
    for turn in heading.select("br"):
        turn.replace_with(" ")
    sheets = tuple(
        relative(address, str(link["href"])) for link in page.select('link[rel="stylesheet"]')
    )
    title = " ".join(heading.get_text().split())
    return Chapter(address, title, article.extract(), sheets, content_of(page, "description"))


def below(chapter: Chapter) -> list[str]:
    """List the pages into which a long list was divided.

    Parameters
    ----------
    chapter
        The page that holds the list, or links to its pages.
    """
    links = chapter.article.select('nav.book-jumps a[href*=".html"]')
    return list(dict.fromkeys(relative(chapter.address, str(link["href"])) for link in links))


def read_part(folder: Path, title: str, addresses: list[str]) -> Part:
    """Read the pages of a part.

    Parameters
    ----------
    folder
        The folder of the site.
    title
        The part's caption.
    addresses
        The pages that the contents name.
    """

    def chapters() -> Iterator[Chapter]:
        for address in addresses:
            chapter = read_chapter(folder, address)
            yield chapter
            yield from (read_chapter(folder, page) for page in below(chapter))

    return Part(title, tuple(chapters()))


def read_book(folder: Path) -> SiteBook:
    """Read a built site.

    Parameters
    ----------
    folder
        The folder of the site.

    Raises
    ------
    SiteError
        If there is no site, or it has no contents.
    """
    home = read_page(folder, HOME)
    contents = home.select_one("nav.bd-links")
    if contents is None:
        message = f"{folder / HOME}: the page has no contents"
        raise SiteError(message)
    named: list[tuple[str, list[str]]] = [("", [HOME])]
    for item in contents.select("p.caption, a[href]"):
        if item.name == "p":
            named.append((item.get_text().strip(), []))
        elif (address := relative(HOME, str(item["href"]))) != HOME:
            named[-1][1].append(address)
    canonical = home.select_one('link[rel="canonical"]')
    parts = [read_part(folder, title, addresses) for title, addresses in named if addresses]
    title = parts[0].chapters[0].title
    site = str(canonical["href"]) if canonical else ""
    return SiteBook(folder, title, site, tuple(parts))
