"""The frames in which a page with live code shows a kernel's maps.

A map that a kernel made comes as a whole document with scripts. It is shown in a frame that is a
file of the site with a policy of its own, in a sandbox. Folium's documents name libraries by the
addresses of content networks; the frame knows which of them the book brings along. The second
frame is for a reader who was told what a map asks of other hosts, and pressed that it may.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import folium
import folium.plugins

from guidebook.edition.libraries import FOLDER as MAPS
from guidebook.edition.libraries import LOADED, MapError, copy_library, library_file
from guidebook.edition.maps import Maps
from guidebook.edition.widgets import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

ICONS = re.compile(r"fontawesome|glyphicons|awesome\.rotate", re.IGNORECASE)
"""Icon fonts, which folium names for markers with icons. A sandbox can use no font of a site's, so
a megabyte is not brought along; a map without icons lacks nothing."""

STRICT, OPEN = "live-frame.html", "live-frame-open.html"
SCRIPT = "live-frame.js"


def frame(known: dict[str, str], *, is_open: bool, lang: str = "en") -> str:
    """Write a frame.

    Parameters
    ----------
    known
        For each address of a content network, the same file in the site, relative to the frame.
    is_open
        Whether its documents may load from other hosts.
    lang
        The language of its title.

    Examples
    --------
    >>> print(frame({}, is_open=True))
    <!DOCTYPE html>
    <html lang="en" data-frame="open">
    ...
    """
    kind = "open" if is_open else "strict"
    # No data can end the script that it stands in.
    listed = json.dumps(known, indent=0).replace("<", "\\u003c")
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}" data-frame="{kind}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="robots" content="noindex">\n<title>Output of a cell</title>\n'
        f'<script type="application/json">{listed}</script>\n'
        f'<script src="{SCRIPT}"{" data-open" if is_open else ""}></script>\n</head>\n'
        "<body></body>\n</html>\n"
    )


def addresses(documents: Iterable[str]) -> Iterator[str]:
    """Yield the addresses that folium's maps may name: the book's own maps', and folium's usual.

    Parameters
    ----------
    documents
        The HTML of the book's maps.
    """
    for document in documents:
        yield from (found["address"] for found in LOADED.finditer(document))
    plugins = (getattr(folium.plugins, name) for name in folium.plugins.__all__)
    for kind in (folium.Map, *plugins):
        for listed in ("default_js", "default_css"):
            yield from (address for _, address in getattr(kind, listed, ()))


def libraries(documents: Iterable[str], folder: Path, modules: Path) -> dict[str, str]:
    """Copy the libraries that maps may ask for, as far as they are installed.

    Parameters
    ----------
    documents
        The HTML of the book's maps.
    folder
        The folder of the book's maps.
    modules
        The ``node_modules`` folder.

    Returns
    -------
    dict
        The address in a content network, and the file's, relative to the folder of the frames;
        nothing for what the frame leaves out.
    """
    known = {}
    for address in sorted(set(addresses(documents))):
        if ICONS.search(address):
            known[address] = ""
            continue
        library = library_file(address)
        if library is None:
            continue
        try:
            local = copy_library(library, folder, modules, "a frame for maps")
        except MapError:
            continue  # the frame will ask the reader
        known[address] = f"../{Path(MAPS).name}/{local}"
    return known


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write both frames."""
    if exception or app.builder.name != "html":
        return
    site = Path(app.outdir)
    documents = [document for maps in Maps.of(app.env).pages.values() for document in maps.values()]
    known = libraries(documents, site / MAPS, Path(app.srcdir) / "node_modules")
    for name, is_open in ((STRICT, False), (OPEN, True)):
        text = frame(known, is_open=is_open, lang=app.config.language)
        (site / "_static" / FOLDER / name).write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the writing: after the maps, before the policies."""
    app.connect("build-finished", write, priority=410)
