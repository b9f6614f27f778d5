"""Rules for positions: a pin that lies in the wrong place sends people to the wrong place.

Whether latitude and longitude were swapped, or a minus sign was lost, is told from the other rows:
a position is suspect when it lies outside the box around the other rows of its region (or country)
and one such slip would bring it inside.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidebook.checking.rows import Row
    from guidebook.problems import Problem

# Longyearbyen (78.2° N) and Puerto Williams (54.9° S) are the towns nearest to the poles.
_NORTHERNMOST = 78.5
_SOUTHERNMOST = -56.0
# How far beyond the others, in degrees, a further place of the same area can reasonably lie.
_MARGIN = {"region": 6.0, "country": 12.0}


@dataclass(frozen=True, slots=True)
class _Place:
    row: Row
    latitude: float
    longitude: float

    @property
    def slips(self) -> Iterator[tuple[float, float, str]]:
        """The positions that this one becomes when a common slip is undone."""
        yield self.longitude, self.latitude, "latitude and longitude look swapped"
        yield -self.latitude, self.longitude, "the latitude seems to have the wrong sign"
        yield self.latitude, -self.longitude, "the longitude seems to have the wrong sign"


@dataclass(frozen=True, slots=True)
class _Box:
    south: float
    north: float
    west: float
    east: float

    def holds(self, latitude: float, longitude: float) -> bool:
        # The other two take in a country on both sides of the antimeridian, such as New Zealand.
        turns = (longitude, longitude - 360, longitude + 360)
        return self.south <= latitude <= self.north and any(
            self.west <= turn <= self.east for turn in turns
        )


def position_rules(rows: Iterable[Row]) -> Iterator[Problem]:
    """Yield what is wrong with the positions of the directory.

    Parameters
    ----------
    rows
        All rows of the directory; they are judged by one another.
    """
    places = []
    for row in rows:
        yield from _parts(row)
        try:
            place = _Place(row, float(row["latitude"]), float(row["longitude"]))
        except ValueError:
            continue  # no position, or one that the schema refuses
        fault = _impossible(place)
        if fault:
            yield row.problem("latitude", *fault)
        else:
            places.append(place)
    yield from _strays(places)


def _parts(row: Row) -> Iterator[Problem]:
    """Yield rows whose position, precision and words for the place do not agree."""
    if bool(row["latitude"]) != bool(row["longitude"]):
        empty = "longitude" if row["latitude"] else "latitude"
        yield row.problem(empty, "a position has two numbers", "fill in both, or neither")
        return
    if row["latitude"] and row["precision"] == "none":
        message = "there is a position and the precision is none"
        yield row.problem("precision", message, "say what the position stands for, or clear it")
    if not row["latitude"] and row["precision"] not in {"none", ""}:
        message = f"there is no position and the precision is “{row['precision']}”"
        yield row.problem("precision", message, "write none, or give the position")
    if row["latitude"] and not row["country"]:
        yield row.problem("country", "there is a position and no country", "write its code")
    if row["precision"] == "city" and not row["city"]:
        yield row.problem("city", "the position stands for a city without a name", "name the city")
    if row["precision"] == "region" and not row["region"]:
        yield row.problem("region", "the position stands for an unnamed region", "write its code")


def _impossible(place: _Place) -> tuple[str, str] | None:
    if place.latitude == 0 and place.longitude == 0:
        return "the position is 0, 0 in the open sea", "clear both numbers if there is none"
    if not _SOUTHERNMOST <= place.latitude <= _NORTHERNMOST:
        message = f"nobody lives at latitude {place.latitude:g}"
        return message, "mend it; latitude and longitude may be swapped"
    return None


def _strays(places: list[_Place]) -> Iterator[Problem]:
    by_region: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    by_country: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        country, region = place.row["country"], place.row["region"]
        by_country[country].append(place)
        if region:
            by_region[country, region].append(place)
    for place in places:
        country, region = place.row["country"], place.row["region"]
        if not country:
            continue
        near = _box_of_others(place, by_region.get((country, region), []), "region")
        wide = _box_of_others(place, by_country[country], "country")
        slip = next((words for box in (near, wide) if (words := _slip(place, box))), "")
        if slip:
            area = f"{country} {region}".strip()
            message = f"{place.latitude:g}, {place.longitude:g} lies far from the rest of {area}"
            yield place.row.problem("latitude", f"{message}: {slip}", "mend the two numbers")


def _box_of_others(place: _Place, area: list[_Place], kind: str) -> _Box | None:
    """Give the box around an area's other rows, with a margin; None where it has no others.

    Rows at the very same point are not counted: a slip is often copied with its row.
    """
    point = (place.latitude, place.longitude)
    others = {(one.latitude, one.longitude) for one in area} - {point}
    if not others:
        return None
    margin = _MARGIN[kind]
    latitudes = [one[0] for one in others]
    longitudes = [one[1] for one in others]
    return _Box(
        min(latitudes) - margin,
        max(latitudes) + margin,
        min(longitudes) - margin,
        max(longitudes) + margin,
    )


def _slip(place: _Place, box: _Box | None) -> str:
    """Name the slip that explains why a position lies outside its area's box; empty if none does."""
    if box is None or box.holds(place.latitude, place.longitude):
        return ""
    return next((words for lat, lon, words in place.slips if box.holds(lat, lon)), "")
