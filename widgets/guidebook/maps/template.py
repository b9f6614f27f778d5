"""The HTML and JavaScript that a map is made of, kept as files beside the code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from folium.template import Template


@cache
def template(name: str) -> Template:
    """Return a template of the `templates` folder; its `tojavascript` filter escapes data."""
    source = files("guidebook.maps").joinpath("templates", name).read_text(encoding="utf-8")
    compiled: Template = Template(source)
    return compiled
