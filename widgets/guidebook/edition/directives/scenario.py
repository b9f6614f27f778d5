"""``{scenario}``: a situation to mark and to plan by, alive without a kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from guidebook.edition.directives.base import BookDirective
from guidebook.problems import DataError
from guidebook.scenario import Scenario
from guidebook.scenarios import find_situation

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


class ScenarioDirective(BookDirective):
    """The scenario with the id that the directive names."""

    has_content: ClassVar[bool] = False
    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Stand the scenario in the page; an unknown id or a broken file is an error here."""
        package = self.book.package
        name = self.arguments[0]
        for file in (f"scenarios/{name}.yaml", "schemas/scenario.json"):
            self.env.note_dependency(str(package.root / file))
        try:
            situation = find_situation(name, package)
        except (ValueError, DataError) as error:
            raise self.error(str(error)) from error
        return [self.widget(Scenario(situation))]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("scenario", ScenarioDirective)
