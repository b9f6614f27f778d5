"""folium with a TagFilterButton over a MarkerCluster: the filter that folium brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import folium
from benchmarks.contenders.contender import CLUSTERED, TYPE, Contender, Filter, placed
from folium.plugins import MarkerCluster, TagFilterButton

if TYPE_CHECKING:
    from pathlib import Path

    from guidebook.directory.model import Directory


def make(directory: Directory, folder: Path) -> None:
    """Write the page.

    Parameters
    ----------
    directory
        The rows.
    folder
        Where to.
    """
    rows = placed(directory)
    chart = folium.Map(location=[20, 0], zoom_start=2)
    cluster = MarkerCluster().add_to(chart)
    columns = ("latitude", "longitude", "name", "description", "type")
    for latitude, longitude, name, words, kind in zip(
        *(rows[column].tolist() for column in columns), strict=True
    ):
        folium.Marker([latitude, longitude], popup=f"{name}: {words}", tags=[kind]).add_to(cluster)
    TagFilterButton([*directory.vocabularies["types"]]).add_to(chart)
    chart.save(str(folder / "index.html"))


CONTENDER = Contender(
    "folium-tags",
    "folium TagFilterButton",
    make,
    CLUSTERED,
    filter=Filter(
        open='() => document.querySelector(".easy-button-button").click()',
        click=f"""() => document.querySelector('.tag-filter-tags-container [data-value="{TYPE}"]').click()""",
        # Its own box counts the layers that it knows, clusters among them: the map is what is seen.
        number=CLUSTERED,
        counts="points",
    ),
)
