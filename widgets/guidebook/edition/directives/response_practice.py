"""``{response-practice}``: practise the response to an overdose, alive without a kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives

from guidebook.edition.directives.base import BookDirective
from guidebook.response.reading import FILE, SCHEMA
from guidebook.response_practice import ResponsePractice

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

HELP_NOW = "book/help-now"


class ResponsePracticeDirective(BookDirective):
    """The practice; ``:country:`` sets the country whose emergency number is shown first."""

    has_content: ClassVar[bool] = False
    option_spec: ClassVar[dict[str, Any]] = {"country": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Stand the practice in the page; a country that the book does not know is an error here."""
        package = self.book.package
        for name in (FILE, SCHEMA):
            self.env.note_dependency(str(package.root / name))
        there = self.env.app.builder.get_relative_uri(self.env.docname, HELP_NOW)
        try:
            practice = ResponsePractice(package=package, help_url=there, **self.options)
        except ValueError as error:
            raise self.error(str(error)) from error
        return [self.widget(practice)]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("response-practice", ResponsePracticeDirective)
