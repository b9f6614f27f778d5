"""Replaces what a map loads from content networks by files that ship with the book.

Folium names its libraries by addresses of public content networks. Each address leads to a
package of npm; the same file is copied from ``node_modules`` at build. An address that leads
nowhere fails the build: a map must not call other hosts behind the reader's back.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, NamedTuple

from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "_static/maps"
LIBRARIES = "lib"


class MapError(ExtensionError):
    """A map asks for something that the book cannot bring with it."""


class LibraryFile(NamedTuple):
    """A file of an npm package."""

    package: str
    path: str


NPM = re.compile(
    r"https://(?:cdn\.jsdelivr\.net/npm|unpkg\.com)/"
    r"(?P<package>(?:@[\w.-]+/)?[\w.-]+)(?:@[^/]+)?/(?P<path>[^?#]+)"
)
# Networks that name libraries in their own way: start of the address, the package's folder.
OTHERS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"https://cdnjs\.cloudflare\.com/ajax/libs/leaflet\.markercluster/[^/]+/"),
        "leaflet.markercluster",
        "dist/",
    ),
    (
        re.compile(r"https://cdnjs\.cloudflare\.com/ajax/libs/leaflet/[^/]+/"),
        "leaflet",
        "dist/",
    ),
    (
        re.compile(r"https://cdnjs\.cloudflare\.com/ajax/libs/Leaflet\.awesome-markers/[^/]+/"),
        "leaflet.awesome-markers",
        "dist/",
    ),
    (re.compile(r"https://cdnjs\.cloudflare\.com/ajax/libs/d3/[^/]+/"), "d3", ""),
    (
        re.compile(r"https://code\.jquery\.com/jquery-[\d.]+(?=(?:\.min)?\.js)"),
        "jquery",
        "dist/jquery",
    ),
)

LOADED = re.compile(
    r"""<(?:script|link|img|iframe|source|video|audio|embed)\b[^>]*?\s(?:src|href)=["'](?P<address>(?:https?:)?//[^"']+)["']""",
    re.IGNORECASE,
)
TILES = re.compile(r"""\.tileLayer(?:\.wms)?\(\s*["'](?P<address>(?:https?:)?//[^"']+)["']""")
IN_STYLE = re.compile(r"""url\(\s*["']?(?P<path>[^"')]+)["']?\s*\)""")


def library_file(address: str) -> LibraryFile | None:
    """Find the npm package and file behind the address of a content network.

    Parameters
    ----------
    address
        The address that a page loads.

    Examples
    --------
    >>> library_file("https://cdn.jsdelivr.net/npm/leaflet@1.9.4/dist/leaflet.js")
    LibraryFile(package='leaflet', path='dist/leaflet.js')
    >>> library_file("https://code.jquery.com/jquery-3.7.1.min.js")
    LibraryFile(package='jquery', path='dist/jquery.min.js')
    >>> library_file("https://example.org/a.js")
    """
    if "/.." in address:
        return None
    if found := NPM.fullmatch(address):
        return LibraryFile(found["package"], found["path"])
    for start, package, folder in OTHERS:
        if matched := start.match(address):
            return LibraryFile(package, folder + address[matched.end() :])
    return None


def localise(document: str, folder: Path, modules: Path, where: str) -> str:
    """Make a map load files of its own only, and copy those files.

    Parameters
    ----------
    document
        The map's HTML.
    folder
        The folder that the map is written to.
    modules
        The ``node_modules`` folder.
    where
        What to call the map in an error.

    Raises
    ------
    MapError
        If the map needs tiles of another host, or a file that no installed package holds.
    """
    tiles = TILES.search(document)
    if tiles:
        message = (
            f"{where} draws tiles from {tiles['address']}, which would tell that server who "
            "looks at which place; draw it with tiles=None on the bundled basemap"
        )
        raise MapError(message)

    def replace(found: re.Match[str]) -> str:
        address = found["address"]
        library = library_file(address)
        if library is None:
            message = (
                f"{where} loads {address}, which no npm package is known for; leave that part "
                "of the map out, or add the address to guidebook/edition/libraries.py"
            )
            raise MapError(message)
        local = copy_library(library, folder, modules, where)
        return found[0].replace(address, local)

    return LOADED.sub(replace, document)


def copy_library(library: LibraryFile, folder: Path, modules: Path, where: str) -> str:
    """Copy a package's file, and the pictures that a style sheet names.

    Parameters
    ----------
    library
        The file.
    folder
        The folder that the map is written to.
    modules
        The ``node_modules`` folder.
    where
        What to call the map in an error.

    Returns
    -------
    str
        The file's address, relative to the map.

    Raises
    ------
    MapError
        If the package or the file is not installed.
    """
    source = modules / library.package / library.path
    if not source.is_file():
        message = (
            f"{where} needs {library.path} of the npm package {library.package}, which is not in "
            f"{modules.name}: add it with `npm install --save {library.package}`, or leave that "
            "part of the map out"
        )
        raise MapError(message)
    local = f"{LIBRARIES}/{library.package}/{library.path}"
    target = folder / local
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    if source.suffix == ".css":
        for found in IN_STYLE.finditer(source.read_text(encoding="utf-8")):
            picture = found["path"].partition("?")[0].partition("#")[0]
            origin = source.parent / picture
            if not picture.startswith("data:") and origin.is_file():
                (target.parent / picture).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(origin, target.parent / picture)
        # Leaflet finds its marker's shadow and its large versions beside the one it names.
        pictures = source.parent / "images"
        if pictures.is_dir():
            shutil.copytree(pictures, target.parent / "images", dirs_exist_ok=True)
    return local
