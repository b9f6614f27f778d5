"""The words ``guidebook notebook run`` and ``guidebook notebook check``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from guidebook.notebooks.checking import check
from guidebook.notebooks.comparing import differences
from guidebook.notebooks.errors import NotebookError
from guidebook.notebooks.files import find, parse, read_bytes, write
from guidebook.notebooks.normalising import normalise
from guidebook.notebooks.places import places
from guidebook.notebooks.running import execute
from guidebook.problems import shown_path

if TYPE_CHECKING:
    from pathlib import Path

    from guidebook.notebooks.files import Json

STOPPED = 130
"""The exit status of a program that was stopped with Ctrl-C."""


def run_notebooks(paths: list[str], timeout: int) -> int:
    """Run notebooks and store their outputs; all run before the first is written.

    Parameters
    ----------
    paths
        Files, and folders whose notebooks are meant.
    timeout
        Seconds that one cell may take; 0 for as long as it likes.

    Returns
    -------
    int
        The exit status: 0 for success.
    """
    finished: list[tuple[Path, bytes, Json, Json]] = []
    try:
        for path in find(paths):
            was = read_bytes(path)
            notebook = parse(was, shown_path(path))
            say(f"{shown_path(path)}: running …")
            finished.append((path, was, notebook, execute(path, notebook, timeout)))
        for path, was, notebook, fresh in finished:
            before = normalise(notebook, places(path.resolve().parent))
            changed = [cell for cell, _ in differences(before, fresh) if cell]
            if not write(path, fresh, was=was):
                said = "its outputs are what they were"
            elif changed:
                said = f"stored; new outputs in {cells(changed)}"
            else:
                said = "stored; what it shows is what it was"
            sys.stdout.write(f"{shown_path(path)}: {said}\n")
    except NotebookError as error:
        return refused(error)
    except KeyboardInterrupt:
        return stopped()
    return 0


def check_notebooks(paths: list[str], timeout: int) -> int:
    """Run notebooks anew and say where their stored outputs differ.

    Parameters
    ----------
    paths
        Files, and folders whose notebooks are meant.
    timeout
        Seconds that one cell may take; 0 for as long as it likes.

    Returns
    -------
    int
        The exit status: 0 if all is well, 1 if anything is wrong.
    """
    count = 0
    try:
        for path in find(paths):
            say(f"{shown_path(path)}: running …")
            try:
                faults = [str(fault) for fault in check(path, timeout)]
            except NotebookError as error:
                faults = [str(error)]
            for fault in faults:
                sys.stdout.write(f"{fault}\n")
            if not faults:
                sys.stdout.write(f"{shown_path(path)}: a fresh run shows the same; all is well\n")
            sys.stdout.flush()
            count += len(faults)
    except NotebookError as error:
        return refused(error)
    except KeyboardInterrupt:
        return stopped()
    if count:
        sys.stderr.write(f"{count} problem{'' if count == 1 else 's'} found\n")
    return 1 if count else 0


def cells(numbers: list[int]) -> str:
    """Name cells by their numbers.

    Examples
    --------
    >>> cells([4]), cells([4, 7, 9])
    ('cell 4', 'cells 4, 7 and 9')
    """
    if len(numbers) == 1:
        return f"cell {numbers[0]}"
    return f"cells {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def say(words: str) -> None:
    """Tell someone at a terminal what goes on; a log needs no such lines."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{words}\n")


def refused(error: NotebookError) -> int:
    """Say why nothing was stored."""
    sys.stderr.write(f"{error}\n")
    return 1


def stopped() -> int:
    """Say that a run was stopped."""
    sys.stderr.write("stopped; notebooks that had not been stored stay as they were\n")
    return STOPPED
