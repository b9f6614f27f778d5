"""Takes out of the site what the theme brought along and no page asks for.

Sphinx copies every file of a theme and of each extension: icon fonts, source maps, scripts that
the book does not load. A reader who keeps the book on a phone would carry them all.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from guidebook.edition.styles import originals
from guidebook.edition.widgets import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

KINDS = {
    *(".css", ".scss", ".js", ".map", ".html", ".txt", ".po", ".mo"),
    *(".ttf", ".woff", ".woff2", ".eot", ".png", ".gif", ".svg"),
}
NAMED = re.compile(r"""(?:src|href)=["']([^"'?#]+)|url\(["']?([^"')?#]+)|data-[a-z-]+="([^"?#]+)""")


def named_files(pages: Iterable[str]) -> set[str]:
    """Collect the names of the files that pages and style sheets ask for.

    Parameters
    ----------
    pages
        The text of each.

    Examples
    --------
    >>> named_files(['<script src="../_static/a.js?v=1"></script>', "b{background:url(c.png)}"])
    {...}
    """
    return {
        address.rpartition("/")[2]
        for page in pages
        for found in NAMED.finditer(page)
        for address in found.groups()
        if address
    }


def remove(app: Sphinx, exception: Exception | None) -> None:
    """Delete the files below ``_static`` that nothing names; the book's own files all stay."""
    if exception or app.builder.name != "html":
        return
    site = Path(app.outdir)
    static = site / "_static"
    ours = [static / FOLDER, static / "maps"]
    paths = map(Path, app.config.html_static_path)  # extensions add whole paths of their own
    brought = [Path(app.srcdir) / path for path in paths if not path.is_absolute()]
    gone = set(originals(app))
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    sheets = [path.read_text(encoding="utf-8") for path in static.glob("*.css") if path not in gone]
    named = named_files([*pages, *sheets])
    for path in sorted(static.rglob("*"), reverse=True):
        if any(folder == path or folder in path.parents for folder in ours):
            continue
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif any((folder / path.relative_to(static)).is_file() for folder in brought):
            if path in gone:
                path.unlink()
        elif path.suffix in KINDS and (path in gone or path.name not in named):
            path.unlink()


def setup(app: Sphinx) -> None:
    """Connect the removal: after the one style sheet was made of the others."""
    app.connect("build-finished", remove, priority=950)
