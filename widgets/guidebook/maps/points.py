"""Maps of a directory's entries as points."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from guidebook.maps.basemap import Tiles, basemap
from guidebook.maps.layers import ClusteredPoints, Legend, Points

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import pandas as pd

    from guidebook.directory import Directory
    from guidebook.maps.page import GuidebookMap

LOOKS = {
    "syringe-or-harm-reduction-service": ("S", "#0b5f5a"),
    "supervised-consumption-site": ("R", "#7b2d5e"),
    "drug-user-union": ("U", "#8a3b12"),
    "network": ("N", "#27476e"),
    "policy-or-law-organisation": ("P", "#5b4a8a"),
    "drug-checking-service": ("D", "#1c6b3a"),
    "community-programme": ("C", "#6b5300"),
    "mutual-aid": ("M", "#9c3d3d"),
    "naloxone-programme": ("X", "#0d5c8c"),
    "research-centre": ("K", "#4a5a23"),
    "therapy-or-training": ("T", "#734d26"),
    "spotting-line": ("L", "#3d4451"),
}
"""A letter and a colour for each type: the letter, because colour alone tells some readers nothing."""

OTHER = ("•", "#3d4451")

PRECISION = {
    "street": "The pin stands at the street address.",
    "neighbourhood": "The pin stands for the neighbourhood, not for a door.",
    "postcode": "The pin stands for the postcode area, not for a door.",
    "city": "The pin stands at the city’s centre, not at a door.",
    "region": "The pin stands for the whole region.",
}


def points(
    directory: Directory, *, title: str = "", tiles: Tiles | None = None, cluster: bool = False
) -> GuidebookMap:
    """Return a map with one marker for each entry that has a position.

    Parameters
    ----------
    directory
        The entries; those without a position are counted in the description.
    title
        The map's title; by default it says how many entries are on it.
    tiles
        None for the bundled basemap, `"openstreetmap"` for street tiles (see `basemap`).
    cluster
        Whether near markers are gathered into numbered circles.

    Examples
    --------
    >>> import guidebook
    >>> chart = points(guidebook.load_directory().filter(countries=["NZ"]))
    >>> chart.title.endswith("entries of the directory by type")
    True
    """
    frame = directory.frame
    placed = frame[frame["latitude"].notna() & frame["longitude"].notna()]
    labels = {term: label for term, (label, _) in directory.vocabularies["types"].items()}
    chart = basemap(
        title or f"{len(placed)} entries of the directory by type",
        describe(placed, len(frame) - len(placed), labels),
        tiles=tiles,
        states="US" in set(placed["country"]),
    )
    counts = Counter(placed["type"])
    kinds = {term: kind(term, labels.get(term, term)) for term, _ in counts.most_common()}
    layer = ClusteredPoints if cluster else Points
    layer([point(row) for row in placed.to_dict("records")], kinds).add_to(chart)
    Legend(
        "Type of entry",
        [{**look, "label": f"{look['label']} ({counts[term]})"} for term, look in kinds.items()],
        "Dashed: listed or named, not confirmed. Grey: historical. A number: that many close "
        "together. Most pins stand at a city’s centre.",
    ).add_to(chart)
    if len(placed):
        chart.fit_bounds(
            [
                [placed["latitude"].min(), placed["longitude"].min()],
                [placed["latitude"].max(), placed["longitude"].max()],
            ],
            # Room for half a pin, so that none is cut at the edge.
            padding=(24, 24),
            max_zoom=6,
        )
    return chart


def clusters(directory: Directory, *, title: str = "", tiles: Tiles | None = None) -> GuidebookMap:
    """Return the map of `points` with near markers gathered into numbered circles.

    Parameters
    ----------
    directory
        The entries; those without a position are counted in the description.
    title
        The map's title; by default it says how many entries are on it.
    tiles
        None for the bundled basemap, `"openstreetmap"` for street tiles (see `basemap`).

    Examples
    --------
    >>> import guidebook
    >>> chart = clusters(guidebook.load_directory(), title="All entries")
    >>> chart.title
    'All entries'
    """
    return points(directory, title=title, tiles=tiles, cluster=True)


def kind(term: str, label: str) -> dict[str, str]:
    """Return the label, letter and colour of a type."""
    letter, colour = LOOKS.get(term, OTHER)
    return {"label": label, "letter": letter, "colour": colour}


def point(row: Mapping[Hashable, Any]) -> dict[str, object]:
    """Return what a marker needs to know of a row."""
    historical = row["badge_kind"] == "historical"
    confirmed = row["badge_kind"] in ("confirmed", "seen")
    return {
        "name": row["name"],
        "place": ", ".join(
            str(part) for part in (row["city"], row["region_name"], row["country_name"]) if part
        ),
        "badge": row["badge"],
        "precision": PRECISION.get(str(row["precision"]), ""),
        "kind": row["type"],
        "look": "historical" if historical else "" if confirmed else "unconfirmed",
        "latitude": row["latitude"],
        "longitude": row["longitude"],
    }


def describe(placed: pd.DataFrame, unplaced: int, labels: dict[str, str]) -> str:
    """Say in words what a map of points shows."""
    if placed.empty:
        return f"No entry has a position on the map; {unplaced} stand in the list only."
    types = [
        f"{labels.get(term, term)} ({count})"
        for term, count in Counter(placed["type"]).most_common(3)
    ]
    places = [f"{name} ({count})" for name, count in Counter(placed["country_name"]).most_common(3)]
    where = f" Most in: {', '.join(places)}." if len(places) > 1 else ""
    return (
        f"{len(placed)} entries on the map, {unplaced} without a position. "
        f"Most common types: {', '.join(types)}.{where}"
    )
