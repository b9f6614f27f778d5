"""A second reading by frictionless, the reference implementation of the standard.

Our reader already holds every table against its schema. Frictionless reads the same package on its
own: what only one of the two refuses is a mistake in the descriptor or in our reader, and other
people's tools would stumble over it. It is needed to make the book, not to read the tables.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from guidebook.problems import Problem, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidebook.package import DataPackage

_REMEDY = "write what the schema in datapackage.json describes"


def is_available() -> bool:
    """Tell whether frictionless is installed.

    Examples
    --------
    >>> isinstance(is_available(), bool)
    True
    """
    return find_spec("frictionless") is not None


def standard_problems(package: DataPackage, known: Iterable[Problem] = ()) -> Iterator[Problem]:
    """Yield what frictionless refuses and our own reader has not said already.

    Parameters
    ----------
    package
        The data package.
    known
        What is known to be wrong; frictionless need not repeat it.
    """
    import frictionless  # noqa: PLC0415 - installed to make the book, not to read the tables

    said = {(problem.file, problem.row) for problem in known}
    with frictionless.system.use_context(onerror="ignore"):
        try:
            report = frictionless.Package(str(package.file)).validate()
        except frictionless.FrictionlessException as refusal:
            yield Problem(shown_path(package.file), 0, "", _words(refusal.error), _REMEDY)
            return
    for error in report.errors:
        yield Problem(shown_path(package.file), 0, "", _words(error), _REMEDY)
    for task in report.tasks:
        file = shown_path(package.root / Path(task.place).name)
        for error in task.errors:
            row = int(getattr(error, "row_number", 0) or 0)
            if (file, row) not in said:
                yield Problem(file, row, _column(error), _words(error), _REMEDY)


def _column(error: object) -> str:
    names = getattr(error, "field_names", None)
    return str(getattr(error, "field_name", "") or (names[-1] if names else ""))


def _words(error: object) -> str:
    note = str(getattr(error, "note", "")).strip().rstrip(".")
    return f"frictionless refuses it ({getattr(error, 'type', 'error')}: {note})"
