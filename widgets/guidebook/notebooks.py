"""Run a notebook and store its outputs so that they change only when what they show does.

A fresh run gives its widgets and maps random ids, and writes down the machine's Python. All of that
is made stable here: the same code, data and libraries give the same bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Json = Any  # a value of JSON, however deep
VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"
# A widget's id alone or in a reference to it; not the ids of a map, which are stable by themselves.
RANDOM_ID = re.compile(r"(?:\b|(?<=IPY_MODEL_))[0-9a-f]{32}\b")
CORE_WIDGETS = ("@jupyter-widgets/base", "@jupyter-widgets/controls", "@jupyter-widgets/output")
TIMEOUT = 300  # seconds for one cell


class NotebookError(Exception):
    """A notebook that does not run; the message names the file and the cell."""


def run(path: Path) -> Json:
    """Execute a notebook from top to bottom in a kernel of its own.

    Parameters
    ----------
    path
        The notebook's file; it runs in its own folder. The file is left as it is.

    Returns
    -------
    dict
        The notebook with its outputs, normalised.

    Raises
    ------
    NotebookError
        If the file is no notebook, or a cell fails.
    """
    import nbformat  # noqa: PLC0415 (comes with JupyterLab, which reading a table does not need)
    from nbclient import NotebookClient  # noqa: PLC0415 (the same)
    from nbclient.exceptions import CellExecutionError  # noqa: PLC0415 (the same)

    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.reader.NotJSONError) as error:
        message = f"{path}: not a notebook: {error}"
        raise NotebookError(message) from error
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        store_widget_state=True,
        timeout=TIMEOUT,
    )
    try:
        client.execute()
    except CellExecutionError as error:
        message = f"{path}: {error}"
        raise NotebookError(message) from error
    return normalise(notebook)


def normalise(notebook: Json) -> Json:
    """Return a notebook without what differs between two runs of the same code.

    Parameters
    ----------
    notebook
        A notebook of format 4, as parsed JSON.

    Examples
    --------
    >>> cell = {"cell_type": "code", "id": "x1", "metadata": {"execution": {"t": 1}}, "outputs": [],
    ...         "source": "", "execution_count": 3}
    >>> clean = normalise({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    >>> clean["cells"][0]["metadata"], clean["cells"][0]["id"], clean["cells"][0]["execution_count"]
    ({}, 'cell-01', 1)
    """
    notebook = {
        "cells": [dict(cell) for cell in notebook["cells"]],
        "metadata": dict(notebook["metadata"]),
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    count = 0
    for index, cell in enumerate(notebook["cells"], start=1):
        cell["id"] = f"cell-{index:02}"
        cell["metadata"] = {
            key: value for key, value in cell["metadata"].items() if key != "execution"
        }
        if cell["cell_type"] != "code":
            continue
        count += 1
        cell["execution_count"] = count
        cell["outputs"] = join_streams(cell["outputs"])
        for output in cell["outputs"]:
            if "execution_count" in output:
                output["execution_count"] = count
    state = widget_state(notebook)
    notebook["metadata"] = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        **({"widgets": {STATE: state}} if state else {}),
    }
    return number(notebook)


def join_streams(outputs: list[Json]) -> list[Json]:
    """Join neighbouring pieces of one stream: where they were cut is a matter of timing."""
    joined: list[Json] = []
    for output in outputs:
        last = joined[-1] if joined else {}
        if output["output_type"] == "stream" and last.get("name") == output["name"]:
            last["text"] += output["text"]
        else:
            joined.append({key: value for key, value in output.items() if key != "transient"})
    return joined


def widget_state(notebook: Json) -> Json:
    """Return the state of the core widgets that outputs show, and of what these consist of.

    The guidebook's own widgets need none: their output carries plain HTML and their filters.
    """
    state = notebook["metadata"].get("widgets", {}).get(STATE, {}).get("state", {})
    wanted: set[str] = set()
    waiting = [
        output["data"][VIEW]["model_id"]
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
        if VIEW in output.get("data", {})
    ]
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


def references(value: Json) -> Iterator[str]:
    """Yield the ids of the widgets that a widget's state names, however deep."""
    if isinstance(value, str) and value.startswith("IPY_MODEL_"):
        yield value.removeprefix("IPY_MODEL_")
    elif isinstance(value, dict):
        for inner in value.values():
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def number(value: Json, numbers: dict[str, str] | None = None) -> Json:
    """Replace every random id of 32 hexadecimal digits by the order of its first appearance.

    Examples
    --------
    >>> number({"ab" * 16: {"children": ["IPY_MODEL_" + "ab" * 16]}})
    {'00000000000000000000000000000000': {'children': ['IPY_MODEL_00000000000000000000000000000000']}}
    """
    numbers = {} if numbers is None else numbers

    def stable(match: re.Match[str]) -> str:
        return numbers.setdefault(match[0], f"{len(numbers):032x}")

    if isinstance(value, str):
        return RANDOM_ID.sub(stable, value)
    if isinstance(value, list):
        return [number(inner, numbers) for inner in value]
    if isinstance(value, dict):
        return {number(key, numbers): number(inner, numbers) for key, inner in value.items()}
    return value


def write(path: Path, notebook: Json) -> None:
    """Store a notebook, keys in order, so that a change is a change in what it says."""
    import nbformat  # noqa: PLC0415 (comes with JupyterLab, which reading a table does not need)

    node = nbformat.from_dict(notebook)
    nbformat.validate(node)
    path.write_text(nbformat.writes(node) + "\n", encoding="utf-8")
