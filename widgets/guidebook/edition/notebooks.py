"""Notebooks in the page: stored outputs only, and nothing that asks for another host.

The change is made on the notebook's JSON as it is read. The committed file stays as it is, and
so does the copy that the page offers for download.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from guidebook.edition import controls
from guidebook.edition.maps import Maps, extract_map

if TYPE_CHECKING:
    from sphinx.application import Sphinx

RUN_ANCHOR = "run-this-notebook"
SCRIPTS = ("application/javascript", "application/vnd.jupyter.widget-state+json")


def is_notebook(app: Sphinx, docname: str) -> bool:
    """Tell whether a document is a notebook.

    Parameters
    ----------
    app
        The running Sphinx application.
    docname
        The document's path below the project's root, without its suffix.
    """
    return str(app.env.doc2path(docname)).endswith(".ipynb")


def still(notebook: dict[str, Any], maps: Maps, docname: str) -> dict[str, Any]:
    """Make a notebook fit for a page without a kernel.

    Parameters
    ----------
    notebook
        The notebook as read from JSON; changed in place.
    maps
        Where maps found in outputs are put.
    docname
        The document that the notebook is.

    Returns
    -------
    dict
        The same notebook: every widget is its plain HTML or its first result, every map is a
        file of its own, and no widget state is left.
    """
    stored = notebook.get("metadata", {}).pop("widgets", {})
    states = stored.get(controls.STATE, {}).get("state", {})
    for cell in notebook.get("cells", ()):
        if "outputs" in cell:
            cell["outputs"] = [
                shown
                for output in cell["outputs"]
                for shown in still_output(output, states, maps, docname)
            ]
    return notebook


def still_output(
    output: controls.Output, states: dict[str, Any], maps: Maps, docname: str
) -> list[controls.Output]:
    """Give the outputs that stand for one stored output.

    Parameters
    ----------
    output
        The stored output.
    states
        The notebook's widget states.
    maps
        Where maps are put.
    docname
        The document that the notebook is.
    """
    data = output.get("data")
    if data is None:
        return [output]
    for kind in SCRIPTS:
        data.pop(kind, None)
    view = data.pop(controls.VIEW, None)
    if "text/html" in data:
        markup = data["text/html"]
        text = markup if isinstance(markup, str) else "".join(markup)
        data["text/html"] = extract_map(text, maps, docname)
        return [output]
    if view is None:
        return [output] if data else []
    results = controls.first_results(view["model_id"], states, f"#{RUN_ANCHOR}")
    return [shown for result in results for shown in still_output(result, states, maps, docname)]


def read_source(app: Sphinx, docname: str, source: list[str]) -> None:
    """Change a notebook's JSON before it is parsed."""
    if not is_notebook(app, docname):
        return
    notebook = still(json.loads(source[0]), Maps.of(app.env), docname)
    source[0] = json.dumps(notebook, ensure_ascii=False)


def setup(app: Sphinx) -> None:
    """Connect the reading of notebooks."""
    app.connect("source-read", read_source)
