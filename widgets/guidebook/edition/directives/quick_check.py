"""``{quick-check}``: the questions of the file that is named like the page.

The questions come with a heading of their own, on the level of the chapter's sections. Their
explanations are text of the page, and their sources are cited as a sentence would cite them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.transforms import SphinxTransform

from guidebook.edition.directives.base import BookDirective
from guidebook.problems import DataError
from guidebook.quick_check import QuickCheck
from guidebook.quick_checks import ENDING, Question, read_questions
from guidebook.quick_checks.reading import SCHEMA
from guidebook.quick_checks.sources import SOURCES, known_keys

if TYPE_CHECKING:
    from sphinx.application import Sphinx

IDENTITY = "quick-check"
# No text can hold it: whatever comes from a file is escaped.
_PLACE = re.compile(r"<!--why (\d+)-->")


class QuickCheckDirective(BookDirective):
    """The questions of a chapter."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write the section; a file that is missing or broken is an error here."""
        path = Path(self.env.doc2path(self.env.docname))
        file = path.with_name(path.name.partition(".")[0] + ENDING)
        package = self.book.package
        bibliography = package.root.parent / "book" / SOURCES
        for read in (file, package.root / SCHEMA, bibliography):
            self.env.note_dependency(str(read))
        try:
            questions = read_questions(file, known_keys(file), package)
        except DataError as error:
            raise self.error(str(error)) from error
        section = nodes.section(ids=[IDENTITY], names=[], classes=[IDENTITY])
        self.set_source_info(section)
        section += nodes.title("", "Quick check")
        section += self.widget_nodes(questions)
        return [section]

    def widget_nodes(self, questions: tuple[Question, ...]) -> list[nodes.Node]:
        """Write the widget: HTML, and between it the explanations with their citations.

        Parameters
        ----------
        questions
            The questions.
        """
        html = QuickCheck(questions).to_html(lambda number, _question: f"<!--why {number}-->")
        # Text, number, text, number, text.
        written: list[nodes.Node] = []
        for at, piece in enumerate(_PLACE.split(html)):
            if at % 2:
                written.append(self.why(questions[int(piece) - 1]))
            else:
                written.append(self.html(piece))
        return written

    def why(self, question: Question) -> nodes.paragraph:
        """Write the explanation of a question, with its sources.

        Parameters
        ----------
        question
            The question; its keys are checked, so that they can be written as Markdown.
        """
        paragraph = nodes.paragraph("", f"{question.explain} ", classes=["qc-why"])
        cited, _messages = self.state.inline_text(
            f"{{cite:p}}`{','.join(question.sources)}`", self.lineno
        )
        paragraph += cited
        self.set_source_info(paragraph)
        return paragraph


class Raise(SphinxTransform):
    """Lifts the questions out of the section before them, where the directive stands."""

    default_priority = 100

    def apply(self, **_options: Any) -> None:  # noqa: ANN401 (as docutils has it)
        """Move them behind that section, to the level of the chapter's others."""
        for section in [*self.document.findall(nodes.section)]:
            if section.get("ids") != [IDENTITY]:
                continue
            while _depth(section) > 1:
                above = section.parent
                above.remove(section)
                holder = above.parent
                holder.insert(holder.index(above) + 1, section)


def _depth(section: nodes.section) -> int:
    """Count the sections around a section; a page's title is one."""
    depth, above = 0, section.parent
    while isinstance(above, nodes.section):
        depth, above = depth + 1, above.parent
    return depth


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("quick-check", QuickCheckDirective)
    app.add_transform(Raise)
