"""Gives each notebook's page, and no other, the small script that shows its offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidebook.edition.live.offer import OFFER
from guidebook.edition.widgets import FOLDER

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

SCRIPT = f"{FOLDER}/live-offer.js"


def add_to_page(
    app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Add the script where there is an offer."""
    if f'class="{OFFER}"' in (context.get("body") or ""):
        app.add_js_file(SCRIPT, loading_method="defer", priority=815)


def setup(app: Sphinx) -> None:
    """Connect the choice: before the scripts of others are left out."""
    app.connect("html-page-context", add_to_page, priority=950)
