"""Which rows of a directory a query shows, in which order, and what each facet could still give.

OR within a facet, AND across facets; the count beside a value ignores the facet's own values. The
browser filters by the same rules; ``tests/cases/directory.json`` holds both to them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from guidebook.directory.distance import TOLERANCE_KM, haversine
from guidebook.directory.entry import WIDE_REACHES
from guidebook.directory.places import Place
from guidebook.directory.text import fold, spaced, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    Rows = NDArray[np.intp]
    Mask = NDArray[np.bool_]


class Facet(NamedTuple):
    """One way to narrow a directory: what queries call it, its column and its vocabulary."""

    name: str
    column: str
    vocabulary: str


FACETS = (
    Facet("types", "type", "types"),
    Facet("services", "services", "services"),
    Facet("approaches", "approach", "approaches"),
    Facet("audiences", "audience", "audiences"),
    Facet("countries", "country", "countries"),
    Facet("status", "status", "statuses"),
    Facet("evidence", "evidence_grade", "evidence"),
)
"""Every facet, in the order shown."""

SEARCHED = ("name", "former_names", "description", "city", "region_name", "country_name")
"""The columns whose words are searched; the labels of the services are searched too."""

_OWN = 3  # so many of them differ from row to row: name, former names, description


class Term(NamedTuple):
    """What people read for an id of a vocabulary."""

    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; what is left empty filters nothing.

    Attributes
    ----------
    text
        Words; each must begin some word of the row.
    types, services, approaches, audiences, countries, status, evidence
        Ids; a row needs one of those given. ``evidence`` looks at the grade.
    near
        The place to measure from.
    within_km
        The farthest distance from it in km, inclusive; None for no limit.
    """

    text: str = ""
    types: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    approaches: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    near: Place | None = None
    within_km: float | None = None

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Query:
        """Make a query of the plain values that the browser and the test cases use.

        Parameters
        ----------
        values
            Any of the attributes; ``near`` as an object with label, latitude and longitude.

        Raises
        ------
        ValueError
            If a key is none of the attributes.

        Examples
        --------
        >>> Query.from_dict({"services": ["naloxone"], "near": None}).services
        ('naloxone',)
        """
        known = [one.name for one in fields(cls)]
        if unknown := [name for name in values if name not in known]:
            message = f"a query has no {', '.join(unknown)}; it has {', '.join(known)}"
            raise ValueError(message)
        given: dict[str, Any] = {**values}
        for facet in FACETS:
            given[facet.name] = tuple(values.get(facet.name) or ())
        if near := values.get("near"):
            given["near"] = Place(near["label"], near["latitude"], near["longitude"])
        return cls(**given)

    def to_dict(self) -> dict[str, Any]:
        """Give the plain values that `from_dict` takes.

        Examples
        --------
        >>> Query(text="alder").to_dict()["text"]
        'alder'
        """
        near = self.near
        place = near and {
            "label": near.label,
            "latitude": near.latitude,
            "longitude": near.longitude,
        }
        lists = {facet.name: list(getattr(self, facet.name)) for facet in FACETS}
        return {"text": self.text, **lists, "near": place, "within_km": self.within_km}


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """What a query gives, as positions of rows.

    Attributes
    ----------
    shown
        The rows, in the order shown.
    apart
        With ``near`` only: rows of national, international or online reach that match otherwise.
    not_on_map
        How many matching rows have no position.
    total
        How many rows there are at all.
    distance_km
        With ``near`` only: the distance of each shown row in km.
    """

    shown: Rows
    apart: Rows
    not_on_map: int
    total: int
    distance_km: NDArray[np.float64] | None = None

    @property
    def summary(self) -> str:
        """The result in a sentence.

        Examples
        --------
        >>> nothing = np.array([], dtype=np.intp)
        >>> Result(nothing, nothing, not_on_map=4, total=1330).summary
        '0 of 1,330 shown, 4 not on the map'
        """
        return f"{len(self.shown):,} of {self.total:,} shown, {self.not_on_map:,} not on the map"


