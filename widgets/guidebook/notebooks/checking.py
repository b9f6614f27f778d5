"""Check a notebook: what it has stored, and whether a fresh run gives the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.notebooks.comparing import differences
from guidebook.notebooks.errors import Fault
from guidebook.notebooks.files import dump, parse, read_bytes
from guidebook.notebooks.normalising import normalise
from guidebook.notebooks.places import places
from guidebook.notebooks.rules import faults_within
from guidebook.notebooks.running import TIMEOUT, execute
from guidebook.problems import shown_path

if TYPE_CHECKING:
    from pathlib import Path

    from guidebook.notebooks.files import Json


def check(path: Path, timeout: int = TIMEOUT) -> list[Fault]:
    """Run a notebook anew in a fresh kernel, and compare what it shows with what is stored.

    Parameters
    ----------
    path
        The notebook's file; it is left as it is.
    timeout
        Seconds that one cell may take; 0 for as long as it likes.

    Returns
    -------
    list of Fault
        What is wrong, cell by cell; empty if all is well.

    Raises
    ------
    NotebookError
        If it cannot be read, or does not run to its end.
    """
    name = shown_path(path)
    content = read_bytes(path)
    notebook = parse(content, name)
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    fresh = execute(path, notebook, timeout)
    store = f"run `guidebook notebook run {name}`"
    if not any(cell["outputs"] for cell in code) and any(shown(fresh)):
        return [Fault(name, 0, "it was saved without its outputs", store)]
    faults = [
        Fault(name, index, message, remedy)
        for index, cell in enumerate(notebook["cells"], start=1)
        for message, remedy in faults_within(cell)
    ]
    told = {fault.cell for fault in faults}
    stored = normalise(notebook, places(path.resolve().parent))
    faults += [
        Fault(name, cell, message, f"{store} and look at the change")
        for cell, message in differences(stored, fresh)
        if cell not in told
    ]
    if not faults and dump(fresh) != content:
        message = "it shows what it should, but holds ids or notes of the program that saved it"
        faults.append(Fault(name, 0, message, store))
    return sorted(faults, key=lambda fault: fault.cell)


def shown(notebook: Json) -> list[Json]:
    """Return all outputs of a notebook."""
    return [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
