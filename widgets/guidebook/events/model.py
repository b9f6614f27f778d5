"""The events of the timeline: an immutable set that can be filtered, counted and shown."""

from __future__ import annotations

import math
from dataclasses import astuple, fields
from functools import cached_property
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pandas as pd

from guidebook.directory.text import fold, spaced, tokens
from guidebook.events.event import Event
from guidebook.events.query import FACETS, EventQuery, has, values_of
from guidebook.problems import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from guidebook.directory.filter import Term

    Vocabularies = Mapping[str, Mapping[str, Term]]

_SHOWN_IN_NOTEBOOK = 10
SCHEMA = 1
"""The version of the payload; the browser refuses any other."""

_SHOWN_IN_NOTEBOOK = 10


class Events:
    """Events in the order of their dates, each with its place, its themes and its source.

    Nothing changes it: filters give another one, frames are copies.

    Parameters
    ----------
    events
        The events, in the order of their dates; `load_events` makes them.
    vocabularies
        The terms of ``themes``, ``countries`` and ``evidence`` by id, in the order shown.
    origin
        Where they come from, in words.
    total
        How many there were before a filter; as many as there are when left out.

    Examples
    --------
    >>> from guidebook.events import load_events
    >>> events = load_events()
    >>> courts = events.filter(themes="law", countries=["US", "CA"]).between(1980, 1995)
    >>> courts.frame["year"].between(1980, 1995).all()
    np.True_
    """

    vocabularies: Vocabularies
    origin: str
    total: int
    _events: tuple[Event, ...]

    def __init__(
        self,
        events: Iterable[Event],
        vocabularies: Vocabularies,
        origin: str = "",
        *,
        total: int | None = None,
    ) -> None:
        kept = tuple(events)
        frozen = {name: MappingProxyType({**terms}) for name, terms in vocabularies.items()}
        # Past __setattr__, which refuses.
        self.__dict__.update(
            vocabularies=MappingProxyType(frozen),
            origin=origin,
            total=len(kept) if total is None else total,
            _events=kept,
        )

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: events never change."""
        message = f"Events never change: filter them, or change a copy of their frame ({name})"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        """Refuse: events never change."""
        self.__setattr__(name, None)

    # ---- reading ---------------------------------------------------------------------------------

    @property
    def frame(self) -> pd.DataFrame:
        """A copy of the events as a DataFrame.

        Examples
        --------
        >>> from guidebook.events import load_events
        >>> load_events().frame.columns[:4].tolist()
        ['id', 'date', 'date_precision', 'year']
        """
        names = [one.name for one in fields(Event)]
        types = {"year": "int64", "latitude": "float64", "longitude": "float64", "themes": "object"}
        rows = [astuple(event) for event in self._events]
        frame = pd.DataFrame(rows, columns=names, dtype="object")
        return frame.astype({name: types.get(name, "str") for name in names})

    def __len__(self) -> int:
        """Give the number of events."""
        return len(self._events)

    def __iter__(self) -> Iterator[Event]:
        """Give the events one by one."""
        return iter(self._events)

    def __contains__(self, event: object) -> bool:
        """Tell whether there is an event, or an event of this id."""
        name = event.id if isinstance(event, Event) else event
        return isinstance(name, str) and name in self._by_id

    def __getitem__(self, event_id: str) -> Event:
        """Give the event of an id.

        Raises
        ------
        KeyError
            If there is none; similar ids are suggested.
        """
        if event_id not in self._by_id:
            message = f"no event has the id “{event_id}”; {meant(str(event_id), self._by_id)}"
            raise KeyError(message)
        return self._by_id[event_id]

    def __eq__(self, other: object) -> bool:
        """Tell whether both hold the same events and terms."""
        if not isinstance(other, Events):
            return NotImplemented
        # The payload, since NaN does not equal itself.
        return self.to_payload() == other.to_payload()

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(tuple(self._by_id))

    @cached_property
    def _by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self._events}

    @cached_property
    def _words(self) -> list[str]:
        """The tokens of each event in a line, a space before every one."""
        labels = self.vocabularies.get("themes", {})
        return [
            " ".join(
                f" {spaced(cell)}"
                for cell in (
                    event.title,
                    event.description,
                    event.place,
                    event.country_name,
                    *(labels[one].label if one in labels else one for one in event.themes),
                )
            )
            for event in self._events
        ]

    # ---- filtering -------------------------------------------------------------------------------

    def filter(  # noqa: PLR0913 (one keyword a facet: what people write in a notebook)
        self,
        *,
        text: str = "",
        themes: Iterable[str] = (),
        countries: Iterable[str] = (),
        decades: Iterable[str] = (),
        evidence: Iterable[str] = (),
        start: int | None = None,
        end: int | None = None,
    ) -> Events:
        """Give the events that match: any value within a facet, every facet given.

        Parameters
        ----------
        text
            Words; each must begin a word of the title, description, place, country or themes.
        themes, countries, decades, evidence
            Ids, such as ``themes=["law"]`` or ``decades="1990s"``; one alone may be a text.
        start, end
            The first and the last year, both included; None for no limit.

        Raises
        ------
        ValueError
            If an id is not known.

        Examples
        --------
        >>> from guidebook.events import load_events
        >>> len(load_events().filter(themes="rooms", countries=["CH"]))
        1
        >>> load_events().filter(themes=["Naloxone"])
        Traceback (most recent call last):
            ...
        ValueError: there is no “Naloxone” among the themes; did you mean “naloxone”?
        """
        return self.select(
            self.make_query(
                text=text,
                themes=themes,
                countries=countries,
                decades=decades,
                evidence=evidence,
                start=start,
                end=end,
            )
        )

    def between(self, start: int, end: int) -> Events:
        """Give the events from one year to another, both included.

        Parameters
        ----------
        start, end
            The years.

        Raises
        ------
        ValueError
            If the first year is later than the last.

        Examples
        --------
        >>> from guidebook.events import load_events
        >>> load_events().between(1980, 1995)
        <Events: ... of ... shown, ... not on the map>
        >>> load_events().between(1995, 1980)
        Traceback (most recent call last):
            ...
        ValueError: 1995 comes after 1980; write the earlier year first
        """
        if start > end:
            message = f"{start} comes after {end}; write the earlier year first"
            raise ValueError(message)
        return self.filter(start=start, end=end)

    def select(self, query: EventQuery) -> Events:
        """Give the events that match a query; ids that are not known match nothing.

        Parameters
        ----------
        query
            What to look for, from `make_query` or `EventQuery.from_dict`.

        Examples
        --------
        >>> from guidebook.events import EventQuery, load_events
        >>> len(load_events().select(EventQuery(themes=("no-such-theme",))))
        0
        """
        kept = [
            event
            for event, found in zip(self._events, self._matching(query), strict=True)
            if found and all(has(event, query, facet) for facet in FACETS)
        ]
        return Events(kept, self.vocabularies, self.origin, total=len(self))

    def facets(self, **query: Any) -> dict[str, dict[str, int]]:  # noqa: ANN401 (as `filter`)
        """Count, for each value of each facet, what choosing it alone in its facet would show.

        Parameters
        ----------
        **query
            What `filter` takes. The counts of a facet ignore its own values.

        Examples
        --------
        >>> from guidebook.events import load_events
        >>> events = load_events()
        >>> events.facets(countries="CA")["themes"]["rooms"] == len(
        ...     events.filter(countries="CA", themes="rooms")
        ... )
        True
        """
        return self.count(self.make_query(**query))

    def count(self, query: EventQuery) -> dict[str, dict[str, int]]:
        """Count as `facets` does, for a query whose ids need not be known.

        Parameters
        ----------
        query
            What else to look for.

        Examples
        --------
        >>> from guidebook.events import EventQuery, load_events
        >>> list(load_events().count(EventQuery())["evidence"])
        ['read', 'copy', 'contested']
        """
        counts = {}
        matching = self._matching(query)
        for facet in FACETS:
            others = [other for other in FACETS if other is not facet]
            tally = dict.fromkeys(self._present[facet.name], 0)
            for event, found in zip(self._events, matching, strict=True):
                if found and all(has(event, query, other) for other in others):
                    for value in values_of(event, facet):
                        tally[value] += 1
            counts[facet.name] = tally
        return counts

    def make_query(self, **query: Any) -> EventQuery:  # noqa: ANN401 (as `filter`)
        """Make a query of what people write; ids are checked.

        Parameters
        ----------
        **query
            What `filter` takes.

        Raises
        ------
        ValueError
            If an id is not known.
        TypeError
            If there is no filter of a name.

        Examples
        --------
        >>> from guidebook.events import load_events
        >>> load_events().make_query(decades="1990s").decades
        ('1990s',)
        """
        known = [one.name for one in fields(EventQuery)]
        if unknown := [name for name in query if name not in known]:
            message = f"there is no filter “{unknown[0]}”; {meant(unknown[0], known)}"
            raise TypeError(message)
        for facet in FACETS:
            given = query.get(facet.name) or ()
            ids = (given,) if isinstance(given, str) else tuple(dict.fromkeys(given))
            for value in ids:
                self._check(facet.name, value)
            query[facet.name] = ids
        return EventQuery(**query)

    def _check(self, name: str, value: str) -> None:
        terms = self.vocabularies.get(name, {})
        present = self._present[name]
        if value in terms or value in present:
            return
        # Somebody may well write what they read.
        wanted = fold(str(value))
        same = [one for one, term in terms.items() if wanted in {fold(one), fold(term.label)}]
        remedy = (
            f"did you mean “{same[0]}”?"
            if same
            else meant(str(value), dict.fromkeys([*terms, *present]))
        )
        message = f"there is no “{value}” among the {name}; {remedy}"
        raise ValueError(message)

    def _matching(self, query: EventQuery) -> list[bool]:
        """Mark the events that have the words and lie within the years."""
        starts = [f" {token}" for token in tokens(query.text)]
        first = -math.inf if query.start is None else query.start
        last = math.inf if query.end is None else query.end
        return [
            first <= event.year <= last and all(start in words for start in starts)
            for event, words in zip(self._events, self._words, strict=True)
        ]

    @cached_property
    def _present(self) -> dict[str, list[str]]:
        """The values of each facet that occur, in the order shown."""
        present = {}
        for facet in FACETS:
            values = {value for event in self._events for value in values_of(event, facet)}
            terms = self.vocabularies.get(facet.name, {})
            known = [one for one in terms if one in values]
            if facet.name == "countries":
                known.sort(key=lambda code, terms=terms: (fold(terms[code].label), code))  # type: ignore[misc]
            present[facet.name] = [*known, *sorted(values.difference(terms))]
        return present

    # ---- what a filter gave ----------------------------------------------------------------------

    @property
    def not_on_map(self) -> int:
        """How many of the events are of a whole country, and have no point."""
        return sum(not event.placed for event in self._events)

    @property
    def summary(self) -> str:
        """How many are shown, in a sentence.

        Examples
        --------
        >>> from guidebook.events import load_events
        >>> load_events().filter(text="no such words").summary
        '0 of ... shown, 0 not on the map'
        """
        return f"{len(self):,} of {self.total:,} shown, {self.not_on_map:,} not on the map"

    # ---- giving away -----------------------------------------------------------------------------

    def to_payload(self) -> dict[str, Any]:
        """Give the events as the timeline in the browser takes them.

        Examples
        --------
        >>> from guidebook.events import load_events
        >>> load_events().to_payload()["fields"][:2]
        ['id', 'date']
        """
        present = self._present["countries"]
        terms = self.vocabularies.get("countries", {})
        named = {code: term for code, term in terms.items() if code in present}
        used = {**self.vocabularies, "countries": named}
        return {
            "schema": SCHEMA,
            "fields": [one.name for one in fields(Event)],
            "rows": [[_plain(cell) for cell in astuple(event)] for event in self._events],
            "vocabularies": {
                name: [[one, *term] for one, term in terms.items()] for name, terms in used.items()
            },
        }

    # ---- showing ---------------------------------------------------------------------------------

    def __repr__(self) -> str:
        """Say in a line what it holds."""
        return f"<Events: {self.summary}>"

    def _repr_html_(self) -> str:
        """Show what it holds and its first events."""
        rows = "\n".join(
            f"<tr><td>{escape(event.when)}</td><td>{escape(event.title)}</td>"
            f"<td>{escape(event.where)}</td><td>{escape(event.source_title)}</td></tr>"
            for event in self._events[:_SHOWN_IN_NOTEBOOK]
        )
        more = len(self) - _SHOWN_IN_NOTEBOOK
        rest = f"\n<p>… and {more:,} more</p>" if more > 0 else ""
        return (
            f"<p>Events: {self.summary}</p>\n<table><thead><tr><th>Date</th><th>Event</th>"
            f"<th>Place</th><th>Source</th></tr></thead>\n<tbody>\n{rows}\n</tbody></table>{rest}"
        )


def _plain(cell: Any) -> Any:  # noqa: ANN401 (as JSON has it)
    if isinstance(cell, float) and math.isnan(cell):
        return None
    return list(cell) if isinstance(cell, tuple) else cell
