"""Answers, from installed packages, what a page asks other hosts for.

Nothing leaves the machine: a script that a contender loads from a content network comes from the
package of npm or Python that holds the same file. What no package holds is answered empty, and map
tiles are answered with a blank one, so that those contenders weigh a little less here than in life.
"""

from __future__ import annotations

import json
import mimetypes
import struct
import zlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from guidebook.edition.libraries import library_file

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
BENCH = ROOT / "_build" / "bench"

# Files of these hosts lie in a Python package.
PACKAGED = {
    "dt_bundle.js": ("itables", "html/dt_bundle.js"),
    "dt_bundle.css": ("itables", "html/dt_bundle.css"),
    "plotly": ("plotly", "package_data/plotly.min.js"),
}
EMPTY = ("bootstrap-glyphicons.css", "leaflet.awesome.rotate.min.css")
"""Small style sheets that no package holds."""


class Answer(NamedTuple):
    """What a page is given."""

    body: bytes
    kind: str
    found: bool = True


def answer(address: str) -> Answer:
    """Answer a request to another host.

    Parameters
    ----------
    address
        What was asked for.

    Examples
    --------
    >>> answer("https://code.jquery.com/jquery-3.7.1.min.js").kind
    'text/javascript'
    >>> answer("https://tile.openstreetmap.org/1/0/0.png").body[1:4]
    b'PNG'
    >>> answer("https://example.org/unknown.js").found
    False
    """
    parts = urlsplit(address)
    name = parts.path.rpartition("/")[2]
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if parts.hostname and parts.hostname.endswith("tile.openstreetmap.org"):
        return Answer(_tile(), "image/png")
    if parts.hostname == "cdn.plot.ly" and name.endswith(".json"):
        return Answer(_plotly_world(), "application/json")
    if name in EMPTY:
        return Answer(b"", "text/css")
    for start, (package, path) in PACKAGED.items():
        if name.startswith(start):
            return Answer(files(package).joinpath(path).read_bytes(), kind)
    library = library_file(address)
    path_here = MODULES / library.package / library.path if library else None
    if path_here and path_here.is_file():
        return Answer(path_here.read_bytes(), kind)
    return Answer(b"", kind, found=False)


@cache
def _tile() -> bytes:
    """Make a grey picture of 256 × 256 pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", 256, 256, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + b"\xdd" * 256) * 256)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
    )


@cache
def _plotly_world() -> bytes:
    """Give the outlines of countries under the names that plotly looks for."""
    world = json.loads((MODULES / "world-atlas/countries-110m.json").read_text(encoding="utf-8"))
    land, countries = world["objects"]["land"], world["objects"]["countries"]
    nothing = {"type": "GeometryCollection", "geometries": []}
    world["objects"] = {
        "coastlines": land,
        "land": land,
        "countries": countries,
        **dict.fromkeys(("ocean", "lakes", "rivers", "subunits"), nothing),
    }
    return json.dumps(world).encode()
