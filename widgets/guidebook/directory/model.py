"""The directory: an immutable set of entries that can be filtered, counted, shown and saved."""

from __future__ import annotations

import json
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from guidebook.directory import export, listing
from guidebook.directory import filter as filters
from guidebook.directory.ask import ask
from guidebook.directory.entry import DISTANCE, Entry
from guidebook.directory.filter import Prepared, Query, Result, Term
from guidebook.directory.payload import to_payload
from guidebook.problems import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    import pandas as pd

    from guidebook.directory.ask import Where

_SHOWN_IN_NOTEBOOK = 10


class Directory:
    """Places, programmes and groups, each with its source, its date and how it is known.

    Nothing changes a directory: filters give another one, frames are copies.

    Parameters
    ----------
    rows
        The entries, with the columns `FRAME_COLUMNS`; `load_directory` and `read_directory` make
        them.
    vocabularies
        For each vocabulary its terms by id, in the order shown.
    edition
        The date that everything is judged against.
    origin
        Where the entries come from, in words.
    parent
        The directory that this one was filtered from.
    query
        How it was filtered.
    result
        The positions, in the parent, of what the query gave.

    Examples
    --------
    >>> from guidebook import load_directory
    >>> directory = load_directory()
    >>> in_hawaii = directory.filter(text="hawaii", services=["naloxone"])
    >>> len(in_hawaii) < len(directory)
    True
    >>> sorted(in_hawaii.frame["country"].unique())
    ['US']
    """

    vocabularies: Mapping[str, Mapping[str, Term]]
    edition: date
    origin: str
    parent: Directory | None
    query: Query
    result: Result | None
    _rows: pd.DataFrame

    def __init__(  # noqa: PLR0913 (what a filter gave belongs to the directory it gave)
        self,
        rows: pd.DataFrame,
        vocabularies: Mapping[str, Mapping[str, Term]],
        edition: date,
        origin: str = "",
        *,
        parent: Directory | None = None,
        query: Query | None = None,
        result: Result | None = None,
    ) -> None:
        frozen = {name: MappingProxyType({**terms}) for name, terms in vocabularies.items()}
        # Past __setattr__, which refuses; the copy is nobody else's to change.
        self.__dict__.update(
            vocabularies=MappingProxyType(frozen),
            edition=edition,
            origin=origin,
            parent=parent,
            query=query or Query(),
            result=result,
            _rows=rows.copy(),
        )

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a directory never changes."""
        message = f"a Directory never changes: filter it, or change a copy of its frame ({name})"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        """Refuse: a directory never changes."""
        self.__setattr__(name, None)

    # ---- reading -------------------------------------------------------------------------------

    @property
    def frame(self) -> pd.DataFrame:
        """A copy of the entries as a DataFrame, in the order shown.

        Examples
        --------
        >>> from guidebook import load_directory
        >>> load_directory().frame.columns[:3].tolist()
        ['id', 'name', 'former_names']
        """
        return self._rows.copy()

    @cached_property
    def prepared(self) -> Prepared:
        """The entries made ready for many queries."""
        return Prepared(self._rows, self.vocabularies)

    def __len__(self) -> int:
        """Give the number of entries."""
        return len(self._rows)

    def __iter__(self) -> Iterator[Entry]:
        """Give the entries one by one, in the order shown."""
        # The frame's columns are the entry's fields; only the distance may be missing at the end.
        for row in self._rows.itertuples(index=False, name=None):
            yield Entry(*row)

    def __contains__(self, entry: object) -> bool:
        """Tell whether there is an entry, or an entry of this id."""
        name = entry.id if isinstance(entry, Entry) else entry
        return isinstance(name, str) and name in self._row_of

    def __getitem__(self, entry_id: str) -> Entry:
        """Give the entry of an id.

        Raises
        ------
        KeyError
            If there is none; similar ids are suggested.
        """
        row = self._row_of.get(entry_id)
        if row is None:
            message = f"no entry has the id “{entry_id}”; {meant(str(entry_id), self._row_of)}"
            raise KeyError(message)
        return Entry(*next(self._rows.iloc[[row]].itertuples(index=False, name=None)))

    def __eq__(self, other: object) -> bool:
        """Tell whether two directories hold the same entries, terms and edition."""
        if not isinstance(other, Directory):
            return NotImplemented
        return (
            self.edition == other.edition
            and self.vocabularies == other.vocabularies
            and self._rows.equals(other._rows)
        )

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash((self.edition, *self._rows["id"]))

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {name: row for row, name in enumerate(self._rows["id"].tolist())}

    # ---- filtering -----------------------------------------------------------------------------

    def filter(  # noqa: PLR0913 (one keyword a facet: what people write in a notebook)
        self,
        *,
        text: str = "",
        types: Iterable[str] = (),
        services: Iterable[str] = (),
        approaches: Iterable[str] = (),
        audiences: Iterable[str] = (),
        countries: Iterable[str] = (),
        status: Iterable[str] = (),
        evidence: Iterable[str] = (),
        near: Where | None = None,
        within_km: float | None = None,
    ) -> Directory:
        """Give the entries that match: any value within a facet, every facet given.

        Parameters
        ----------
        text
            Words; each must begin a word of the name, former names, description, city, region,
            country or services of an entry. Accents and case do not matter.
        types, services, approaches, audiences, countries, status, evidence
            Ids of the vocabularies, such as ``services=["naloxone"]``; one alone may be a text.
        near
            A place's name, a US ZIP code, a `Place`, or (latitude, longitude) in degrees. Entries
            come nearest first, with a column ``distance_km``; those of national, international or
            online reach stand in `apart`.
        within_km
            The farthest distance in km, inclusive; None for no limit.

        Returns
        -------
        Directory
            What is shown; see also its `apart`, `not_on_map` and `summary`.

        Raises
        ------
        ValueError
            If an id is not known, a position is impossible or a radius negative.
        PlaceError
            If no place is found by the name.

        Examples
        --------
        >>> from guidebook import load_directory
        >>> directory = load_directory()
        >>> near = directory.filter(services="naloxone", near="Chicago", within_km=30)
        >>> near.query.near.label, bool((near.frame["distance_km"] <= 30).all())
        ('Chicago, IL, US', True)
        >>> directory.filter(services=["naloxon"])
        Traceback (most recent call last):
            ...
        ValueError: there is no “naloxon” among the services; did you mean “naloxone”?
        """
        return self.select(
            self.make_query(
                text=text,
                types=types,
                services=services,
                approaches=approaches,
                audiences=audiences,
                countries=countries,
                status=status,
                evidence=evidence,
                near=near,
                within_km=within_km,
            )
        )

    def select(self, query: Query) -> Directory:
        """Give the entries that match a query; ids that are not known match nothing.

        Parameters
        ----------
        query
            What to look for, from `make_query` or `Query.from_dict`.

        Examples
        --------
        >>> from guidebook import load_directory
        >>> from guidebook.directory import Query
        >>> len(load_directory().select(Query(services=("no-such-service",))))
        0
        """
        result = filters.apply(self.prepared, query)
        rows = self._rows.iloc[result.shown].reset_index(drop=True)
        rows = rows.drop(columns=DISTANCE, errors="ignore")
        if result.distance_km is not None:
            rows[DISTANCE] = result.distance_km
        return Directory(
            rows,
            self.vocabularies,
            self.edition,
            self.origin,
            parent=self,
            query=query,
            result=result,
        )

    def near(self, where: Where, within_km: float | None = None) -> Directory:
        """Give the entries around a place, the nearest first.

        Parameters
        ----------
        where
            A place's name, a US ZIP code, a `Place`, or (latitude, longitude) in degrees. Of places
            with one name the most populous is taken; the repr says which.
        within_km
            The farthest distance in km, inclusive; None for no limit.

        Raises
        ------
        ValueError
            If a position is impossible or a radius negative.
        PlaceError
            If no place is found by the name.

        Examples
        --------
        >>> from guidebook import load_directory
        >>> load_directory().near("Springfield", within_km=1)
        <Directory: 0 of ... shown, ... not on the map, ... apart; within 1 km of Springfield, MO, US
        (not Springfield, MA, US; ...); edition ...>
        """
        return self.filter(near=where, within_km=within_km)

    def facets(self, **query: Any) -> dict[str, dict[str, int]]:  # noqa: ANN401 (as `filter`)
        """Count what each value of each facet would show.

        Parameters
        ----------
        **query
            What `filter` takes. The counts of a facet ignore its own values.

        Raises
        ------
        ValueError, PlaceError
            As `filter` does.

        Examples
        --------
        >>> from guidebook import load_directory
        >>> directory = load_directory()
        >>> counts = directory.facets(countries=["US"])
        >>> counts["services"]["naloxone"] == len(directory.filter(countries="US", services="naloxone"))
        True
        """
        return filters.facets(self.prepared, self.make_query(**query))

    def make_query(self, **query: Any) -> Query:  # noqa: ANN401 (as `filter`)
        """Make a query of what people write: names of places looked up, ids checked.

        Parameters
        ----------
        **query
            What `filter` takes.

        Raises
        ------
        ValueError, PlaceError
            As `filter` does.
        TypeError
            If there is no filter of a name.

        Examples
        --------
        >>> from guidebook import load_directory
        >>> load_directory().make_query(near=(41.9, -87.6)).near.label
        '41.9, -87.6'
        """
        return ask(self.prepared, self.vocabularies, query)

    # ---- what a filter gave --------------------------------------------------------------------

    @property
    def apart(self) -> Directory:
        """Entries of national, international or online reach that match, but are near no place.

        Examples
        --------
        >>> from guidebook import load_directory
        >>> set(load_directory().near("Chicago").apart.frame["reach"]) - {"local", "regional"}
        {...}
        """
        rows = (self.parent or self).frame
        wanted = rows.iloc[:0] if self.result is None else rows.iloc[self.result.apart]
        rows = wanted.reset_index(drop=True).drop(columns=DISTANCE, errors="ignore")
        return Directory(rows, self.vocabularies, self.edition, self.origin)

    @property
    def not_on_map(self) -> int:
        """How many entries match and have no position."""
        if self.result is None:
            return int((~self.prepared.placed).sum())
        return self.result.not_on_map

    @property
    def total(self) -> int:
        """How many entries there were before the filter."""
        return len(self) if self.result is None else self.result.total

    @property
    def summary(self) -> str:
        """How many are shown, in a sentence.

        Examples
        --------
        >>> from guidebook import load_directory
        >>> load_directory().filter(text="no such words").summary
        '0 of ... shown, 0 not on the map'
        """
        return f"{len(self):,} of {self.total:,} shown, {self.not_on_map:,} not on the map"

    # ---- giving away ---------------------------------------------------------------------------

    def to_csv(self, path: str | Path | None = None) -> str | None:
        """Write the entries as CSV for a spreadsheet, formula characters neutralised.

        Parameters
        ----------
        path
            The file to write, in UTF-8; without it the text is returned.

        Examples
        --------
        >>> from guidebook import load_directory
        >>> load_directory().filter(countries="NZ").to_csv().startswith("id,name,")
        True
        """
        return _write(export.to_csv(self._rows), path)

    def to_geojson(self, path: str | Path | None = None) -> str | None:
        """Write the entries as GeoJSON (RFC 7946); those without a position have no geometry.

        Parameters
        ----------
        path
            The file to write, in UTF-8; without it the text is returned.

        Examples
        --------
        >>> from guidebook import load_directory
        >>> json.loads(load_directory().to_geojson())["type"]
        'FeatureCollection'
        """
        collection = export.to_geojson(self._rows, self.edition)
        return _write(json.dumps(collection, ensure_ascii=False, allow_nan=False) + "\n", path)

    def to_payload(self) -> dict[str, Any]:
        """Give the entries by columns, as the explorer in the browser takes them.

        Examples
        --------
        >>> from guidebook import load_directory
        >>> directory = load_directory()
        >>> directory.to_payload()["count"] == len(directory)
        True
        """
        return to_payload(self._rows, self.vocabularies, self.edition)

    # ---- showing -------------------------------------------------------------------------------

    def __repr__(self) -> str:
        """Say in a line what it holds."""
        return f"<Directory: {self._in_words()}; edition {self.edition.isoformat()}>"

    def _repr_html_(self) -> str:
        """Show what it holds and its first entries."""
        return listing.sample(
            list(islice(self, _SHOWN_IN_NOTEBOOK)),
            self.vocabularies,
            f"Directory: {self._in_words()}; edition {self.edition.isoformat()}",
            len(self),
        )

    def _in_words(self) -> str:
        if self.result is None:
            of = f" from {self.origin}" if self.origin else ""
            return f"{len(self):,} entries{of}, {self.not_on_map:,} not on the map"
        near = self.query.near
        if near is None:
            return self.summary
        within = self.query.within_km
        around = f"within {within:g} km of" if within is not None else "nearest first to"
        others = f" (not {'; '.join(near.others)})" if near.others else ""
        return f"{self.summary}, {len(self.result.apart):,} apart; {around} {near.label}{others}"


def _write(text: str, path: str | Path | None) -> str | None:
    if path is None:
        return text
    # newline="": the ends of lines are part of the format.
    Path(path).write_text(text, encoding="utf-8", newline="")
    return None
