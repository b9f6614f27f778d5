"""A folium map that a guidebook can publish: titled, described, and the same on every run."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import folium
from branca.element import Element, Figure
from folium.elements import ElementAddToElement

from guidebook.maps.landmarks import with_landmarks
from guidebook.maps.template import template

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAFLET = "https://cdn.jsdelivr.net/npm/leaflet@1.9.4/dist/leaflet"


class GuidebookMap(folium.Map):
    """A `folium.Map` with a title, a text equivalent and ids that do not change between runs.

    Parameters
    ----------
    title
        What the map shows; the title of its frame, which screen readers announce.
    description
        The same in a sentence or two, for those who do not see the map; shown below it.
    options
        Whatever `folium.Map` takes.

    Notes
    -----
    It asks for Leaflet alone, not for the five other libraries that a stock folium map brings. In a
    live kernel Leaflet comes from folium's usual content network; the published edition replaces
    that address by a file of its own.
    """

    default_js = [("leaflet", f"{LEAFLET}.js")]  # noqa: RUF012 (folium reads it from the class)
    default_css = [("leaflet_css", f"{LEAFLET}.css")]  # noqa: RUF012 (the same)

    def __init__(self, *, title: str, description: str = "", **options: Any) -> None:  # noqa: ANN401 (folium's own options)
        super().__init__(**options)
        self.title = title
        self.description = description

    def document(self) -> str:
        """Return the map as a whole HTML page.

        Examples
        --------
        >>> page = GuidebookMap(title="Nothing yet", tiles=None)
        >>> page.document() == page.document()
        True
        """
        # A figure gathers what its map renders, so a second rendering into it would say all twice.
        figure = Figure(title=escape(self.title))
        figure.header.add_child(Element(template("head.html.j2").render()), name="guidebook_head")
        figure.script.add_child(Element(template("every-map.js.j2").render()), name="every_map")
        earlier: Any = self._parent
        try:
            self.add_to(figure)
            number(figure)
            return with_landmarks(str(figure.render()), self.title)
        finally:
            self._parent = earlier

    def __repr__(self) -> str:
        """Name the map by its title: an address in memory would differ from run to run."""
        return f"<GuidebookMap: {self.title}>"

    def _repr_html_(self, **_options: object) -> str:
        """Show the map in a frame, its description below it."""
        return str(
            template("frame.html.j2").render(
                title=escape(self.title),
                description=escape(self.description),
                document=escape(self.document()),
            )
        )


def number(root: Element) -> None:
    """Give every element below `root` an id by its place, instead of a random one.

    Folium names each part of a map by a random number, so that the same map is another file on each
    run: nothing could then compare a notebook's stored output with a fresh one.
    """
    for index, element in enumerate(walk(root)):
        element._id = f"{index:032x}"  # noqa: SLF001 (branca has no public way to set it)


def walk(element: Element) -> Iterator[Element]:
    """Yield an element and all that was added to it, but not what folium adds while rendering."""
    if isinstance(element, ElementAddToElement):
        return
    yield element
    for child in element._children.values():  # noqa: SLF001 (branca has no public way to walk)
        yield from walk(child)
