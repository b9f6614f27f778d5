"""What a page can ask the tables for: one module a directive or role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.edition.directives import (
    age,
    dictionary,
    entry,
    explorer,
    listing,
    numbers,
    stat,
    timeline,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the directives and roles.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    for part in (age, dictionary, entry, explorer, listing, numbers, stat, timeline):
        part.setup(app)
