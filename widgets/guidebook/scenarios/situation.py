"""A situation as its file tells it: plain, immutable, without widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Part = Literal["drug", "set", "setting"]
Effect = Literal["likelier", "rarer"]

PARTS: tuple[Part, ...] = ("drug", "set", "setting")
INVENTED = "Invented for teaching. No real person is described."
"""What stands over every invented situation and its plan, on the page and on paper."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from; ``evidence`` is "read", "copy" or "contested"."""

    id: str
    title: str
    url: str
    year: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Sourced:
    """A statement with the ids of its sources."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A phrase that makes harm likelier or rarer; ``passage`` counts from 1."""

    id: str
    passage: int
    phrase: str
    part: Part
    effect: Effect
    why: str
    unknown: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """Something that could be offered: by whom, why, within what limits, and for which points."""

    id: str
    what: str
    who: str
    why: str
    limits: str
    answers: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody in or near the situation, and questions to them."""

    id: str
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation: told in passages, with the phrases that matter and what could be offered.

    Examples
    --------
    >>> from guidebook.scenarios import find_situation
    >>> jessica = find_situation("jessica")
    >>> jessica.label == INVENTED, jessica.points[0].part
    (False, 'set')
    """

    id: str
    title: str
    origin: Literal["invented", "as-told"]
    told_in: Sourced | None
    summary: str
    minutes: int
    content_note: str
    care: tuple[Sourced, ...]
    passages: tuple[str, ...]
    points: tuple[Point, ...]
    options: tuple[Option, ...]
    roles: tuple[Role, ...]
    sources: tuple[Source, ...]

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Situation:
        """Make a situation of what a checked file says.

        Parameters
        ----------
        value
            The fields, as the schema has them.

        Examples
        --------
        >>> from guidebook.scenarios import find_situation
        >>> jessica = find_situation("jessica")
        >>> Situation.from_dict(jessica.to_dict()) == jessica
        True
        """
        given: dict[str, Any] = {
            name: " ".join(text.split()) if isinstance(text, str) else text
            for name, text in value.items()
        }
        told_in = given.get("told_in")
        return cls(
            id=given["id"],
            title=given["title"],
            origin=given["origin"],
            told_in=_sourced(told_in) if told_in else None,
            summary=given["summary"],
            minutes=given["minutes"],
            content_note=given["content_note"],
            care=tuple(map(_sourced, given["care"])),
            passages=tuple(map(one_line, given["passages"])),
            points=tuple(Point(**{"unknown": "", **_fields(each)}) for each in given["points"]),
            options=tuple(Option(**_fields(each)) for each in given["options"]),
            roles=tuple(Role(**_fields(each)) for each in given["roles"]),
            sources=tuple(
                Source(**{**_fields(each), "year": str(each["year"])}) for each in given["sources"]
            ),
        )

    @property
    def label(self) -> str:
        """What kind of story this is: invented for teaching, or told elsewhere."""
        return INVENTED if self.told_in is None else self.told_in.text

    def point(self, name: str) -> Point:
        """Give a phrase by its id."""
        return next(point for point in self.points if point.id == name)

    def in_order(self) -> tuple[Point, ...]:
        """Give the phrases in the order in which they stand in the passages."""
        return tuple(
            sorted(
                self.points,
                key=lambda point: (
                    point.passage,
                    self.passages[point.passage - 1].find(point.phrase),
                ),
            )
        )

    def cited(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """Give sources by their ids, in the order of the file."""
        wanted = set(ids)
        return tuple(source for source in self.sources if source.id in wanted)

    def pieces(self, passage: int) -> tuple[str | Point, ...]:
        """Divide a passage into plain text and the phrases that matter.

        Parameters
        ----------
        passage
            Which one; the first is 1.

        Examples
        --------
        >>> from guidebook.scenarios import find_situation
        >>> [type(piece).__name__ for piece in find_situation("jessica").pieces(3)]
        ['str', 'Point', 'str']
        """
        rest = self.passages[passage - 1]
        found: list[str | Point] = []
        for point in self.in_order():
            if point.passage == passage:
                before, _, rest = rest.partition(point.phrase)
                found += [before, point] if before else [point]
        return (*found, rest) if rest else tuple(found)

    def to_dict(self) -> dict[str, Any]:
        """Give the fields as JSON has them; `from_dict` reads them again.

        Examples
        --------
        >>> from guidebook.scenarios import find_situation
        >>> find_situation("festival").to_dict()["origin"]
        'invented'
        """
        fields: dict[str, Any] = _jsonable(self)
        if self.told_in is None:
            del fields["told_in"]
        return fields


def one_line(text: str) -> str:
    r"""Give a text with single spaces: a block of YAML ends with a line end.

    Parameters
    ----------
    text
        What a file says.

    Examples
    --------
    >>> one_line("She buys\na bag.\n")
    'She buys a bag.'
    """
    return " ".join(text.split())


def _fields(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in given.items()}


def _value(value: Any) -> Any:  # noqa: ANN401 (any JSON value)
    if isinstance(value, str):
        return one_line(value)
    return tuple(map(_value, value)) if isinstance(value, list) else value


def _sourced(given: Mapping[str, Any]) -> Sourced:
    return Sourced(**_fields(given))


def _jsonable(value: Any) -> Any:  # noqa: ANN401 (any JSON value)
    if isinstance(value, tuple):
        return list(map(_jsonable, value))
    if hasattr(value, "__dataclass_fields__"):
        return {name: _jsonable(getattr(value, name)) for name in value.__dataclass_fields__}
    return value
