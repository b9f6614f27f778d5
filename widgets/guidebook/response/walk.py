"""Where a row of choices leads: the walk through the situation.

A choice is written ``moment/choice``. A wrong turn is kept and leads nowhere; what does not belong
to the moment that was reached is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidebook.response.model import Choice, Moment, Response


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice that was made at a moment."""

    moment: Moment
    choice: Choice

    @property
    def id(self) -> str:
        """The decision as it is written."""
        return f"{self.moment.id}/{self.choice.id}"


@dataclass(frozen=True, slots=True)
class Walk:
    """The decisions so far and the moment that they lead to."""

    decisions: tuple[Decision, ...]
    moment: Moment

    @property
    def finished(self) -> bool:
        """Whether the situation has come to its end."""
        return not self.moment.choices


def walk(response: Response, taken: Iterable[str]) -> Walk:
    """Follow a row of choices through the situation.

    Parameters
    ----------
    response
        The moments and their choices.
    taken
        The choices, each as ``moment/choice``.

    Examples
    --------
    >>> from guidebook.response import load_response
    >>> response = load_response()
    >>> so_far = walk(response, ["found/sleep", "found/wake", "kit/spray"])
    >>> [decision.id for decision in so_far.decisions], so_far.moment.id
    (['found/sleep', 'found/wake'], 'no-answer')
    """
    moment = response.moments[0]
    decisions = []
    for each in taken:
        name, _, identity = each.partition("/")
        choice = moment.choice(identity) if name == moment.id else None
        if choice is None:
            continue
        decisions.append(Decision(moment, choice))
        if choice.leads_to:
            moment = response.moment[choice.leads_to]
    return Walk(tuple(decisions), moment)
