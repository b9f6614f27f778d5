"""What is wrong on a page, said so that whoever wrote it can mend it."""

from __future__ import annotations

from dataclasses import dataclass


class ProseError(Exception):
    """Raised when a book cannot be read at all; its text says why and what would be right."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong, where it is, and what would be right.

    Parameters
    ----------
    file
        The page's file as the reader knows it.
    cell
        The cell of a notebook, the first being 1; 0 in a page of text.
    line
        The line, the first being 1; in a notebook the line of the cell.
    column
        The column in characters, the first being 1.
    message
        What is wrong.
    remedy
        What would be right.

    Examples
    --------
    >>> str(Finding("book/a.md", 0, 12, 5, "the link leads nowhere", "write a page that exists"))
    'book/a.md:12:5: the link leads nowhere; write a page that exists'
    >>> str(Finding("book/a.ipynb", 3, 1, 2, "the heading is empty", "write one"))
    'book/a.ipynb[3]:1:2: the heading is empty; write one'
    """

    file: str
    cell: int
    line: int
    column: int
    message: str
    remedy: str

    def __str__(self) -> str:
        """Say it in one line, the place first."""
        cell = f"[{self.cell}]" if self.cell else ""
        return f"{self.file}{cell}:{self.line}:{self.column}: {self.message}; {self.remedy}"
