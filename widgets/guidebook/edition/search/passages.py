"""Cuts a built page into the passages that a search can find and lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bs4 import BeautifulSoup, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLE = "article.bd-article"
UNREAD = (
    "script, style, template, nav, form, button, svg, a.headerlink, .bibtex-citation, "
    # The same on every notebook's page; one page is about it.
    ".guidebook-run, .guidebook-run-on-paper, "
    # What an explorer shows is found as entries; a question should not be found by its answer.
    '[data-widget="explorer"], [data-widget="quick-check"]'
)
"""Parts of a page that are no text of its own."""
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
TERMS = "dl.glossary > dt[id]"
EVENTS = 'li[id^="event-"]'


class Passage(NamedTuple):
    """A piece of a page under one heading.

    Attributes
    ----------
    kind
        ``page`` for what stands under a page's title, ``section``, ``term`` of the glossary,
        ``event`` of the timeline or ``entry`` of the directory.
    title
        Its heading.
    text
        What it says, in one line.
    address
        Its page's address in the site, with an anchor where there is one.
    """

    kind: str
    title: str
    text: str
    address: str


def passages(page: str, address: str) -> Iterator[Passage]:
    """Yield the passages of a page.

    Parameters
    ----------
    page
        The page's HTML.
    address
        Its address in the site.

    Examples
    --------
    >>> page = '<article class="bd-article"><section id="a"><h1>Naloxone</h1><p>It acts.</p>'
    >>> list(passages(page, "naloxone.html"))
    [Passage(kind='page', title='Naloxone', text='It acts.', address='naloxone.html')]
    """
    article = BeautifulSoup(page, "html.parser").select_one(ARTICLE)
    if article is None:
        return
    for unread in article.select(UNREAD):
        unread.decompose()
    for term in article.select(TERMS):
        meaning = term.find_next_sibling("dd")
        yield Passage("term", words(term), words(meaning), f"{address}#{term['id']}")
        if meaning:
            meaning.decompose()
        term.decompose()
    for event in article.select(EVENTS):
        title = event.find("strong")
        named = words(title) if isinstance(title, Tag) else words(event)
        if isinstance(title, Tag):
            title.decompose()
        yield Passage("event", named, words(event), f"{address}#{event['id']}")
        event.decompose()
    # From the inside out: what a section has taken is gone from the one around it.
    sections = article.select("section[id]")
    first = sections[0] if sections else article
    found = [
        passage
        for section in reversed(sections)
        if (passage := taken(section, address, is_first=section is first))
    ]
    yield from reversed(found)


def taken(section: Tag, address: str, *, is_first: bool) -> Passage | None:
    """Take a section out of its page.

    Parameters
    ----------
    section
        The section, without those inside it.
    address
        The page's address.
    is_first
        Whether it is the page's own, under the title.
    """
    heading = section.find(HEADINGS)
    title = words(heading) if isinstance(heading, Tag) else ""
    if isinstance(heading, Tag):
        heading.decompose()
    text = words(section)
    anchor = section["id"]
    section.decompose()
    if not title:
        return None
    return Passage(
        "page" if is_first else "section",
        title,
        text,
        address if is_first else f"{address}#{anchor}",
    )


def words(element: Tag | None) -> str:
    """Give an element's text in one line.

    Parameters
    ----------
    element
        The element.
    """
    if element is None:
        return ""
    # Blocks have no space between them in the source; inline parts have what they need.
    for block in element.find_all(["p", "li", "dt", "dd", "td", "th", "summary", "div", "br"]):
        block.append(" ")
    return " ".join(element.get_text().split()).replace(" .", ".").replace(" ,", ",")