@dataclass(frozen=True, slots=True)
class _Column:
    """A facet's column: its distinct cells as tuples of values, and which one each row has."""

    cells: tuple[tuple[str, ...], ...]
    codes: Rows
    present: tuple[str, ...]

    def having(self, wanted: Iterable[str]) -> Mask:
        """Mark the rows that have one of the wanted values."""
        some = set(wanted)
        hits = np.fromiter(
            (not some.isdisjoint(cell) for cell in self.cells), bool, len(self.cells)
        )
        return hits[self.codes] if len(self.cells) else np.zeros(len(self.codes), dtype=bool)

    def count(self, mask: Mask) -> dict[str, int]:
        """Count the marked rows of each value."""
        counts = dict.fromkeys(self.present, 0)
        rows_of_cell = np.bincount(self.codes[mask], minlength=len(self.cells))
        for cell, rows in zip(self.cells, rows_of_cell, strict=True):
            for value in cell:
                counts[value] += int(rows)
        return counts


class Prepared:
    """A frame made ready for many queries; everything slow is done once, when first needed.

    Parameters
    ----------
    frame
        Rows with the columns of `Directory.frame`; it must not change afterwards.
    vocabularies
        For each vocabulary, its terms by id.
    """

    def __init__(self, frame: pd.DataFrame, vocabularies: Mapping[str, Mapping[str, Term]]) -> None:
        self._frame = frame
        self._vocabularies = vocabularies

    def __len__(self) -> int:
        """Give the number of rows."""
        return len(self._frame)

    @cached_property
    def order(self) -> Rows:
        """All rows by folded name, then id, by code point."""
        names = [fold(name) for name in self._frame["name"].tolist()]
        ids = self._frame["id"].tolist()
        return np.array(
            sorted(range(len(names)), key=lambda row: (names[row], ids[row])), dtype=np.intp
        )

    @cached_property
    def rank(self) -> Rows:
        """The place of each row in `order`."""
        rank = np.empty(len(self), dtype=np.intp)
        rank[self.order] = np.arange(len(self))
        return rank

    @cached_property
    def latitude(self) -> NDArray[np.float64]:
        """Latitudes in degrees, NaN where missing."""
        return self._frame["latitude"].to_numpy(dtype=np.float64)

    @cached_property
    def longitude(self) -> NDArray[np.float64]:
        """Longitudes in degrees, NaN where missing."""
        return self._frame["longitude"].to_numpy(dtype=np.float64)

    @cached_property
    def placed(self) -> Mask:
        """Marks the rows that have a position."""
        return ~(np.isnan(self.latitude) | np.isnan(self.longitude))

    @cached_property
    def wide(self) -> Mask:
        """Marks the rows of national, international or online reach."""
        return self._frame["reach"].isin(WIDE_REACHES).to_numpy(dtype=bool)

    @cached_property
    def columns(self) -> dict[str, _Column]:
        """The column of each facet, its values in the order shown."""
        columns = {}
        for facet in FACETS:
            cells, codes = _encode(self._frame[facet.column].tolist())
            terms = self._vocabularies.get(facet.vocabulary, {})
            values = {value for cell in cells for value in cell}
            known = sorted(
                values.intersection(terms),
                key=(lambda code, terms=terms: (fold(terms[code].label), code))
                if facet.name == "countries"
                else list(terms).index,
            )
            present = (*known, *sorted(values.difference(terms)))
            columns[facet.name] = _Column(cells, codes, present)
        return columns

    @cached_property
    def words(self) -> list[str]:
        """The tokens of each row in a line, a space before every one."""
        labels = self._vocabularies.get("services", {})
        columns = [self._frame[name].tolist() for name in (*SEARCHED, "services")]
        shared = [*zip(*columns[_OWN:], strict=True)]
        # Many rows share a place and services: their words are made once.
        tails = {}
        for cells in set(shared):
            *place, services = cells
            named = [labels[one].label if one in labels else one for one in services]
            tails[cells] = spaced(" ".join([*place, *named]))
        return [
            f" {spaced(name)} {spaced(' '.join(former))} {spaced(description)} {tails[cells]}"
            for name, former, description, cells in zip(*columns[:_OWN], shared, strict=True)
        ]

    def matching(self, text: str) -> Mask:
        """Mark the rows of which some token begins with each token of the text."""
        mask = np.ones(len(self), dtype=bool)
        for token in dict.fromkeys(tokens(text)):
            start = f" {token}"
            mask &= np.fromiter((start in words for words in self.words), bool, len(self))
        return mask


