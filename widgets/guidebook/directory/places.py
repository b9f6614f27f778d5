"""From what a reader typed to a place on the map, by the gazetteer that comes with the package.

The browser looks up by the same rules; ``tests/cases/places.json`` holds both to them. The files are
described in ``widgets/build/gazetteer.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from guidebook.directory.text import tokens
from guidebook.resources import ResourceError, read_resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Load = Callable[[str], Any]

_ZIP = re.compile(r"([0-9]{5})(?:-[0-9]{4})?")
_OTHER = "other"
"""The shard of names that do not begin with two Latin letters or digits."""

_COUNTRY_ALIASES = {"uk": "gb", "usa": "us"}
"""What people write for a country besides its code and its name."""

_MOST_QUALIFIER_WORDS = 3
_SUGGESTED = 5


class PlaceError(LookupError):
    """Raised when no place is found by a name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A position with a name.

    Attributes
    ----------
    label
        How it is shown: "Chicago, IL, US", or "60601 Chicago, IL, US" for a ZIP code.
    latitude, longitude
        In degrees.
    others
        The labels of other places that the same words could have meant.
    """

    label: str
    latitude: float
    longitude: float
    others: tuple[str, ...] = field(default=(), compare=False)


def lookup(text: str, load: Load = read_resource) -> list[Place]:
    """List the places that a text may mean, the likeliest first.

    Parameters
    ----------
    text
        A town, "town, region", "town, country", or a US ZIP code.
    load
        Gives the content of a resource such as ``"places/ch"`` and raises `ResourceError` where
        there is none; the package's own gazetteer when left out.

    Returns
    -------
    list of Place
        Exact names before names that begin so, and the more populous before the less.

    Raises
    ------
    ResourceError
        If the gazetteer was not built.

    Examples
    --------
    >>> [place.label for place in lookup("Springfield, Illinois")]
    ['Springfield, IL, US']
    """
    if found := _ZIP.fullmatch(text.strip()):
        return list(_by_zip(found[1], load))
    exact, longer = _by_name(text, load)
    return [*exact, *longer]


def find(text: str, load: Load = read_resource) -> Place:
    """Choose the place that a text means most likely.

    Parameters
    ----------
    text
        What `lookup` takes.
    load
        What `lookup` takes.

    Returns
    -------
    Place
        The first that `lookup` lists; ``others`` names up to five more of the same name.

    Raises
    ------
    PlaceError
        If there is none.
    ResourceError
        If the gazetteer was not built.

    Examples
    --------
    >>> find("Chicago").label
    'Chicago, IL, US'
    >>> find("Qwghlm")
    Traceback (most recent call last):
        ...
    guidebook.directory.places.PlaceError: no place is found by “Qwghlm”; write a town of ...
    """
    if zip_code := _ZIP.fullmatch(text.strip()):
        places = list(_by_zip(zip_code[1], load))
    else:
        exact, longer = _by_name(text, load)
        places = exact or longer
    if not places:
        message = (
            f"no place is found by “{text}”; write a town of more than 15,000 people, with its "
            "region or country after a comma where needed, or a US ZIP code, or give "
            "(latitude, longitude)"
        )
        raise PlaceError(message)
    first, *more = places
    labels = tuple(place.label for place in more[:_SUGGESTED])
    return Place(first.label, first.latitude, first.longitude, labels)


def _by_zip(code: str, load: Load) -> Iterator[Place]:
    for zip_code, town, state, latitude, longitude in _load(f"zips/{code[:2]}", load).get(
        "zips", ()
    ):
        if zip_code == code:
            yield Place(f"{code} {town}, {state}, US", latitude, longitude)


def _by_name(text: str, load: Load) -> tuple[list[Place], list[Place]]:
    """Give the places of exactly that name, and those whose name goes on."""
    name, *after = text.split(",")
    found = _named(name, [_key(one) for one in after if _key(one)], load)
    if any(found) or after:
        return found
    words = [word for word in name.split() if _key(word)]
    for count in range(1, min(_MOST_QUALIFIER_WORDS, len(words) - 1) + 1):
        start, rest = " ".join(words[:-count]), [_key(word) for word in words[-count:]]
        # "Springfield New York" before "Springfield Illinois US".
        for qualifiers in (["".join(rest)], rest):
            tried = _named(start, qualifiers, load)
            if any(tried):
                return tried
    return found


def _named(name: str, qualifiers: Sequence[str], load: Load) -> tuple[list[Place], list[Place]]:
    wanted = _key(name)
    if not wanted:
        return [], []
    shard = _load(f"places/{_shard(wanted)}", load)
    exact: dict[str, Place] = {}
    longer: dict[str, Place] = {}
    for cells in shard.get("places", ()):
        key = _key(cells[0])
        if key.startswith(wanted) and all(_matches(shard, cells, one) for one in qualifiers):
            place = _place(cells)
            (exact if key == wanted else longer).setdefault(place.label, place)
    return [*exact.values()], [place for label, place in longer.items() if label not in exact]


def _matches(shard: Mapping[str, Any], cells: Sequence[Any], qualifier: str) -> bool:
    _, region, country, *_ = cells
    region_name = shard["regions"].get(country, {}).get(region, region)
    country_name = shard["countries"].get(country, "")
    return (
        _key(region) == qualifier
        or _key(country) == _COUNTRY_ALIASES.get(qualifier, qualifier)
        or _key(region_name).startswith(qualifier)
        or _key(country_name).startswith(qualifier)
    )


def _place(cells: Sequence[Any]) -> Place:
    name, region, country, latitude, longitude, _, *shown = cells
    town = shown[0] if shown else name
    parts = (town, "" if _key(region) == _key(town) else region, country)
    return Place(", ".join(part for part in parts if part), latitude, longitude)


def _shard(key: str) -> str:
    return key[:2] if re.fullmatch("[a-z0-9]{2}", key[:2]) else _OTHER


def _key(text: str) -> str:
    """Give a name as it is compared: folded, letters and digits only."""
    return "".join(tokens(text))


def _load(name: str, load: Load) -> dict[str, Any]:
    try:
        content: dict[str, Any] = load(name)
    except ResourceError:
        load("places/index")  # raises where nothing was built at all
        return {}
    return content
