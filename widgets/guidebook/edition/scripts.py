"""Leaves each page the scripts that it uses.

The theme and Sphinx load a dozen on every page, one of them of 1.5 MB. What they do that this
book needs (colours, contents, search, copying code) is done by ``chrome.js``; the templates leave
the theme's out, and this takes away Sphinx's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidebook.edition.widgets import FOLDER

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

CHROME = f"{FOLDER}/chrome.js"


def is_ours(name: str) -> bool:
    """Tell whether a script is one of the book's.

    Parameters
    ----------
    name
        Its path in the site.

    Examples
    --------
    >>> is_ours("_static/guidebook/host.js"), is_ours("_static/doctools.js")
    (True, False)
    """
    return name.startswith(f"_static/{FOLDER}/")


def keep_ours(
    _app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Drop the scripts of others from a page."""
    context["script_files"] = [
        script for script in context["script_files"] if is_ours(str(script.filename))
    ]


def add_chrome(app: Sphinx) -> None:
    """Let every page load what moves around it."""
    if app.builder.name == "html":
        app.add_js_file(CHROME, loading_method="defer", priority=790)


def setup(app: Sphinx) -> None:
    """Connect the choice of scripts: after all others have named theirs."""
    app.connect("builder-inited", add_chrome)
    app.connect("html-page-context", keep_ours, priority=970)
