"""The parts of a response as plain, immutable records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["fits", "taught", "back"]
"""How a choice stands: what most sources ask for, what some teach instead, or a wrong turn."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that a statement rests on.

    Examples
    --------
    >>> Source("a", "A", "A title", "A body", "https://example.org/", "copy", 2022, "a copy").words
    'A body: A title, 2022 (a copy)'
    """

    id: str
    name: str
    title: str
    body: str
    url: str
    evidence: str
    year: int | None = None
    remark: str = ""

    @property
    def words(self) -> str:
        """Body, title and year, with what should be known about the copy that was read."""
        body = "" if self.body == self.title else f"{self.body}: "
        year = f", {self.year}" if self.year else ""
        weak = "weak source" if self.evidence == "weak" else ""
        remark = "; ".join(part for part in (self.remark, weak) if part)
        return f"{body}{self.title}{year}" + (f" ({remark})" if remark else "")


@dataclass(frozen=True, slots=True)
class After:
    """Why one step stands after another."""

    step: str
    because: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the response; ``after`` holds the steps that have to come before it."""

    id: str
    label: str
    do: str
    why: str
    card: str
    sources: tuple[str, ...]
    after: tuple[After, ...] = ()
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """What some sources say where others say something else."""

    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that good sources answer differently."""

    id: str
    question: str
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """A time to wait, in seconds, and how often to breathe for somebody meanwhile."""

    start: int
    end: int
    breath_every: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be done at a moment, and what the sources say of it."""

    id: str
    label: str
    kind: Kind
    because: str
    sources: tuple[str, ...]
    step: str = ""
    differs: tuple[str, ...] = ()
    wait: Wait | None = None
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the situation; the last has no choices."""

    id: str
    situation: str
    question: str = ""
    choices: tuple[Choice, ...] = ()
    sources: tuple[str, ...] = ()

    def choice(self, identity: str) -> Choice | None:
        """Give a choice by its id; None if there is none.

        Parameters
        ----------
        identity
            The id.
        """
        return next((each for each in self.choices if each.id == identity), None)


@dataclass(frozen=True)
class Response:
    """Everything that ``response.yaml`` says.

    Examples
    --------
    >>> from guidebook.response import load_response
    >>> response = load_response()
    >>> [step.id for step in response.steps][:3]
    ['wake', 'call', 'naloxone']
    """

    title: str
    content_note: str
    advice: str
    steps: tuple[Step, ...]
    avoid: View
    differs: tuple[Difference, ...]
    moments: tuple[Moment, ...]
    sources: tuple[Source, ...]

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """The sources by their ids."""
        return {each.id: each for each in self.sources}

    @cached_property
    def moment(self) -> Mapping[str, Moment]:
        """The moments by their ids."""
        return {each.id: each for each in self.moments}

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the steps as the book has them."""
        return tuple(step.id for step in self.steps)

    @property
    def frame(self) -> pd.DataFrame:
        """The steps as a table, each with the titles and addresses of its sources.

        Examples
        --------
        >>> from guidebook.response import load_response
        >>> load_response().frame.columns.tolist()
        ['place', 'id', 'label', 'do', 'why', 'after', 'guidance_differs', 'sources', 'urls']
        """
        rows = [
            {
                "place": place,
                "id": step.id,
                "label": step.label,
                "do": step.do,
                "why": step.why,
                "after": [each.step for each in step.after],
                "guidance_differs": bool(step.differs),
                "sources": [self.source[one].words for one in step.sources],
                "urls": [self.source[one].url for one in step.sources],
            }
            for place, step in enumerate(self.steps, start=1)
        ]
        return pd.DataFrame(rows)

    def to_payload(self) -> dict[str, Any]:
        """Give what the browser needs, as JSON has it."""
        return {
            "title": self.title,
            "content_note": self.content_note,
            "advice": self.advice,
            "steps": [_plain(step) for step in self.steps],
            "avoid": _plain(self.avoid),
            "differs": [_plain(each) for each in self.differs],
            "moments": [_plain(each) for each in self.moments],
            "sources": [_plain(each) for each in self.sources],
        }


def _plain(value: Any) -> Any:  # noqa: ANN401 (a record, or what a record holds)
    """Turn records into dicts and leave out what is empty."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if hasattr(value, "__slots__"):
        pairs = ((name, getattr(value, name)) for name in value.__slots__)
        return {name: _plain(each) for name, each in pairs if each not in ("", (), None)}
    return value
