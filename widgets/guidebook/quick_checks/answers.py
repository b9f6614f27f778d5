"""Says what of an answer is right.

The browser judges by the same rules; ``tests/cases/quick-check.json`` holds both to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidebook.directory.text import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidebook.quick_checks.model import Question


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of an answer.

    Parameters
    ----------
    answered
        Whether there is enough to judge.
    right
        Whether all of it is right.
    parts
        For each option whether it is rightly chosen or rightly left, for each place of an order
        and for each left side of a match whether the right thing stands there.
    """

    answered: bool
    right: bool = False
    parts: tuple[bool, ...] = ()


UNANSWERED = Verdict(answered=False)


def judge(question: Question, answer: Sequence[int | None] | str) -> Verdict:
    """Judge an answer.

    Parameters
    ----------
    question
        The question.
    answer
        For ``single`` and ``several`` the positions of the chosen options, counted from 0; for
        ``order`` the positions of the items (as the file has them) in the order given; for
        ``match`` the position of the chosen right side for each left side, or None; for ``short``
        the text.

    Returns
    -------
    Verdict
        Whether it was answered, whether all is right, and which parts are.

    Examples
    --------
    >>> from guidebook.quick_checks import Question
    >>> asked = Question("a", "short", "What reverses it?", "So.", ("who",),
    ...                  accept=("naloxone",), answer="Naloxone")
    >>> judge(asked, " NALOXONE! ").right, judge(asked, "").answered
    (True, False)
    """
    if question.kind == "short":
        given = tokens(answer) if isinstance(answer, str) else []
        right = any(given == tokens(one) for one in question.accept)
        return Verdict(answered=True, right=right, parts=(right,)) if given else UNANSWERED
    given_positions = () if isinstance(answer, str) else tuple(answer)
    if question.options:
        chosen = set(given_positions)
        parts = tuple((at in chosen) == one.right for at, one in enumerate(question.options))
        answered = bool(chosen)
    else:
        wanted = len(question.items or question.pairs)
        parts = tuple(place == at for at, place in enumerate(given_positions))
        answered = len(parts) == wanted and None not in given_positions
    return Verdict(answered=True, right=all(parts), parts=parts) if answered else UNANSWERED
