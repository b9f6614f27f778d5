"""``{drink-checkup}``: the drinking check-up, alive without a kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives

from guidebook.alcohol.texts import FILE, SCHEMA
from guidebook.drink_checkup import DrinkCheckup
from guidebook.edition.directives.base import BookDirective

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


class DrinkCheckupDirective(BookDirective):
    """The check-up, empty; ``:country:`` sets whose drinks are counted at first."""

    has_content: ClassVar[bool] = False
    option_spec: ClassVar[dict[str, Any]] = {"country": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Stand the check-up in the page; a country without a source is an error here."""
        package = self.book.package
        for name in (FILE, SCHEMA):
            self.env.note_dependency(str(package.root / name))
        try:
            return [self.widget(DrinkCheckup(package, **self.options))]
        except ValueError as error:
            raise self.error(str(error)) from error


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("drink-checkup", DrinkCheckupDirective)
