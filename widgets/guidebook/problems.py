"""What is wrong with a table, said so that whoever made the slip can mend it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, where it is, and what would be right.

    Parameters
    ----------
    file
        The file as the reader knows it, from :func:`shown_path`.
    row
        The row as a spreadsheet counts it: the header is row 1. 0 means the file as a whole.
    column
        The name of the column; empty for the row as a whole.
    message
        What is wrong.
    remedy
        What would be right.

    Examples
    --------
    >>> str(Problem("directory.csv", 12, "latitude", "141.2 is above 90", "write at most 90"))
    'directory.csv:12:latitude: 141.2 is above 90; write at most 90'
    """

    file: str
    row: int
    column: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """Say it in one line, the place first."""
        place = self.file
        if self.row:
            place += f":{self.row}"
        if self.column:
            place += f":{self.column}"
        return f"{place}: {self.message}; {self.remedy}"


class DataError(Exception):
    """Raised when a table cannot be trusted; ``problems`` says why, in order.

    Parameters
    ----------
    problems
        All that was found; they are kept sorted by file, row and column.

    Examples
    --------
    >>> print(DataError([Problem("a.csv", 0, "", "the file is empty", "write a header row")]))
    a.csv: the file is empty; write a header row
    """

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Give one line for each problem, up to twenty."""
        lines = [str(problem) for problem in self.problems[:_SHOWN]]
        if len(self.problems) > _SHOWN:
            lines.append(f"and {len(self.problems) - _SHOWN} more problems")
        return "\n".join(lines)


def refuse(file: str, message: str, remedy: str, row: int = 0, column: str = "") -> DataError:
    """Make the error for a single problem.

    Examples
    --------
    >>> refuse("a.csv", "the file is empty", "write a header row").problems[0].row
    0
    """
    return DataError([Problem(file, row, column, message, remedy)])


def shown_path(path: Path) -> str:
    """Write a path the short way where it lies below the working folder.

    Examples
    --------
    >>> shown_path(Path.cwd() / "data" / "directory.csv")
    'data/directory.csv'
    """
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except (OSError, ValueError):
        return str(path)


def meant(word: str, known: Iterable[str]) -> str:
    """Suggest what was meant by a word that is not known.

    Parameters
    ----------
    word
        What was written.
    known
        What could have been written; where it is short it is given whole.

    Examples
    --------
    >>> meant("naloxon", ["naloxone", "outreach", "testing"])
    'did you mean “naloxone”?'
    >>> meant("x", ["yes", "no"])
    'write one of: yes, no'
    """
    words = list(known)
    near = difflib.get_close_matches(word.lower(), words, n=2, cutoff=0.6)
    if near:
        return "did you mean " + " or ".join(f"“{one}”" for one in near) + "?"
    few = 16
    if len(words) <= few:
        return "write one of: " + ", ".join(words)
    return "write one of: " + ", ".join(words[:few]) + ", …"


def quoted(text: str) -> str:
    r"""Quote a cell for a message: short, on one line, with nothing invisible in it.

    Examples
    --------
    >>> quoted("tab\there")
    '“tab\\there”'
    """
    longest = 60
    visible = "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text[:longest])
    return f"“{visible}{'…' if len(text) > longest else ''}”"
