"""What a screen reader needs of a map's page: a heading, a landmark, a name for what takes keys."""

from __future__ import annotations

import re
from html import escape

MAP = re.compile(r'<div class="folium-map"[^>]*>\s*</div>')
KEYS = "Map. Arrow keys move it, plus and minus zoom."
SPOKEN = "position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%)"


def with_landmarks(document: str, title: str) -> str:
    """Put the map of a folium page, and all that lies on it, into a titled main landmark.

    Parameters
    ----------
    document
        The page's HTML; one that has a main landmark, or no map, stays as it is.
    title
        What the map shows.

    See Also
    --------
    https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/

    Examples
    --------
    >>> print(with_landmarks('<div class="folium-map" id="map_1" ></div>', "Two towns"))
    <main style="height:100%">
    <h1 style="position:absolute;...">Two towns</h1>
    <div role="region" aria-label="Map. Arrow keys ..." class="folium-map" id="map_1" ></div>
    </main>
    """
    if "<main" in document:
        return document

    def wrap(found: re.Match[str]) -> str:
        area = found[0].replace("<div ", f'<div role="region" aria-label="{KEYS}" ', 1)
        heading = f'<h1 style="{SPOKEN}">{escape(title)}</h1>'
        return f'<main style="height:100%">\n{heading}\n{area}\n</main>'

    return MAP.sub(wrap, document, count=1)
