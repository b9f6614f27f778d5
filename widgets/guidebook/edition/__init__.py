"""The Sphinx extension that makes the static edition.

Each module does one thing and has a ``setup(app)`` of its own; this one calls them. Nothing
in ``guidebook`` imports this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.edition import (
    accessible,
    addresses,
    binder,
    chrome,
    citations,
    compressed,
    directives,
    feed,
    freshness,
    leaving,
    leftovers,
    live,
    maps,
    missing,
    notebooks,
    notes,
    offline,
    openings,
    policy,
    printed,
    redirects,
    run_box,
    scripts,
    search,
    sharing,
    sitemap,
    styles,
    widgets,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


PARTS = (
    accessible,
    addresses,
    binder,
    chrome,
    citations,
    compressed,
    directives,
    feed,
    freshness,
    leaving,
    leftovers,
    live,
    maps,
    missing,
    notebooks,
    notes,
    offline,
    openings,
    policy,
    printed,
    redirects,
    run_box,
    scripts,
    search,
    sharing,
    sitemap,
    styles,
    widgets,
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect every part of the edition.

    Parameters
    ----------
    app
        The Sphinx application that loads this extension.
    """
    for part in PARTS:
        part.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
