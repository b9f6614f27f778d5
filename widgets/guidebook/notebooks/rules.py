"""What no stored output may hold, whatever a fresh run gives."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from guidebook.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.notebooks.files import Json

# An address such as https://example.org/home/ is nobody's folder.
FOLDER = re.compile(
    r"(?<![\w.:/~-])(?:/(?:home|Users|root|tmp|private|var/folders)/[^\s\"'<>&:;,)\]\\]+"
    r"|[A-Za-z]:\\{1,2}(?:Users|Documents and Settings)\\[^\s\"'<>&;,)\]]+)"
)
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]{6,}")


def faults_within(cell: Json) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a cell's stored outputs, and what would be right.

    Parameters
    ----------
    cell
        A cell of a notebook of format 4.

    Examples
    --------
    >>> output = {"output_type": "stream", "name": "stdout", "text": "saved in /home/ana/own.csv"}
    >>> [what for what, _ in faults_within({"outputs": [output]})]
    ['an output names a folder of one machine, “/home/ana/own.csv”']
    """
    for output in cell.get("outputs", []):
        if output["output_type"] == "error":
            what = quoted(
                f"{output.get('ename', 'Error')}: {output.get('evalue', '')}".rstrip(": ")
            )
            yield (
                f"an error is stored as its output, {what}",
                "mend the cell; an error that is meant is caught with `try` and printed",
            )
            continue
        shown = "\n".join(texts(output))
        if found := FOLDER.search(shown):
            yield (
                f"an output names a folder of one machine, {quoted(found[0])}",
                "print a name without its folder, as in `path.name`",
            )
        if found := ADDRESS.search(shown):
            yield (
                f"an output names an address in memory, {quoted(found[0].strip())}",
                "show a value that says something, or end the line with `;`",
            )


def texts(output: Json) -> Iterator[str]:
    """Yield the texts that an output consists of; pictures in letters and digits say nothing."""
    if "text" in output:
        yield output["text"]
    for kind, value in output.get("data", {}).items():
        if not kind.startswith("image/") or kind == "image/svg+xml":
            yield value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
