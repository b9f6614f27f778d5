"""Maps of a directory's entries counted by area."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

import folium

from guidebook.maps.basemap import Tiles, basemap
from guidebook.maps.layers import Legend
from guidebook.maps.topology import collection, countries, us_states
from guidebook.tables import read_table

if TYPE_CHECKING:
    from guidebook.directory import Directory
    from guidebook.maps.page import GuidebookMap

CLASSES = (
    (0, 0, "none in this directory", "#fbf8f3"),
    (1, 1, "1", "#d5e8e3"),
    (2, 4, "2 to 4", "#9ccac1"),
    (5, 9, "5 to 9", "#5aa398"),
    (10, 19, "10 to 19", "#2a7c73"),
    (20, None, "20 or more", "#0b4f4a"),
)
"""Lowest and highest count of a class, its label, its colour: darker means more."""


def choropleth(
    directory: Directory,
    *,
    by: Literal["country", "state"] = "country",
    title: str = "",
    tiles: Tiles | None = None,
) -> GuidebookMap:
    """Return a map of areas, darker where the directory has more entries.

    Parameters
    ----------
    directory
        The entries to count.
    by
        `"country"` for the world's countries, `"state"` for the states of the US.
    title
        The map's title; by default it says what is counted.
    tiles
        None for the bundled basemap, `"openstreetmap"` for street tiles (see `basemap`).

    Raises
    ------
    ValueError
        If `by` is anything else.

    Notes
    -----
    The counts say how much this directory knows about an area, not how much there is.

    Examples
    --------
    >>> import guidebook
    >>> chart = choropleth(guidebook.load_directory(), by="state")
    >>> chart.title
    'Entries of the directory by state of the US'
    """
    if by not in ("country", "state"):
        message = f"by is 'country' or 'state', not {by!r}"
        raise ValueError(message)
    heading = "country" if by == "country" else "state of the US"
    if by == "country":
        counts = count_countries(directory)
        areas = [shade(area, counts[area["id"]]) for area in countries()["features"]]
    else:
        counts = count_states(directory)
        areas = [
            shade(area, counts[area["properties"]["name"]]) for area in us_states()["features"]
        ]
    chart = basemap(
        title or f"Entries of the directory by {heading}",
        describe(areas, heading),
        location=(38.0, -96.0) if by == "state" else (25.0, 5.0),
        zoom=3 if by == "state" else 2,
        tiles=tiles,
        states=False,
    )
    folium.GeoJson(
        collection(areas),
        style_function=lambda area: {
            "fillColor": area["properties"]["colour"],
            "fillOpacity": 0.9 if tiles is None else 0.6,
            "color": "#6b6252",
            "weight": 0.7,
        },
        tooltip=folium.GeoJsonTooltip(["name", "entries"], aliases=["", "entries:"]),
    ).add_to(chart)
    Legend(
        "Entries",
        [{"label": label, "colour": colour} for _, _, label, colour in CLASSES],
        "What this directory knows, not what exists.",
    ).add_to(chart)
    return chart


def count_countries(directory: Directory) -> Counter[str]:
    """Count a directory's entries by the ISO 3166 numeric code of their country."""
    numeric = read_table("countries").set_index("code")["numeric"].to_dict()
    return Counter(numeric[code] for code in directory.frame["country"] if code in numeric)


def count_states(directory: Directory) -> Counter[str]:
    """Count a directory's US entries by the name of their state."""
    frame = directory.frame
    return Counter(name for name in frame.loc[frame["country"] == "US", "region_name"] if name)


def shade(area: dict[str, Any], entries: int) -> dict[str, Any]:
    """Return an area with its number of entries and the colour of that number's class."""
    colour = next(
        colour
        for low, high, _, colour in CLASSES
        if low <= entries and (high is None or entries <= high)
    )
    properties = {"name": area["properties"]["name"], "entries": entries, "colour": colour}
    return {**area, "properties": properties}


def describe(areas: list[dict[str, Any]], heading: str) -> str:
    """Say in words what a map of areas shows."""
    counted = sorted(
        (area["properties"] for area in areas if area["properties"]["entries"]),
        key=lambda area: (-area["entries"], area["name"]),
    )
    most = ", ".join(f"{area['name']} ({area['entries']})" for area in counted[:5])
    if not counted:
        return f"No entry can be counted by {heading}."
    return (
        f"{len(counted)} of {len(areas)} areas have an entry. Most entries by {heading}: {most}. "
        "The counts say what this directory knows, not what exists."
    )
