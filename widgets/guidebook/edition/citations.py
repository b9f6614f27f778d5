"""Makes citations lighter: no hover text that phones never show, no lists of back links.

A page with forty citations carries ten kilobytes of both; "Help now" must load at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def lighten(_app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Drop what a citation does not need to lead to its source."""
    for citation in doctree.findall(nodes.citation):
        citation["backrefs"] = []
    for reference in doctree.findall(nodes.reference):
        if reference.get("internal"):
            reference.attributes.pop("reftitle", None)


def setup(app: Sphinx) -> None:
    """Connect the change, after citations were resolved."""
    app.connect("doctree-resolved", lighten)
