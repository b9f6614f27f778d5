"""Random ids, replaced by the order of their first appearance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from guidebook.notebooks.files import Json

# In HTML an id stands behind its sign: `map_…` and `#…` in folium's, `-…` in others. A number that
# only looks like one, such as a checksum in a table, stands alone. What begins with zeros is a map
# of this package, whose ids are in order already.
IN_HTML = re.compile(
    r"(?<=[_#-])(?!0{16})(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f])"
    r"|(?<=id=[\"'])(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=[\"'])"
)
WIDGET = re.compile(r"[0-9a-f]{32}")
STYLED = re.compile(r"\bid=\"(T_[0-9a-f]{5})\"")
"""A table that pandas styled."""


class Numbers:
    """Gives each id that it is shown a number, in order, and the same one each time.

    Examples
    --------
    >>> numbers = Numbers()
    >>> numbers.html('<div id="map_' + "ab" * 16 + '"></div>')
    '<div id="map_00000000000000000000000000000000"></div>'
    >>> numbers.html("<td>" + "ab" * 16 + "</td>") == "<td>" + "ab" * 16 + "</td>"
    True
    """

    def __init__(self) -> None:
        self.given: dict[str, str] = {}

    def number(self, name: str) -> str:
        """Return the number of an id, as long as the id itself."""
        if name not in self.given:
            order = len(self.given)
            self.given[name] = (
                f"T_{order:05x}" if name.startswith("T_") else f"{order:0{len(name)}x}"
            )
        return self.given[name]

    def html(self, text: str) -> str:
        """Put numbers for the random ids of a piece of HTML."""
        found = [match[0] for match in IN_HTML.finditer(text)]
        found += [match[1] for match in STYLED.finditer(text)]
        return self.known(text, found)

    def known(self, text: str, names: Iterable[str]) -> str:
        """Put numbers for these ids wherever they stand in a text, in the order given."""
        replaced = {name: self.number(name) for name in names}
        if not replaced:
            return text
        any_of = re.compile(
            r"(?<![0-9a-f])(?:" + "|".join(map(re.escape, replaced)) + ")(?![0-9a-f])"
        )
        return any_of.sub(lambda match: replaced[match[0]], text)

    def everywhere(self, value: Json, names: Collection[str]) -> Json:
        """Put numbers for these ids in a value of JSON, keys included."""
        if isinstance(value, str):
            return self.known(value, [name for name in WIDGET.findall(value) if name in names])
        if isinstance(value, list):
            return [self.everywhere(inner, names) for inner in value]
        if isinstance(value, dict):
            return {
                self.everywhere(key, names): self.everywhere(inner, names)
                for key, inner in value.items()
            }
        return value
