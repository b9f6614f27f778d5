"""The stored state of a notebook's widgets: what its outputs show, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.notebooks.files import Json

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"
CORE_WIDGETS = ("@jupyter-widgets/base", "@jupyter-widgets/controls", "@jupyter-widgets/output")


def widget_state(notebook: Json) -> Json:
    """Return the state of the core widgets that outputs show, and of what these consist of.

    The guidebook's own widgets need none: their output carries plain HTML and their filters.
    """
    state = notebook["metadata"].get("widgets", {}).get(STATE, {}).get("state", {})
    wanted: set[str] = set()
    waiting = list(shown_models(notebook))
    while waiting:
        model = waiting.pop()
        if model in wanted or state.get(model, {}).get("model_module") not in CORE_WIDGETS:
            continue
        wanted.add(model)
        waiting.extend(references(state[model]))
    if not wanted:
        return {}
    kept = {model: value for model, value in state.items() if model in wanted}
    return {"state": kept, "version_major": 2, "version_minor": 0}


def shown_models(notebook: Json) -> Iterator[str]:
    """Yield the ids of the widgets that a notebook's outputs show."""
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            if VIEW in output.get("data", {}):
                yield output["data"][VIEW]["model_id"]


def model_ids(notebook: Json, state: Json) -> list[str]:
    """List the ids of a notebook's widgets: those shown, in order, then what they consist of.

    Where a widget's parts stand in a file, and which was made first, changes nothing.

    Parameters
    ----------
    notebook
        A notebook of format 4.
    state
        From `widget_state`.

    Examples
    --------
    >>> view = {"output_type": "display_data", "data": {VIEW: {"model_id": "box"}}}
    >>> models = {"slider": {}, "box": {"state": {"children": ["IPY_MODEL_slider"]}}}
    >>> model_ids({"cells": [{"outputs": [view]}]}, {"state": models})
    ['box', 'slider']
    """
    models = state.get("state", {})
    found = dict.fromkeys(shown_models(notebook))
    waiting = list(found)
    while waiting:
        parts = [name for name in references(models.get(waiting.pop(0), {})) if name in models]
        waiting.extend(name for name in dict.fromkeys(parts) if name not in found)
        found.update(dict.fromkeys(parts))
    return list(found)


def references(value: Json) -> Iterator[str]:
    """Yield the ids of the widgets that a widget's state names, however deep."""
    if isinstance(value, str) and value.startswith("IPY_MODEL_"):
        yield value.removeprefix("IPY_MODEL_")
    elif isinstance(value, dict):
        for key in sorted(value):
            yield from references(value[key])
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)
