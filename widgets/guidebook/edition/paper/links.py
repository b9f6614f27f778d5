"""Leads the links of the pages to the places that they have in one document, or in one archive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from guidebook.edition.paper.chapters import relative

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from bs4 import Tag

    from guidebook.edition.paper.chapters import Chapter, SiteBook

OUTSIDE = re.compile(r"(https?|mailto|tel|sms):", re.IGNORECASE)
NAMING = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "headers", "for")
"""Attributes that name the ids of other elements."""


def identity(chapter: Chapter, name: str) -> str:
    """Give the id that an element has in the whole book.

    Parameters
    ----------
    chapter
        Its chapter.
    name
        Its id in the chapter's page.
    """
    return f"{chapter.key}--{name}"


def ids_of(book: SiteBook) -> dict[str, set[str]]:
    """List the ids of every page.

    Parameters
    ----------
    book
        The book, before its ids are changed.
    """
    return {
        chapter.address: {str(element["id"]) for element in chapter.article.select("[id]")}
        for chapter in book.chapters
    }


def name_apart(chapter: Chapter) -> None:
    """Make the ids of a chapter differ from those of all others.

    Parameters
    ----------
    chapter
        The chapter; its article takes the chapter's own name.
    """
    seen: set[str] = set()
    for element in chapter.article.select("[id]"):
        name = str(element["id"])
        if name in seen:
            del element["id"]
            continue
        seen.add(name)
        element["id"] = identity(chapter, name)
    for attribute in NAMING:
        for element in chapter.article.select(f"[{attribute}]"):
            names = [name for name in str(element[attribute]).split() if name in seen]
            if names:
                element[attribute] = " ".join(identity(chapter, name) for name in names)
            else:
                del element[attribute]
    chapter.article["id"] = chapter.key


def lead(
    chapter: Chapter,
    known: Mapping[str, set[str]],
    site: str,
    place: Callable[[str, str], str],
) -> None:
    """Change where a chapter's links lead.

    Parameters
    ----------
    chapter
        The chapter.
    known
        For each page of the book, its ids.
    site
        The address of the published site, for pages that are not in the book; without one such a
        link is plain text.
    place
        Gives the new address of a page and an id in it, or of the page alone.
    """
    for link in chapter.article.select("a[href]"):
        href = str(link["href"])
        if OUTSIDE.match(href):
            continue
        page = relative(chapter.address, href).lstrip("/")
        fragment = urlsplit(href).fragment
        if page in known:
            link["href"] = place(page, fragment if fragment in known[page] else "")
        elif site:
            link["href"] = urljoin(site, page)
        else:
            link.unwrap()


def use_files(article: Tag, address: str, folder: Path) -> None:
    """Let pictures be found from anywhere on this machine.

    Parameters
    ----------
    article
        The content.
    address
        Its page's path in the site.
    folder
        The folder of the site.
    """
    for picture in article.select("img[src]"):
        source = str(picture["src"])
        if not source.startswith(("data:", "file:")):
            picture["src"] = (folder / relative(address, source)).resolve().as_uri()
