"""Writes one contender's page: `python -m benchmarks.make NAME ROWS FOLDER`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.contenders import ALL
from benchmarks.rows import made_up_directory


def main(name: str, rows: str, folder: str) -> None:
    """Write a page anew.

    Parameters
    ----------
    name
        The contender's.
    rows
        How many.
    folder
        Where to.
    """
    target = Path(folder)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    contender = next(each for each in ALL if each.name == name)
    contender.make(made_up_directory(int(rows)), target)


if __name__ == "__main__":
    main(*sys.argv[1:])
