"""Keeps what a reader searches for out of requests and out of the browser's storage.

The theme's search sends the words to the server, as a part of the address of the page of results,
and Sphinx stores them to mark them in the page that is opened next. Who runs the server, and who
uses the same device later, need not know either.
"""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

from guidebook.edition.widgets import FOLDER

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SCRIPT = Path(__file__).parent / "static" / "search.js"
STORED = "const SPHINX_HIGHLIGHT_ENABLED = true"
NOT_STORED = "const SPHINX_HIGHLIGHT_ENABLED = false"


def copy_script(app: Sphinx) -> None:
    """Put the script into the site and on every page."""
    if app.builder.format != "html":
        return
    target = Path(app.outdir) / "_static" / FOLDER / SCRIPT.name
    target.parent.mkdir(parents=True, exist_ok=True)
    copyfile(SCRIPT, target)
    app.add_js_file(f"{FOLDER}/{SCRIPT.name}", loading_method="defer", priority=900)


def store_nothing(app: Sphinx, error: Exception | None) -> None:
    """Switch off that Sphinx stores the words, in its own script.

    Raises
    ------
    ExtensionError
        If a newer Sphinx has written the switch in another way.
    """
    if error or app.builder.format != "html":
        return
    path = Path(app.outdir) / "_static" / "sphinx_highlight.js"
    script = path.read_text(encoding="utf-8")
    if NOT_STORED in script:
        return
    if STORED not in script:
        message = f"{path.name} has no “{STORED}”: find out how this Sphinx stores searched words"
        raise ExtensionError(message)
    path.write_text(script.replace(STORED, NOT_STORED), encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the search's privacy."""
    app.connect("builder-inited", copy_script)
    app.connect("build-finished", store_nothing)
