"""What an order of the steps gets right, and why a step should stand elsewhere.

Only what the sources ask for is asked for: two steps whose order differs between good sources may
stand in either order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidebook.response.model import Response


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A step that stands before one that comes first, and why that one does."""

    step: str
    before: str
    because: str


def misplaced(response: Response, order: Sequence[str]) -> tuple[Misplaced, ...]:
    """Say which steps stand too early, from the top of the order.

    Parameters
    ----------
    response
        The steps, with what has to come before each.
    order
        Ids of steps; those that are left out are not judged.

    Examples
    --------
    >>> from guidebook.response import load_response
    >>> response = load_response()
    >>> misplaced(response, response.order)
    ()
    >>> swapped = ["wake", "call", "breathe", "naloxone", "again", "side", "stay"]
    >>> misplaced(response, swapped)  # British Columbia teaches this order
    ()
    >>> [(each.step, each.before) for each in misplaced(response, ["call", "wake"])]
    [('call', 'wake')]
    """
    place = {identity: index for index, identity in enumerate(order)}
    steps = {step.id: step for step in response.steps}
    return tuple(
        Misplaced(identity, after.step, after.because)
        for identity in order
        if identity in steps
        for after in steps[identity].after
        if place.get(after.step, -1) > place[identity]
    )


def mixed(ids: Sequence[str]) -> list[str]:
    """Give the ids in an order that is not the given one, the same each time.

    Parameters
    ----------
    ids
        The ids.

    Examples
    --------
    >>> mixed(["a", "b", "c", "d", "e"])
    ['e', 'c', 'd', 'b', 'a']
    """
    half = (len(ids) + 1) // 2
    early, late = list(ids[:half])[::-1], list(ids[half:])[::-1]
    pairs = [each for pair in zip(late, early, strict=False) for each in pair]
    return pairs + early[len(late) :]
