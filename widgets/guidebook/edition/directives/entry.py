"""``{entry}``: a link to an entry of the directory, under its present name.

``{entry}`` followed by an entry's id gives the entry's name; a text of the chapter's own stands
before the id in angle brackets, as in Sphinx's other roles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import ReferenceRole

from guidebook.edition.book import Book
from guidebook.edition.directives.base import book_for
from guidebook.edition.directives.explorer import list_address
from guidebook.edition.directives.listing import MOST
from guidebook.problems import meant

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx


class entry_link(nodes.Inline, nodes.TextElement):  # noqa: N801 (docutils names its nodes so)
    """Stands for a link until the page with the list is known."""


class EntryLink(ReferenceRole):
    """An entry's name, with a link to what the directory says of it."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Note which entry is meant; an id that the directory does not know is an error here."""
        frame = book_for(self.env).directory.frame
        names = dict(zip(frame["id"], frame["name"], strict=True))
        if self.target not in names:
            message = self.inliner.reporter.error(
                f"the directory has no entry “{self.target}”; {meant(self.target, sorted(names))}",
                line=self.lineno,
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        text = self.title if self.has_explicit_title else str(names[self.target])
        return [entry_link(self.rawtext, text, entry=self.target)], []


def resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put links in place of what stands for them."""
    found = list(doctree.findall(entry_link))
    if not found:
        return
    address = list_address(app, docname)
    divided = len(Book.of(app).directory) > MOST
    for node in found:
        text = nodes.Text(node.astext())
        if address:
            # The pages of a divided list hold the anchors; their own page leads to them.
            target = address if divided else f"{address}#entry-{node['entry']}"
            node.replace_self(
                nodes.reference("", "", text, refuri=target, internal=True, classes=["book-entry"])
            )
        else:
            node.replace_self(text)


def setup(app: Sphinx) -> None:
    """Register the role."""
    app.add_node(entry_link)
    app.add_role("entry", EntryLink())
    app.connect("doctree-resolved", resolve)
