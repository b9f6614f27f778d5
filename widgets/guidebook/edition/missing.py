"""The page that is shown for an address that is not there (``404.html``).

A server shows it at any depth, so its own links must not depend on where it stands: they begin at
the site's root.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from guidebook.edition.sharing import site_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

PAGE = "404"
RELATIVE = re.compile(
    r'(?P<attribute>\s(?:href|src|data-index|data-local|data-root)=")'
    r"(?![a-z][a-z+.-]*:|#|/)(?P<address>[^\"]*)"
)


def from_root(page: str, root: str) -> str:
    """Make a page's relative addresses begin at the site's root.

    Parameters
    ----------
    page
        The HTML of a page that was written into the site's top folder.
    root
        The path of that folder on its server, with slashes around it.

    Examples
    --------
    >>> from_root('<a href="help-now.html"> <a href="#top"> <a href="https://example.org/">', "/b/")
    '<a href="/b/help-now.html"> <a href="#top"> <a href="https://example.org/">'
    """
    return RELATIVE.sub(lambda found: f"{found['attribute']}{root}{found['address']}", page)


def add_page(_app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Add the page."""
    yield PAGE, {"title": "This page is not here"}, "missing.html"


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Rewrite the page's addresses."""
    if exception or app.builder.name != "html":
        return
    path = Path(app.outdir) / f"{PAGE}.html"
    root = urlsplit(site_address(app)).path or "/"
    path.write_text(from_root(path.read_text(encoding="utf-8"), root), encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the page: its addresses are rewritten before the policies are made."""
    app.connect("html-collect-pages", add_page)
    app.connect("build-finished", finish, priority=960)
