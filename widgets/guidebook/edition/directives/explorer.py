"""``{directory-explorer}``: the explorer over the directory, alive without a kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from guidebook.directory.listing import grouped_html
from guidebook.edition.book import Book
from guidebook.edition.chrome import use_wide_layout
from guidebook.edition.directives.base import BookDirective
from guidebook.edition.directives.listing import LISTED, MOST
from guidebook.edition.repository import Repository
from guidebook.embed import widget_html

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from guidebook.directory import Directory

FACETS = ("types", "services", "approaches", "audiences", "countries", "status", "evidence")
# Hosts whose page for a new issue takes its title and text from the address.
PREFILLED = {"github.com", "codeberg.org"}


def ids(argument: str | None) -> list[str]:
    """Read an option that lists ids, separated by semicolons.

    Parameters
    ----------
    argument
        What the page says.

    Examples
    --------
    >>> ids("naloxone; testing")
    ['naloxone', 'testing']
    """
    return [part.strip() for part in (argument or "").split(";") if part.strip()]


class explorer(nodes.General, nodes.Element):  # noqa: N801 (docutils names its nodes so)
    """Stands for an explorer until all pages are known, the list's among them."""


class DirectoryExplorer(BookDirective):
    """The explorer; its options are the filters that it starts with."""

    has_content: ClassVar[bool] = False
    option_spec: ClassVar[dict[str, Any]] = {
        "text": directives.unchanged,
        **dict.fromkeys(FACETS, ids),
    }

    def run(self) -> list[nodes.Node]:
        """Note what is asked for; ids that the tables do not know are an error here."""
        use_wide_layout(self.env.metadata[self.env.docname])
        try:
            self.book.directory.make_query(**self.options)
        except ValueError as error:
            raise self.error(str(error)) from error
        node = explorer(filters=dict(self.options))
        self.set_source_info(node)
        return [node]


def plain(directory: Directory, filters: dict[str, Any], list_url: str) -> str:
    """Write what stands under the explorer for readers without scripts.

    Parameters
    ----------
    directory
        The whole directory.
    filters
        What the explorer starts with.
    list_url
        The page that holds every entry, or nothing.
    """
    shown = directory.filter(**filters)
    if len(shown) <= MOST:
        # The list's page has the anchors: a second set would split the links to an entry.
        return grouped_html(shown, directory.vocabularies, heading=2, anchors=False)
    return f'<p><a href="{list_url}">All {len(directory):,} entries, by country and region</a></p>'


def corrections(app: Sphinx) -> dict[str, str]:
    """Say where a reader's correction can go.

    Parameters
    ----------
    app
        The running Sphinx application.
    """
    ways = {}
    known = app.config.guidebook_repository
    if known and (repository := Repository(*known)).host in PREFILLED:
        ways["issue"] = f"{repository.url}/issues/new"
    if app.config.guidebook_corrections_mail:
        ways["mail"] = str(app.config.guidebook_corrections_mail)
    return ways


def list_address(app: Sphinx, docname: str) -> str:
    """Give the address of the page with the whole list, seen from another page.

    Parameters
    ----------
    app
        The running Sphinx application.
    docname
        The page that links to it.
    """
    lists = sorted(name for name, data in app.env.metadata.items() if data.get(LISTED))
    return app.builder.get_relative_uri(docname, lists[0]) if lists else ""


def mount(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Write the explorers of a page."""
    found = list(doctree.findall(explorer))
    if not found:
        return
    directory = Book.of(app).directory
    address = list_address(app, docname)
    for node in found:
        filters = node["filters"]
        options: dict[str, Any] = {"map": True, "corrections": corrections(app)}
        # The pages of a divided list have other addresses than the list's own.
        if address and len(directory) <= MOST:
            options["list_url"] = address
        state = {**filters, "_payload": {"$resource": "directory"}, "_options": options}
        markup = widget_html("explorer", state, plain(directory, filters, address))
        node.replace_self(nodes.raw("", markup, format="html"))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_config_value("guidebook_corrections_mail", "", "html", [str])
    app.add_node(explorer)
    app.add_directive("directory-explorer", DirectoryExplorer)
    app.connect("doctree-resolved", mount)
