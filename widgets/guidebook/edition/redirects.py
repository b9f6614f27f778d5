"""Keeps every address that was ever published: a page that moved leaves a pointer behind.

``book/addresses.csv`` lists the addresses. A page that is renamed or taken out gets a ``moved_to``
there; a build in which a listed address leads nowhere fails.
"""

from __future__ import annotations

import csv
import os
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

TABLE = "book/addresses.csv"


def read(path: Path) -> dict[str, str]:
    """Read the table: address in the site to the address it moved to, or nothing.

    Parameters
    ----------
    path
        The table, with the columns ``address`` and ``moved_to``.
    """
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as table:
        return {row["address"]: row["moved_to"] for row in csv.DictReader(table)}


def pointer(address: str, moved_to: str) -> str:
    """Write the page that stands at an old address.

    Parameters
    ----------
    address
        The old address in the site.
    moved_to
        The new one.

    Examples
    --------
    >>> "url=../b/new.html" in pointer("a/old.html", "b/new.html")
    True
    """
    target = escape(os.path.relpath(moved_to, os.path.dirname(address) or "."))  # noqa: PTH120 (an address, not a file)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n'
        f'<link rel="canonical" href="{target}">\n<title>This page moved</title>\n</head>\n'
        f'<body><p>This page moved: <a href="{target}">go there</a>.</p></body>\n</html>\n'
    )


def faults(addresses: Mapping[str, str], site: Path) -> list[str]:
    """Say which published addresses lead nowhere in a built site.

    Parameters
    ----------
    addresses
        What :func:`read` gave.
    site
        The folder of the site.
    """
    found = []
    for address, moved_to in addresses.items():
        if moved_to and not (site / moved_to).is_file():
            found.append(f"{TABLE}: {address} moved to {moved_to}, which is not there")
        elif not moved_to and not (site / address).is_file():
            found.append(f"{TABLE}: {address} was published and is gone; write where it moved to")
    return found


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the pointers.

    Raises
    ------
    ExtensionError
        If a published address leads nowhere.
    """
    if exception or app.builder.name != "html":
        return
    site = Path(app.outdir)
    addresses = read(Path(app.srcdir) / TABLE)
    if found := faults(addresses, site):
        raise ExtensionError("\n".join(found))
    for address, moved_to in addresses.items():
        if moved_to:
            path = site / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pointer(address, moved_to), encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the writing: before the pages get their policies."""
    app.connect("build-finished", write, priority=820)
