"""What is wrong with a notebook, said in one line: where, what, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a notebook.

    Parameters
    ----------
    file
        The notebook as its author knows it.
    cell
        Which of all its cells, text and code together, from 1; 0 means the file as a whole.
    message
        What is wrong.
    remedy
        What would be right.

    Examples
    --------
    >>> str(Fault("own.ipynb", 3, "it shows an error", "mend the cell"))
    'own.ipynb[3]: it shows an error; mend the cell'
    """

    file: str
    cell: int
    message: str
    remedy: str

    def __str__(self) -> str:
        """Say it in one line, the place first."""
        place = f"{self.file}[{self.cell}]" if self.cell else self.file
        return f"{place}: {self.message}; {self.remedy}"


class NotebookError(Exception):
    """A notebook that cannot be read, run or stored; the message names the file and the cell.

    Parameters
    ----------
    fault
        What is wrong, and what would be right.

    Examples
    --------
    >>> print(NotebookError(Fault("own.ipynb", 0, "it is empty", "save it once")))
    own.ipynb: it is empty; save it once
    """

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


def refuse(file: str, message: str, remedy: str, cell: int = 0) -> NotebookError:
    """Make the error for one thing that is wrong.

    Examples
    --------
    >>> refuse("own.ipynb", "it is empty", "save it once").fault.cell
    0
    """
    return NotebookError(Fault(file, cell, message, remedy))
