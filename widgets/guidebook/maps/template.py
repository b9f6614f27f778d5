"""The HTML and JavaScript that a map is made of, kept as files beside the code."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import folium.template


def to_javascript(value: Any) -> str:  # noqa: ANN401 (whatever JSON can hold)
    r"""Write data as JavaScript that nothing in it can break out of.

    Parameters
    ----------
    value
        Text, numbers, lists and mappings.

    Notes
    -----
    Folium compiles what its templates rendered as a template once more, so that braces in data
    would be run as Python; and it writes keys as they are. Both are escaped here.

    Examples
    --------
    >>> print(to_javascript("</script>{{ 1 + 1 }}"))
    "\u003c/script\u003e\u007b\u007b 1 + 1 }}"
    """
    if isinstance(value, dict):
        lines = [
            f"  {to_javascript(str(key))}: {to_javascript(one)},\n" for key, one in value.items()
        ]
        return "".join(["{\n", *lines, "}"])
    if isinstance(value, list):
        return "".join(["[\n", *(f"{to_javascript(one)},\n" for one in value), "]"])
    written = json.dumps(value)
    for character in "<>&'{":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written


class Environment(folium.template.Environment):
    """Folium's, with the filter `tojavascript` of this module."""

    def __init__(self, *options: Any, **named: Any) -> None:  # noqa: ANN401 (those of Jinja)
        super().__init__(*options, **named)  # type: ignore[no-untyped-call]
        self.filters["tojavascript"] = to_javascript


class Template(folium.template.Template):
    """A template whose data cannot break out."""

    environment_class = Environment


@cache
def template(name: str) -> Template:
    """Return a template of the `templates` folder; its `tojavascript` filter escapes data."""
    source = files("guidebook.maps").joinpath("templates", name).read_text(encoding="utf-8")
    compiled: Template = Template(source)
    return compiled
