"""folium with FastMarkerCluster: the lightest map of many points that folium makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import folium
from benchmarks.contenders.contender import CLUSTERED, Contender, placed
from folium.plugins import FastMarkerCluster

if TYPE_CHECKING:
    from pathlib import Path

    from guidebook.directory.model import Directory

MARKER = """function (row) {
  var words = document.createElement("div");
  words.textContent = row[2] + ": " + row[3];
  return L.marker(new L.LatLng(row[0], row[1])).bindPopup(words);
}"""


def make(directory: Directory, folder: Path) -> None:
    """Write the page.

    Parameters
    ----------
    directory
        The rows.
    folder
        Where to.
    """
    rows = placed(directory)[["latitude", "longitude", "name", "description"]]
    chart = folium.Map(location=[20, 0], zoom_start=2)
    FastMarkerCluster(rows.values.tolist(), callback=MARKER).add_to(chart)
    chart.save(str(folder / "index.html"))


CONTENDER = Contender("folium-fast", "folium FastMarkerCluster", make, CLUSTERED)
