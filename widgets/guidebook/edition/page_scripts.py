"""Loads a script on the pages that hold what it is for, and on no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidebook.edition.widgets import FOLDER

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def load_where(app: Sphinx, mark: str, *names: str, priority: int) -> None:
    """Load scripts on each page with a mark in its HTML.

    Parameters
    ----------
    app
        The build.
    mark
        What stands in the page's own content, such as ``class="guidebook-hub"``.
    names
        The scripts, by their names in the widgets' folder.
    priority
        Their place among the page's scripts; the widgets' own have 800 to 810.
    """

    def add_to_page(
        app: Sphinx,
        _pagename: str,
        _templatename: str,
        context: dict[str, Any],
        _doctree: nodes.document | None,
    ) -> None:
        if mark in (context.get("body") or ""):
            for name in names:
                app.add_js_file(f"{FOLDER}/{name}", loading_method="defer", priority=priority)

    # Before the scripts that no page asks for are left out.
    app.connect("html-page-context", add_to_page, priority=950)
