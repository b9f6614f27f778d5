"""Where a notebook's stored outputs differ from those of a fresh run."""

from __future__ import annotations

import json
from itertools import zip_longest
from typing import TYPE_CHECKING

from guidebook.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.notebooks.files import Json

NAMES = {
    "text/plain": "its result",
    "text/html": "its result (HTML)",
    "text/markdown": "its result (Markdown)",
    "text/latex": "its result (LaTeX)",
    "image/svg+xml": "its picture (SVG)",
    "image/png": "its picture (PNG)",
    "image/jpeg": "its picture (JPEG)",
    "application/vnd.jupyter.widget-view+json": "its widget",
    "stdout": "what it prints",
    "stderr": "what it warns of",
}
PICTURES = ("image/png", "image/jpeg")


def differences(stored: Json, fresh: Json) -> Iterator[tuple[int, str]]:
    r"""Yield the cells whose stored outputs are not those of a fresh run, and the first difference.

    Parameters
    ----------
    stored, fresh
        The same notebook twice, both normalised.

    Yields
    ------
    tuple of int and str
        Which of all cells, from 1 (0 for the state of the widgets), and what differs.

    Examples
    --------
    >>> def printed(text):
    ...     output = {"output_type": "stream", "name": "stdout", "text": text}
    ...     return {"cells": [{"cell_type": "code", "outputs": [output]}], "metadata": {}}
    >>> list(differences(printed("one\ntwo\n"), printed("one\nthree\n")))
    [(1, 'line 2 of what it prints is stored as “two”, and is now “three”')]
    """
    for index, (cell, again) in enumerate(
        zip(stored["cells"], fresh["cells"], strict=True), start=1
    ):
        said = first_difference(cell.get("outputs", []), again.get("outputs", []))
        if said:
            yield index, said
    if stored["metadata"].get("widgets") != fresh["metadata"].get("widgets"):
        yield 0, "the stored state of its controls is not what a fresh run gives"


def first_difference(stored: list[Json], fresh: list[Json]) -> str:
    """Say what differs first in the outputs of a cell; nothing where they are the same."""
    if stored == fresh:
        return ""
    if not stored:
        return "it shows something, and nothing is stored"
    if not fresh:
        return "something is stored, and it shows nothing now"
    pairs = zip_longest(stored, fresh)
    return next(compare(output, again) for output, again in pairs if output != again)


def compare(stored: Json | None, fresh: Json | None) -> str:
    """Say what differs first between two outputs, one of which may be missing."""
    if stored is None:
        return f"{named(fresh)} is not stored"
    if fresh is None:
        return f"{named(stored)} is stored, and is not shown now"
    ours, theirs = parts(stored), parts(fresh)
    # What is read first is said first: the text of a value, then richer forms of it.
    for kind in sorted(ours.keys() | theirs.keys(), key=lambda kind: (kind != "text/plain", kind)):
        if kind not in theirs:
            return f"{NAMES.get(kind, kind)} is stored, and is not shown now"
        if kind not in ours:
            return f"{NAMES.get(kind, kind)} is not stored"
        if ours[kind] != theirs[kind]:
            return first_line(kind, ours[kind], theirs[kind])
    return f"how {named(fresh)} is shown differs"


def first_line(kind: str, stored: str, fresh: str) -> str:
    """Say which line of two texts differs first, and how."""
    name = NAMES.get(kind, kind)
    if kind in PICTURES:
        return f"{name} is another one now"
    lines = zip_longest(stored.splitlines(), fresh.splitlines())
    for number, (line, again) in enumerate(lines, start=1):
        if line == again:
            continue
        if line is None:
            return f"line {number} of {name} is not stored; it is {around(again, '')}"
        if again is None:
            return f"line {number} of {name} is stored as {around(line, '')}, and is not there now"
        return (
            f"line {number} of {name} is stored as {around(line, again)},"
            f" and is now {around(again, line)}"
        )
    return f"the line ends of {name} differ"


def around(line: str, other: str) -> str:
    """Quote the part of a line that differs from another line, with a little before it."""
    before, longest = 20, 60
    same = next(
        (place for place, (a, b) in enumerate(zip(line, other, strict=False)) if a != b),
        min(len(line), len(other)),
    )
    start = max(0, same - before) if len(line) > longest else 0
    return quoted(("…" if start else "") + line[start:])


def parts(output: Json) -> dict[str, str]:
    """Return what an output shows, by kind, as text."""
    kind = output["output_type"]
    if kind == "stream":
        return {output["name"]: output["text"]}
    if kind == "error":
        return {"an error": f"{output.get('ename', '')}: {output.get('evalue', '')}"}
    return {
        kind: value if isinstance(value, str) else json.dumps(value, indent=1, sort_keys=True)
        for kind, value in output.get("data", {}).items()
    }


def named(output: Json) -> str:
    """Name an output by what it shows."""
    return next((NAMES.get(kind, kind) for kind in parts(output)), "an output")
