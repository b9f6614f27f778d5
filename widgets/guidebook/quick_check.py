"""Quick checks as a Jupyter widget: questions with answers that are checked in the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import traitlets

from guidebook.embed import widget_html
from guidebook.package import find_package
from guidebook.quick_checks import Question, judge, read_questions
from guidebook.quick_checks.plain import questions_html
from guidebook.quick_checks.sources import known_keys
from guidebook.widget import BookWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidebook.quick_checks import Verdict


class QuickCheck(BookWidget):
    """A few questions with answers, explanations and sources; nothing is recorded or reported.

    Parameters
    ----------
    questions
        A file of questions, or questions. A path is looked for in the working folder, and then
        in the project that the nearest data package belongs to.

    Raises
    ------
    DataError
        If the file is missing or broken; every problem names line and field.

    Examples
    --------
    >>> check = QuickCheck("book/principles/drug-set-and-setting.check.yaml")
    >>> check.questions[0].kind
    'match'
    >>> check.judge(check.questions[0].id, [0, 1, 2, 3]).right
    True
    """

    MODULE = "quick-check"

    _questions = traitlets.List(traitlets.Dict()).tag(sync=True)

    def __init__(self, questions: str | Path | Sequence[Question]) -> None:
        if isinstance(questions, (str, Path)):
            path = _find(Path(questions))
            questions = read_questions(path, known_keys(path))
        self._given = tuple(questions)
        told = [
            {**one.to_dict(), "explain": one.explain, "sources": [*one.sources]}
            for one in self._given
        ]
        super().__init__(_questions=told)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions, with their answers."""
        return self._given

    def judge(self, identity: str, answer: Sequence[int | None] | str) -> Verdict:
        """Judge an answer as the page does.

        Parameters
        ----------
        identity
            The question's id.
        answer
            See `guidebook.quick_checks.judge`.

        Raises
        ------
        KeyError
            If no question has that id.
        """
        for question in self._given:
            if question.id == identity:
                return judge(question, answer)
        raise KeyError(identity)

    def plain(self) -> str:
        """Write the questions as fieldsets, with the keys of their sources."""
        return questions_html(self._given)

    def page_state(self) -> dict[str, Any]:
        """Give the questions; explanations stand in the plain HTML, with links to the sources."""
        return {"_questions": [one.to_dict() for one in self._given], "_options": {}}

    def to_html(self, why: Callable[[int, Question], str] | None = None) -> str:
        """Write the widget for a static page.

        Parameters
        ----------
        why
            Writes a question's explanation and sources as HTML; text and keys when left out.
        """
        return widget_html(self.MODULE, self.page_state(), questions_html(self._given, why))


def _find(path: Path) -> Path:
    """Find a file from the working folder or from the project's root."""
    if path.is_absolute() or path.exists():
        return path
    beside = find_package().root.parent / path
    return beside if beside.exists() else path
