"""``{wording-change}`` and ``{perinatal-statements}``: how two lists of ideas were put in words."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, ClassVar

from guidebook.edition.directives.base import BookDirective
from guidebook.markup import table
from guidebook.principles import load_principles
from guidebook.wording_change import WordingChange

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from guidebook.principles import Principles, Statement


class Wording(BookDirective):
    """The eight principles as cards, with the terms that changed."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write the widget."""
        return [self.widget(WordingChange(load_principles(self.book.package)))]


class PerinatalStatements(BookDirective):
    """The seven statements, with the principles that come nearest."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write the table."""
        principles = load_principles(self.book.package)
        rows = [
            (f"{one.number} {escape(one.statement)}", nearest(one, principles), escape(one.new))
            for one in principles.statements
        ]
        heads = ("The statement, in our words", "Nearest principle", "What is new")
        return [self.html(table(heads, rows, "Seven statements on care around birth"))]


def nearest(statement: Statement, principles: Principles) -> str:
    """Name the principles that come near a statement.

    Parameters
    ----------
    statement
        The statement.
    principles
        All principles.

    Examples
    --------
    >>> principles = load_principles()
    >>> nearest(principles.statements[6], principles)
    '7 Inequality, in part'
    >>> nearest(principles.statements[5], principles)
    'none'
    """
    parts = [
        f"{one.number} {escape(one.name)}{', in part' if match == 'in part' else ''}"
        for one in principles.principles
        if (match := statement.match(one.id))
    ]
    return "<br>".join(parts) or "none"


def setup(app: Sphinx) -> None:
    """Register the two directives."""
    app.add_directive("wording-change", Wording)
    app.add_directive("perinatal-statements", PerinatalStatements)
