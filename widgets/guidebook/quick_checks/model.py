"""What a question is: five kinds, plain and immutable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from guidebook.directory.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Kind = Literal["single", "several", "order", "match", "short"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "single": ("options",),
    "several": ("options",),
    "order": ("items",),
    "match": ("pairs",),
    "short": ("accept", "answer"),
}
"""What a question of each kind has, beside what all have."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its text, whether it is right, and a remark on it."""

    text: str
    right: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that belong together."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer, why it is so, and who says so.

    Parameters
    ----------
    id
        Its name, unique in its file.
    kind
        ``single``, ``several``, ``order``, ``match`` or ``short``.
    ask
        The question.
    explain
        Why the answer is right.
    sources
        Keys of the bibliography.
    options
        What can be chosen, for ``single`` and ``several``.
    items
        What is to be ordered, in the right order, for ``order``.
    pairs
        What belongs together, for ``match``.
    accept
        What counts as right, for ``short``; case, accents and punctuation do not matter.
    answer
        The answer as it is shown, for ``short``.
    """

    id: str
    kind: Kind
    ask: str
    explain: str
    sources: tuple[str, ...]
    options: tuple[Option, ...] = ()
    items: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    accept: tuple[str, ...] = ()
    answer: str = ""

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Question:
        """Make a question of a part of a document that was checked.

        Parameters
        ----------
        value
            The fields as the file has them.

        Examples
        --------
        >>> asked = {"id": "a", "kind": "order", "ask": "Which came first?", "explain": "So.",
        ...          "sources": ["who"], "items": ["one", "two", "three"]}
        >>> Question.from_dict(asked).shown
        (0, 2, 1)
        """
        return cls(
            id=value["id"],
            kind=value["kind"],
            ask=value["ask"],
            explain=value["explain"],
            sources=tuple(value["sources"]),
            options=tuple(Option(**one) for one in value.get("options", ())),
            items=tuple(value.get("items", ())),
            pairs=tuple(Pair(**one) for one in value.get("pairs", ())),
            accept=tuple(value.get("accept", ())),
            answer=value.get("answer", ""),
        )

    @property
    def shown(self) -> tuple[int, ...]:
        """The positions of the items, or of the pairs' right sides, in the order to show them.

        It is that of the alphabet, so that it gives nothing away and is the same on every page;
        where that is the right order it is turned round.
        """
        return alphabetical(self.items or tuple(pair.right for pair in self.pairs))

    def to_dict(self) -> dict[str, Any]:
        """Give what the browser is told: the fields of this kind alone, with the order shown."""
        told: dict[str, Any] = {"id": self.id, "kind": self.kind, "ask": self.ask}
        if self.options:
            told["options"] = [
                {"text": one.text, "right": one.right, "why": one.why} for one in self.options
            ]
        elif self.items:
            told |= {"items": [*self.items], "shown": [*self.shown]}
        elif self.pairs:
            pairs = [{"left": pair.left, "right": pair.right} for pair in self.pairs]
            told |= {"pairs": pairs, "shown": [*self.shown]}
        else:
            told |= {"accept": [*self.accept], "answer": self.answer}
        return told


def alphabetical(words: Iterable[str]) -> tuple[int, ...]:
    """Give the positions of words in the order of the alphabet, or against it if that is theirs.

    Parameters
    ----------
    words
        The words, all different.

    Examples
    --------
    >>> alphabetical(["b", "a", "c"]), alphabetical(["a", "b", "c"])
    ((1, 0, 2), (2, 1, 0))
    """
    given = list(words)
    found = sorted(range(len(given)), key=lambda at: (tokens(given[at]), at))
    return tuple(reversed(found) if found == sorted(found) else found)
