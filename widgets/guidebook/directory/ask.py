"""From what people write in a notebook to a query: names looked up, ids checked, errors that help."""

from __future__ import annotations

import math
from numbers import Real
from typing import TYPE_CHECKING, Any

from guidebook.directory import places
from guidebook.directory.filter import FACETS, Query
from guidebook.directory.places import Place
from guidebook.directory.text import fold
from guidebook.problems import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from guidebook.directory.filter import Facet, Prepared, Term

    Where = str | Place | Sequence[float]

_POLE = 90
_TURN = 360


def ask(
    rows: Prepared, vocabularies: Mapping[str, Mapping[str, Term]], given: Mapping[str, Any]
) -> Query:
    """Make a query of what `Directory.filter` was given.

    Parameters
    ----------
    rows
        The rows that will be looked through.
    vocabularies
        For each vocabulary, its terms by id.
    given
        The filters by name; one id alone may be a text.

    Raises
    ------
    ValueError
        If an id is in no vocabulary and in no row, a position is impossible or a radius negative.
    TypeError
        If there is no filter of a name, or the text is none.
    PlaceError
        If no place is found by the name.

    Examples
    --------
    >>> from guidebook import load_directory
    >>> directory = load_directory()
    >>> ask(directory.prepared, directory.vocabularies, {"countries": "NZ"}).countries
    ('NZ',)
    """
    known = [*Query.__dataclass_fields__]
    for name in given:
        if name not in known:
            message = f"there is no filter “{name}”; {meant(name, known)}"
            raise TypeError(message)
    text = given.get("text", "")
    if not isinstance(text, str):
        message = f"text must be a text, not {text!r}"
        raise TypeError(message)
    values = {
        facet.name: _ids(facet, given.get(facet.name, ()), rows, vocabularies) for facet in FACETS
    }
    where = given.get("near")
    return Query(
        text=text,
        near=None if where is None else as_place(where),
        within_km=_radius(given.get("within_km")),
        **values,
    )


def as_place(where: Where) -> Place:
    """Make a place of what people write.

    Parameters
    ----------
    where
        A place's name, a US ZIP code, a `Place`, or (latitude, longitude) in degrees.

    Raises
    ------
    ValueError
        If the position is not one of the earth.
    PlaceError
        If no place is found by the name.

    Examples
    --------
    >>> as_place((51.5, -0.1))
    Place(label='51.5, -0.1', latitude=51.5, longitude=-0.1, others=())
    >>> as_place((-87.6, 41.9, 0))
    Traceback (most recent call last):
        ...
    ValueError: (-87.6, 41.9, 0) is no place; write a name, or (latitude, longitude) in degrees
    """
    if isinstance(where, str):
        return places.find(where)
    place = where if isinstance(where, Place) else _position(where)
    # Comparisons with NaN are false, so it is refused too.
    if not (abs(place.latitude) <= _POLE and abs(place.longitude) <= _TURN):
        message = (
            f"latitude {place.latitude:g} and longitude {place.longitude:g} are no position in "
            "degrees; write (latitude, longitude), latitude first and at most 90"
        )
        raise ValueError(message)
    return place


def _position(where: Sequence[float]) -> Place:
    numbers = tuple(where)
    if len(numbers) != 2 or not all(isinstance(one, Real) for one in numbers):  # noqa: PLR2004
        message = f"{where!r} is no place; write a name, or (latitude, longitude) in degrees"
        raise ValueError(message)
    latitude, longitude = map(float, numbers)
    return Place(f"{latitude:g}, {longitude:g}", latitude, longitude)


def _radius(within_km: float | None) -> float | None:
    if within_km is None:
        return None
    if not isinstance(within_km, Real) or math.isnan(within_km) or within_km < 0:
        message = f"within_km is {within_km!r}; write a distance in km, 0 or more"
        raise ValueError(message)
    return None if math.isinf(within_km) else float(within_km)


def _ids(
    facet: Facet,
    given: Iterable[str] | None,
    rows: Prepared,
    vocabularies: Mapping[str, Mapping[str, Term]],
) -> tuple[str, ...]:
    values = (given,) if isinstance(given, str) else tuple(given or ())
    terms = vocabularies.get(facet.vocabulary, {})
    for value in values:
        if value in terms or value in rows.columns[facet.name].present:
            continue
        # Somebody may well write what they read: the label, or an id in another case.
        wanted = fold(str(value))
        same = [term for term, words in terms.items() if wanted in {fold(term), fold(words.label)}]
        remedy = f"did you mean “{same[0]}”?" if same else meant(str(value), terms)
        message = f"there is no “{value}” among the {facet.name}; {remedy}"
        raise ValueError(message)
    return tuple(dict.fromkeys(values))
