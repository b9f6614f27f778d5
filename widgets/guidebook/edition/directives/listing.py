"""``{directory-list}``: every entry as plain HTML, by country and region.

Up to 500 entries stand in the page itself. A larger directory is divided into pages of its own
by country, and where a country is still too large by region; the page then links to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from guidebook.directory.listing import BEYOND_COUNTRIES, grouped, list_html
from guidebook.directory.text import tokens
from guidebook.edition.addresses import published
from guidebook.edition.book import Book
from guidebook.edition.directives.base import BookDirective
from guidebook.edition.structured import linked_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx.application import Sphinx

    from guidebook.directory import Entry
    from guidebook.directory.listing import Group, Vocabularies

MOST = 500
"""So many entries a page shows, and no more."""
LISTED = "guidebook_list"
"""Key of a document's metadata: it holds the list."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """A part of a large directory."""

    title: str
    name: str
    """The last part of the page's address."""
    groups: tuple[Group, ...]

    @property
    def entries(self) -> list[Entry]:
        """The entries that the page shows."""
        return [entry for _, _, members in self.groups for entry in members]


class DirectoryList(BookDirective):
    """The whole directory, or the links to its pages."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write the list."""
        directory = self.book.directory
        groups = grouped(directory)
        self.env.metadata[self.env.docname][LISTED] = True
        if len(directory) > MOST:
            return [self.html(links(divide(groups), published(self.env.docname)))]
        return [
            self.html(jumps(groups)),
            *self.countries(groups, directory.vocabularies),
            self.html(linked_data(directory)),
        ]

    def countries(self, groups: Sequence[Group], vocabularies: Vocabularies) -> list[nodes.Node]:
        """Write a section for each country, and in it one for each region."""
        sections: dict[str, nodes.section] = {}
        for country, region, members in groups:
            section = sections.get(country)
            if section is None:
                section = self.section(country_name(country), country_id(country))
                sections[country] = section
            if region:
                inner = self.section(region, f"{country_id(country)}-{slug(region)}")
                inner += self.html(list_html(members, vocabularies, heading=4))
                section += inner
            else:
                section += self.html(list_html(members, vocabularies, heading=3))
        return list(sections.values())

    def section(self, title: str, identity: str) -> nodes.section:
        """Begin a section."""
        section = nodes.section(ids=[identity], names=[])
        section += nodes.title("", title)
        return section


def slug(name: str) -> str:
    """Make a name fit for an address.

    Parameters
    ----------
    name
        A country's or region's name.

    Examples
    --------
    >>> slug("Côte d’Ivoire")
    'cote-d-ivoire'
    """
    return "-".join(tokens(name)) or "other"


def country_name(country: str) -> str:
    """Give the heading of a country's entries.

    Parameters
    ----------
    country
        The country's name, or nothing for entries of no country.
    """
    return country or BEYOND_COUNTRIES


def country_id(country: str) -> str:
    """Give the anchor of a country's section.

    Parameters
    ----------
    country
        The country's name, or nothing.
    """
    return f"in-{slug(country_name(country))}"


def jumps(groups: Iterable[Group]) -> str:
    """Write links to the countries of a page.

    Parameters
    ----------
    groups
        The entries by country and region.
    """
    counts: dict[str, int] = {}
    for country, _, members in groups:
        counts[country] = counts.get(country, 0) + len(members)
    items = "".join(
        f'<li><a href="#{country_id(country)}">{escape(country_name(country))}</a> {count:,}</li>'
        for country, count in counts.items()
    )
    return f'<nav class="book-jumps" aria-label="Countries"><ul>{items}</ul></nav>'


def divide(groups: Sequence[Group], most: int = MOST) -> list[ListPage]:
    """Divide a large directory into pages.

    Parameters
    ----------
    groups
        The entries by country and region.
    most
        How many entries a page may show.

    Returns
    -------
    list of ListPage
        One for each country; for a larger country one for each region; for a larger region as
        many as it takes.
    """
    countries: dict[str, list[Group]] = {}
    for group in groups:
        countries.setdefault(group[0], []).append(group)
    pages = []
    for country, parts in countries.items():
        title = country_name(country)
        if sum(len(members) for _, _, members in parts) <= most:
            pages.append(ListPage(title, slug(title), tuple(parts)))
            continue
        for _, region, members in parts:
            where = f"{title}: {region}" if region else title
            for start in range(0, len(members), most):
                part = f", part {start // most + 1}" if len(members) > most else ""
                pages.append(
                    ListPage(
                        where + part,
                        slug(where + part),
                        ((country, region, members[start : start + most]),),
                    )
                )
    return pages


def links(pages: Sequence[ListPage], base: str) -> str:
    """Write links to the pages of a large directory.

    Parameters
    ----------
    pages
        The pages.
    base
        The published name of the page that links to them.
    """
    folder = base.rpartition("/")[2]
    items = "".join(
        f'<li><a href="{folder}/{page.name}.html">{escape(page.title)}</a> {len(page.entries):,}</li>'
        for page in pages
    )
    return f'<nav class="book-jumps" aria-label="Countries and regions"><ul>{items}</ul></nav>'


def page_body(page: ListPage, vocabularies: Vocabularies, back: str) -> str:
    """Write the body of one page of a large directory.

    Parameters
    ----------
    page
        The page.
    vocabularies
        For each vocabulary, its terms by id.
    back
        The address of the page that lists the pages.
    """
    parts = [
        f"<section><h1>{escape(page.title)}</h1>",
        f'<p><a href="{escape(back)}">All countries and regions</a></p>',
    ]
    for _, region, members in page.groups:
        level = 2
        if region and len(page.groups) > 1:
            parts.append(f"<h2>{escape(region)}</h2>")
            level = 3
        parts.append(list_html(members, vocabularies, heading=level))
    return "\n".join([*parts, linked_data(page.entries), "</section>"])


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Give Sphinx the pages of a large directory."""
    documents = [name for name, data in app.env.metadata.items() if data.get(LISTED)]
    if not documents:
        return
    directory = Book.of(app).directory
    if len(directory) <= MOST:
        return
    for document in documents:
        for page in divide(grouped(directory)):
            name = f"{document}/{page.name}"
            back = app.builder.get_relative_uri(name, document)
            body = page_body(page, directory.vocabularies, back)
            yield name, {"title": escape(page.title), "body": body}, "page.html"


def setup(app: Sphinx) -> None:
    """Register the directive and its pages."""
    app.add_directive("directory-list", DirectoryList)
    app.connect("html-collect-pages", collect_pages)
