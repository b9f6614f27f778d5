"""A notebook without what differs between two runs of the same code, data and libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.notebooks.ids import Numbers
from guidebook.notebooks.passing import overwritten, without_date, without_passing
from guidebook.notebooks.places import without_places
from guidebook.notebooks.widget_state import STATE, model_ids, widget_state

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidebook.notebooks.files import Json
    from guidebook.notebooks.places import Place

WORDS = ("text/plain", "text/html", "text/markdown", "text/latex")
SVG = "image/svg+xml"
# What programs write into a cell or a notebook about themselves and about the last run.
OF_A_CELL = frozenset({"execution", "ExecuteTime", "vscode"})
OF_A_NOTEBOOK = frozenset(
    {
        "kernelspec",
        "language_info",
        "widgets",
        "vscode",
        "interpreter",
        "signature",
        "orig_nbformat",
    }
)


def normalise(notebook: Json, places: tuple[Place, ...] = ()) -> Json:
    """Return a notebook without what differs between two runs of the same code.

    Parameters
    ----------
    notebook
        A notebook of format 4, as parsed JSON; it is left as it is.
    places
        Folders of this machine and what stands for them, from `guidebook.notebooks.places`.

    Examples
    --------
    >>> cell = {"cell_type": "code", "id": "x1", "metadata": {"execution": {"t": 1}}, "outputs": [],
    ...         "source": "", "execution_count": 3}
    >>> clean = normalise({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    >>> clean["cells"][0]["metadata"], clean["cells"][0]["id"], clean["cells"][0]["execution_count"]
    ({}, 'cell-01', 1)
    """
    numbers = Numbers()
    kept = {key: value for key, value in notebook["metadata"].items() if key not in OF_A_NOTEBOOK}
    state = widget_state(notebook)
    models = model_ids(notebook, state)
    for model in models:
        numbers.number(model)
    cells = []
    count = 0
    for index, cell in enumerate(notebook["cells"], start=1):
        metadata = {key: value for key, value in cell["metadata"].items() if key not in OF_A_CELL}
        clean = {**cell, "id": f"cell-{index:02}", "metadata": metadata}
        if cell["cell_type"] == "code":
            count += 1
            clean["execution_count"] = count
            clean["outputs"] = [
                numbers.everywhere(normalise_output(output, count, numbers, places), models)
                for output in in_order(cell["outputs"])
            ]
        cells.append(clean)
    captured = normalise_state(state, numbers, places)
    return {
        "cells": cells,
        "metadata": {
            **kept,
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            **({"widgets": {STATE: numbers.everywhere(captured, models)}} if state else {}),
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def in_order(outputs: Iterable[Json]) -> list[Json]:
    """Join what is printed in one go: where it was cut, and what came first, is chance.

    A kernel sends what is printed and what is warned of over two roads; which of two neighbours
    arrives first differs from run to run. What is printed comes first.
    """
    ordered: list[Json] = []
    streams: dict[str, Json] = {}
    for output in outputs:
        if output["output_type"] != "stream":
            ordered.extend(streams[name] for name in sorted(streams, reverse=True))
            streams = {}
            ordered.append(dict(output))
        elif output["name"] in streams:
            streams[output["name"]]["text"] += output["text"]
        else:
            streams[output["name"]] = dict(output)
    # "stdout" stands behind "stderr" in the alphabet.
    ordered.extend(streams[name] for name in sorted(streams, reverse=True))
    return ordered


def normalise_output(
    output: Json, count: int | None, numbers: Numbers, places: tuple[Place, ...]
) -> Json:
    """Return an output without random ids, folders, addresses, timings and dates of drawing.

    Parameters
    ----------
    output
        One output of a code cell.
    count
        Which code cell it belongs to, from 1; None for what a widget captured.
    numbers
        Numbers ids; the same for the whole notebook.
    places
        Folders of this machine and what stands for them.
    """
    clean = {key: value for key, value in output.items() if key != "transient"}
    if "execution_count" in clean:
        clean["execution_count"] = count
    if "text" in clean:
        clean["text"] = without_passing(without_places(overwritten(clean["text"]), places))
    if "data" in clean:
        clean["data"] = {
            kind: normalise_data(kind, value, numbers, places)
            for kind, value in clean["data"].items()
        }
    return clean


def normalise_data(kind: str, value: Json, numbers: Numbers, places: tuple[Place, ...]) -> Json:
    """Return what an output shows in one kind of media, the same for every run."""
    if not isinstance(value, str):
        return value
    if kind == SVG:
        return without_date(value)
    if kind not in WORDS:
        return value
    clean = without_passing(without_places(value, places))
    return numbers.html(clean) if kind == "text/html" else clean


def normalise_state(state: Json, numbers: Numbers, places: tuple[Place, ...]) -> Json:
    """Return the state of widgets with what they captured of a cell's outputs normalised too."""
    if not state:
        return state
    models = {}
    for name, model in state["state"].items():
        captured = model.get("state", {}).get("outputs")
        if isinstance(captured, (list, tuple)) and captured:
            clean = [
                normalise_output(output, None, numbers, places) for output in in_order(captured)
            ]
            model = {**model, "state": {**model["state"], "outputs": clean}}  # noqa: PLW2901 (a copy)
        models[name] = model
    return {**state, "state": models}
