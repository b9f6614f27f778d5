"""What the guidebook adds to a folium map: the ground, points with letters, and a legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from branca.element import MacroElement
from folium.elements import JSCSSMixin

from guidebook.maps.template import template
from guidebook.maps.topology import outlines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CLUSTER = "https://cdn.jsdelivr.net/npm/leaflet.markercluster@1.5.3/dist"


class Ground(MacroElement):
    """Areas to draw on: all in one look, without names, a third of their weight as GeoJSON.

    Parameters
    ----------
    areas
        A GeoJSON feature collection of polygons.
    style
        Leaflet's options of a path.
    """

    _template = template("ground.js.j2")

    def __init__(self, areas: Mapping[str, Any], style: Mapping[str, object]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Ground"
        self.outlines = outlines(areas)
        self.style = dict(style)


class Points(JSCSSMixin, MacroElement):
    """Rows as markers, each with the letter and the colour of its kind.

    Parameters
    ----------
    points
        One mapping a marker: `name`, `place`, `badge`, `precision`, `kind`, `look` (words) and
        `latitude`, `longitude` (degrees).
    kinds
        For each kind its `label`, `letter` and `colour`.
    """

    _template = template("points.js.j2")
    cluster = False

    def __init__(
        self,
        points: Sequence[Mapping[str, object]],
        kinds: Mapping[str, Mapping[str, str]],
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Points"
        self.points = [dict(point) for point in points]
        self.kinds = {kind: dict(look) for kind, look in kinds.items()}


class ClusteredPoints(Points):
    """The same, gathered into numbered circles that open as the map is zoomed."""

    cluster = True
    default_js = [("markercluster", f"{CLUSTER}/leaflet.markercluster.js")]  # noqa: RUF012 (folium reads it from the class)
    default_css = [  # noqa: RUF012 (the same)
        ("markercluster_css", f"{CLUSTER}/MarkerCluster.css"),
        ("markercluster_default_css", f"{CLUSTER}/MarkerCluster.Default.css"),
    ]


class Legend(MacroElement):
    """What the colours and letters of a map mean.

    Parameters
    ----------
    heading
        The legend's heading.
    rows
        One mapping a line: `label`, `colour`, and `letter` where the sign is a marker.
    note
        Small print below the lines.
    """

    _template = template("legend.js.j2")

    def __init__(self, heading: str, rows: Sequence[Mapping[str, str]], note: str = "") -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Legend"
        self.heading = heading
        self.rows = [dict(row) for row in rows]
        self.note = note