def apply(rows: Prepared, query: Query) -> Result:
    """Find the rows that a query shows.

    Parameters
    ----------
    rows
        The rows to choose from.
    query
        What to look for; ids that no row has match nothing.

    Examples
    --------
    >>> from guidebook import load_directory
    >>> apply(load_directory().prepared, Query(text="IHRA")).shown.size
    1
    """
    mask = rows.matching(query.text)
    for facet in FACETS:
        mask &= _chosen(rows, query, facet)
    if query.near is None:
        shown = rows.order[mask[rows.order]]
        return Result(shown, shown[:0], int((mask & ~rows.placed).sum()), len(rows))
    apart = rows.order[(mask & rows.wide)[rows.order]]
    mask &= ~rows.wide
    distance, inside = _near(rows, query.near, query.within_km)
    found = np.flatnonzero(mask & inside)
    shown = found[np.lexsort((rows.rank[found], distance[found]))]
    missing = int((mask & ~rows.placed).sum())
    return Result(shown, apart, missing, len(rows), distance[shown])


def facets(rows: Prepared, query: Query) -> dict[str, dict[str, int]]:
    """Count, for each value of each facet, the rows that choosing it alone in its facet would show.

    Parameters
    ----------
    rows
        The rows to choose from.
    query
        What else to look for: the text, the place and the values of all other facets.

    Returns
    -------
    dict
        For each facet every value that occurs in the rows, in the order of its vocabulary
        (countries by name), with its count. Rows that stand apart from a place are not counted.

    Examples
    --------
    >>> from guidebook import load_directory
    >>> list(facets(load_directory().prepared, Query())["evidence"])
    ['confirmed', 'seen', 'named', 'listed', 'as-listed']
    """
    base = rows.matching(query.text)
    if query.near is not None:
        base &= _near(rows, query.near, query.within_km)[1] & ~rows.wide
    chosen = {facet.name: _chosen(rows, query, facet) for facet in FACETS}
    counts = {}
    for facet in FACETS:
        others = [chosen[other.name] for other in FACETS if other is not facet]
        counts[facet.name] = rows.columns[facet.name].count(np.logical_and.reduce([base, *others]))
    return counts


def _chosen(rows: Prepared, query: Query, facet: Facet) -> Mask:
    values: Sequence[str] = getattr(query, facet.name)
    if not values:
        return np.ones(len(rows), dtype=bool)
    return rows.columns[facet.name].having(values)


def _near(rows: Prepared, near: Place, within_km: float | None) -> tuple[NDArray[np.float64], Mask]:
    """Measure every row's distance, and mark those inside; without a position none is."""
    distance = haversine(near.latitude, near.longitude, rows.latitude, rows.longitude)
    farthest = np.inf if within_km is None else within_km + TOLERANCE_KM
    return distance, distance <= farthest


def _encode(column: Sequence[str | tuple[str, ...]]) -> tuple[tuple[tuple[str, ...], ...], Rows]:
    """Give the distinct cells of a column and which one each row has; a text is a list of one."""
    numbers: dict[str | tuple[str, ...], int] = {}
    codes = np.fromiter(
        (numbers.setdefault(cell, len(numbers)) for cell in column), np.intp, len(column)
    )
    cells = (cell if isinstance(cell, tuple) else (cell,) if cell else () for cell in numbers)
    return tuple(cells), codes
