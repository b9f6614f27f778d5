"""What a page can ask the tables for: one module a directive or role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.edition.directives import (
    age,
    dictionary,
    drink_checkup,
    entry,
    explorer,
    figure,
    keep,
    language_helper,
    leave_by_shift,
    listing,
    numbers,
    policy_map,
    quick_check,
    response_practice,
    scenario,
    stat,
    timeline,
    wording_change,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx


PARTS = (
    age,
    dictionary,
    drink_checkup,
    entry,
    explorer,
    figure,
    keep,
    language_helper,
    leave_by_shift,
    listing,
    numbers,
    policy_map,
    quick_check,
    response_practice,
    scenario,
    stat,
    timeline,
    wording_change,
)


def setup(app: Sphinx) -> None:
    """Register the directives and roles.

    Parameters
    ----------
    app
        The Sphinx application.
    """
    for part in PARTS:
        part.setup(app)
