"""Makes a second build as good as a first: pages are made anew when what makes them changed.

Sphinx knows the sources and templates. It does not know this package's code, nor that pages
carry the checksums of style sheets and scripts.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from guidebook.resources import STATIC

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config

PACKAGE = Path(__file__).parents[1]


def digest(files: Iterable[Path]) -> str:
    """Give a short name for the content of files.

    Parameters
    ----------
    files
        The files; one that is not there counts as empty.

    Examples
    --------
    >>> digest([]) == digest(iter(()))
    True
    """
    total = hashlib.sha256()
    for file in sorted(files):
        content = file.read_bytes() if file.is_file() else b""
        total.update(hashlib.sha256(str(file.name).encode()).digest())
        total.update(hashlib.sha256(content).digest())
    return total.hexdigest()[:16]


def note(app: Sphinx, config: Config) -> None:
    """Put the digests into the configuration, whose changes Sphinx acts on."""
    config.guidebook_code = digest(PACKAGE.rglob("*.py"))
    own = [
        path for folder in config.html_static_path for path in Path(app.srcdir, folder).rglob("*")
    ]
    built = [*STATIC.glob("*.css"), *(STATIC / "page").rglob("*.js")]
    config.guidebook_static = digest([*own, *built])


def setup(app: Sphinx) -> None:
    """Register the two digests."""
    app.add_config_value("guidebook_code", "", "env", [str])  # sources are read anew
    app.add_config_value("guidebook_static", "", "html", [str])  # pages are written anew
    app.connect("config-inited", note)
