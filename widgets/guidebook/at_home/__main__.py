"""Open JupyterLab on a student's own copy of the notebooks: ``make live``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from guidebook.at_home.copying import CopyError, Laid, lay_out
from guidebook.at_home.jupyter import environment, options

if TYPE_CHECKING:
    from collections.abc import Sequence

COPY = "my-copy"
KEPT = Path("_build", "jupyter")
"""What Jupyter keeps for itself; its name is not hidden, so that any browser may open files in it."""

_DESCRIPTION = """\
Open JupyterLab on your own copy of the book's notebooks and tables.

The copy is made once. What you change in it stays: a file that you touched is
never written over. Files that you did not touch follow the book. To have the
book's version of a file again, move yours away and start anew.
"""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Lay out the copy, say what was done, and become JupyterLab.

    Parameters
    ----------
    arguments
        The folder; what is not known here goes to JupyterLab.
    """
    parser = argparse.ArgumentParser(
        prog="python -m guidebook.at_home",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "folder",
        nargs="?",
        default=COPY,
        type=Path,
        help=f"where the copy is, or goes: {COPY} when left out; . opens the book's own files",
    )
    known, rest = parser.parse_known_args(arguments)
    source, folder = Path.cwd(), known.folder
    if folder.resolve() != source.resolve():
        try:
            laid = lay_out(source, folder)
        except CopyError as error:
            sys.exit(str(error))
        sys.stdout.write(told(folder, laid))
    sys.stdout.flush()
    command = [sys.executable, "-m", "jupyter", "lab", *options(folder), *rest]
    # In this process's place: whoever stops it stops JupyterLab.
    os.execve(sys.executable, command, environment(source / KEPT, os.environ))  # noqa: S606 (no shell is meant)


def told(folder: Path, laid: Laid) -> str:
    """Say in a few lines what was done to the copy.

    Parameters
    ----------
    folder
        The copy.
    laid
        What was done.

    Examples
    --------
    >>> print(told(Path("my-copy"), Laid(("a", "b"), (), ("book/c.ipynb",))), end="")
    Your copy of the notebooks is in my-copy; what you change there stays.
      2 files are new in it.
      You changed what the book changed too. Yours stays: book/c.ipynb
      To have the book's version, move yours away and run this again.
    """
    lines = [f"Your copy of the notebooks is in {folder}; what you change there stays."]
    for count, what in (
        (len(laid.new), "new in it"),
        (len(laid.renewed), "newer: you had not changed them"),
    ):
        if count:
            lines.append(f"  {count} {'file is' if count == 1 else 'files are'} {what}.")
    if laid.kept:
        lines.append(
            f"  You changed what the book changed too. Yours stays: {', '.join(laid.kept)}"
        )
        lines.append("  To have the book's version, move yours away and run this again.")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
