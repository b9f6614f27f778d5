"""What a timeline can be asked for.

OR within a facet, AND across facets, as in the directory; the count beside a value ignores the
facet's own values. The browser filters by the same rules; ``tests/cases/events.json`` holds both
to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidebook.events.event import Event


class Facet(NamedTuple):
    """One way to narrow the timeline: what queries call it, and the event's column."""

    name: str
    column: str


FACETS = (
    Facet("themes", "themes"),
    Facet("countries", "country"),
    Facet("decades", "decade"),
    Facet("evidence", "evidence"),
)
"""Every facet, in the order shown."""


@dataclass(frozen=True, slots=True)
class EventQuery:
    """What to look for; what is left empty filters nothing.

    Attributes
    ----------
    text
        Words; each must begin some word of the title, description, place, country or themes.
    themes, countries, decades, evidence
        Ids; an event needs one of those given.
    start, end
        The first and the last year, both included.
    """

    text: str = ""
    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    decades: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> EventQuery:
        """Make a query of the plain values that the browser and the test cases use.

        Parameters
        ----------
        values
            Any of the attributes.

        Examples
        --------
        >>> EventQuery.from_dict({"themes": ["law"], "start": 1980}).themes
        ('law',)
        """
        lists = {facet.name: tuple(values.get(facet.name) or ()) for facet in FACETS}
        return cls(**{**values, **lists})


def values_of(event: Event, facet: Facet) -> tuple[str, ...]:
    """Give an event's values of a facet.

    Parameters
    ----------
    event
        The event.
    facet
        The facet.

    Examples
    --------
    >>> from guidebook.events import load_events
    >>> values_of(load_events()["tacoma"], FACETS[2])
    ('1980s',)
    """
    cell = getattr(event, facet.column)
    return cell if isinstance(cell, tuple) else (cell,) if cell else ()


def has(event: Event, query: EventQuery, facet: Facet) -> bool:
    """Tell whether an event has what a query wants of a facet.

    Parameters
    ----------
    event
        The event.
    query
        What is wanted.
    facet
        The facet; where the query wants nothing of it, every event will do.

    Examples
    --------
    >>> from guidebook.events import load_events
    >>> has(load_events()["tacoma"], EventQuery(decades=("1990s",)), FACETS[2])
    False
    """
    wanted = getattr(query, facet.name)
    return not wanted or not set(wanted).isdisjoint(values_of(event, facet))
