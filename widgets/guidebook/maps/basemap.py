"""An empty map to draw on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import folium

from guidebook.maps.layers import Ground
from guidebook.maps.page import GuidebookMap
from guidebook.maps.topology import countries, us_states

if TYPE_CHECKING:
    from collections.abc import Sequence

Tiles = Literal["openstreetmap"]

LAND = {"fillColor": "#f6f1e7", "fillOpacity": 1, "color": "#b5a88f", "weight": 0.8}
STATES = {"fillOpacity": 0, "color": "#cdbfa6", "weight": 0.7}


def basemap(  # noqa: PLR0913 (all but the title are keywords with a default)
    title: str,
    description: str = "",
    *,
    location: Sequence[float] = (30.0, -30.0),
    zoom: int = 2,
    tiles: Tiles | None = None,
    states: bool = True,
) -> GuidebookMap:
    """Return a map with countries and US states, and nothing on them yet.

    Parameters
    ----------
    title
        What the map will show; it becomes the title of the map's frame.
    description
        The same in words, for those who do not see it.
    location
        Latitude and longitude of the middle, in degrees.
    zoom
        Leaflet's zoom level: 2 shows the world, 8 a large city with its surroundings.
    tiles
        None for the basemap of this package; `"openstreetmap"` for street tiles, which tells that
        project's server which part of the map is looked at.
    states
        Whether the bundled basemap shows the states of the US.

    Raises
    ------
    ValueError
        If `tiles` is anything else.

    Examples
    --------
    >>> import folium
    >>> chicago = basemap("One circle in Chicago", location=(41.88, -87.63), zoom=6)
    >>> _ = folium.CircleMarker((41.88, -87.63), tooltip="Chicago").add_to(chicago)
    """
    if tiles not in (None, "openstreetmap"):
        message = f"tiles is None or 'openstreetmap', not {tiles!r}"
        raise ValueError(message)
    canvas = GuidebookMap(
        title=title,
        description=description,
        location=location,
        zoom_start=zoom,
        tiles=None,
        # Borders at 1:110m mean nothing when enlarged further.
        maxZoom=8 if tiles is None else 18,
        zoomSnap=0.25,
        world_copy_jump=True,
        # The bundled borders are in the public domain; street tiles must be credited.
        attributionControl=tiles is not None,
    )
    if tiles is None:
        layers = [(countries(), LAND), *([(us_states(), STATES)] if states else [])]
        for areas, style in layers:
            Ground(areas, style).add_to(canvas)
    else:
        folium.TileLayer("OpenStreetMap", referrer_policy="strict-origin-when-cross-origin").add_to(
            canvas
        )
    return canvas
