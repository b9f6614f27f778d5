"""Finds the bibliography that a file of questions cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.prose.citations import read_sources

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = "references.bib"


def known_keys(path: Path) -> frozenset[str] | None:
    """Give the keys of the bibliography in the nearest folder above a file; None without one.

    Parameters
    ----------
    path
        The file that cites.

    Examples
    --------
    >>> from guidebook.package import find_package
    >>> "zinberg1984" in known_keys(find_package().root.parent / "book/principles/a.check.yaml")
    True
    """
    for folder in path.resolve().parents:
        if (folder / SOURCES).is_file():
            text = (folder / SOURCES).read_text(encoding="utf-8")
            return frozenset(source.key for source in read_sources(text))
    return None
