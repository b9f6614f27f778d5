"""TopoJSON to GeoJSON, and the bundled basemap as GeoJSON.

The basemap ships as TopoJSON (Natural Earth's countries, the US Census Bureau's states), which
stores a border between two areas once. Leaflet, and so folium, draws GeoJSON.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Any

from guidebook.resources import read_resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Position = list[float]


DIGITS = 2
"""Decimal places of a position in degrees: about 1 km, two pixels at the basemap's closest zoom."""

STEP = 0.08
"""Degrees that a border moves on before its next point is kept, or a map would weigh a megabyte."""


def decode_arcs(topology: Mapping[str, Any]) -> list[list[Position]]:
    """Return a topology's arcs as lists of positions in degrees, thinned out evenly.

    Parameters
    ----------
    topology
        A TopoJSON topology; quantised arcs are delta-decoded. An arc is shared by the areas on both
        sides of it, so that thinning leaves no gap between them.

    Notes
    -----
    Arcs, `scale` and `translate` are those of the TopoJSON format specification, section 2.1.

    Examples
    --------
    >>> decode_arcs({"arcs": [[[0, 0], [10, 5]]],
    ...              "transform": {"scale": [0.1, 0.1], "translate": [-180, -90]}})
    [[[-180.0, -90.0], [-179.0, -89.5]]]
    """
    transform = topology.get("transform")
    quantised = transform is not None
    scale_x, scale_y = transform["scale"] if transform else (1, 1)
    move_x, move_y = transform["translate"] if transform else (0, 0)
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        positions: list[Position] = []
        for index, (step_x, step_y, *_) in enumerate(arc, start=1):
            x, y = (x + step_x, y + step_y) if quantised else (step_x, step_y)
            position = [round(x * scale_x + move_x, DIGITS), round(y * scale_y + move_y, DIGITS)]
            at_an_end = not positions or index == len(arc)
            if at_an_end or math.dist(position, positions[-1]) >= STEP:
                positions.append(position)
        arcs.append(positions)
    return arcs


def ring(indexes: Sequence[int], arcs: Sequence[Sequence[Position]]) -> list[Position]:
    """Join arcs end to end; a negative index, ~i, means arc i reversed."""
    positions: list[Position] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else list(reversed(arcs[~index]))
        positions.extend(arc[1:] if positions else arc)
    return unwrap(positions)


def unwrap(positions: Sequence[Position]) -> list[Position]:
    """Carry an outline on past 180° east or west instead of jumping across the whole map.

    Examples
    --------
    >>> unwrap([[179.0, 65.0], [-179.0, 66.0], [178.0, 67.0]])
    [[179.0, 65.0], [181.0, 66.0], [178.0, 67.0]]
    >>> unwrap([[179.0, -16.0], [-179.0, -17.0], [-180.0, -16.0], [180.0, -16.0]])
    [[179.0, -16.0], [181.0, -17.0], [180.0, -16.0], [180.0, -16.0]]
    """
    unwrapped: list[Position] = []
    turn = 0.0
    last = None
    for x, y in positions:
        # Antarctica's outline runs along the map's edge from one side to the other: both ends of
        # that step lie on the edge itself, and it has to stay a step. In an outline that was carried
        # on, the same step goes nowhere.
        along_the_edge = last is not None and abs(x) + abs(last) == 360 and not turn  # noqa: PLR2004 (degrees)
        if last is not None and abs(x - last) > 180 and not along_the_edge:  # noqa: PLR2004 (degrees)
            turn += 360.0 if x < last else -360.0
        last = x
        unwrapped.append([round(x + turn, 6), y])
    return unwrapped


def coordinates(geometry: Mapping[str, Any], arcs: Sequence[Sequence[Position]]) -> Any:  # noqa: ANN401 (nested as the geometry's kind says)
    """Return the GeoJSON coordinates of one TopoJSON polygon or multi-polygon."""
    if geometry["type"] == "Polygon":
        return [ring(indexes, arcs) for indexes in geometry["arcs"]]
    if geometry["type"] == "MultiPolygon":
        return [[ring(indexes, arcs) for indexes in polygon] for polygon in geometry["arcs"]]
    message = f"areas are polygons or multi-polygons, not {geometry['type']!r}"
    raise ValueError(message)


def features(topology: Mapping[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """Yield the areas of one object of a topology as GeoJSON features.

    Raises
    ------
    ValueError
        If the object holds anything but polygons.
    """
    arcs = decode_arcs(topology)
    for geometry in topology["objects"][name]["geometries"]:
        if geometry.get("type") is None:
            continue
        yield {
            "type": "Feature",
            "id": str(geometry.get("id", "")),
            "properties": {"name": str(geometry.get("properties", {}).get("name", ""))},
            "geometry": {
                "type": geometry["type"],
                "coordinates": coordinates(geometry, arcs),
            },
        }


def collection(areas: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return features as a GeoJSON feature collection."""
    return {"type": "FeatureCollection", "features": list(areas)}


def outlines(areas: Mapping[str, Any]) -> str:
    """Write the outlines of areas as one text: `;` between outlines, steps of 0.01° within.

    Parameters
    ----------
    areas
        A GeoJSON feature collection of polygons and multi-polygons, in degrees. Drawn as one shape
        by the even-odd rule, an area that fills another's hole is filled.

    Examples
    --------
    >>> square = {"type": "Polygon", "coordinates": [[[0, 0], [1.5, 0], [1.5, 1], [0, 0]]]}
    >>> outlines({"features": [{"geometry": square}]})
    '0 0 150 0 0 100 -150 -100'
    """
    return ";".join(
        steps(outline)
        for area in areas["features"]
        for polygon in polygons(area["geometry"])
        for outline in polygon
    )


def polygons(geometry: Mapping[str, Any]) -> list[list[list[Position]]]:
    """Return the polygons of a GeoJSON geometry, each a list of outlines."""
    given = geometry["coordinates"]
    return [given] if geometry["type"] == "Polygon" else list(given)


def steps(outline: Sequence[Position]) -> str:
    """Write an outline as the steps from each position to the next, the first from 0, 0."""
    scale = 10**DIGITS
    last = (0, 0)
    written = []
    for x, y in outline:
        here = (round(x * scale), round(y * scale))
        written.append(f"{here[0] - last[0]} {here[1] - last[1]}")
        last = here
    return " ".join(written)


@cache
def countries() -> dict[str, Any]:
    """Return the world's countries (Natural Earth 1:110m) as GeoJSON; ids are ISO 3166 numeric.

    Examples
    --------
    >>> "840" in {area["id"] for area in countries()["features"]}
    True
    """
    return collection(features(read_resource("basemap/world-110m"), "countries"))


@cache
def us_states() -> dict[str, Any]:
    """Return the states and territories of the United States as GeoJSON; ids are FIPS codes.

    Examples
    --------
    >>> "Vermont" in {area["properties"]["name"] for area in us_states()["features"]}
    True
    """
    return collection(features(read_resource("basemap/us-states"), "states"))
