"""Reads a file of questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidebook.documents import read_document
from guidebook.package import find_package
from guidebook.problems import DataError
from guidebook.quick_checks.model import Question
from guidebook.quick_checks.rules import question_problems

if TYPE_CHECKING:
    from collections.abc import Collection

    from guidebook.package import DataPackage

ENDING = ".check.yaml"
"""What the name of a file of questions ends in; before it stands the name of its chapter."""
SCHEMA = Path("schemas") / "quick-check.json"
"""Below the data package."""


def read_questions(
    path: Path, keys: Collection[str] | None = None, package: DataPackage | None = None
) -> tuple[Question, ...]:
    """Read the questions of a file.

    Parameters
    ----------
    path
        A file in YAML, as ``data/schemas/quick-check.json`` describes it.
    keys
        The keys of the bibliography; sources are not looked up when left out.
    package
        The data package that holds the schema; the nearest when left out.

    Raises
    ------
    DataError
        If the file cannot be read or any of it is wrong; every problem names line and field.

    Examples
    --------
    >>> root = find_package().root.parent
    >>> read_questions(root / "book/principles/drug-set-and-setting.check.yaml")[0].kind
    'match'
    """
    document = read_document(path, (package or find_package()).root / SCHEMA)
    if problems := [*question_problems(document, keys)]:
        raise DataError(problems)
    return tuple(Question.from_dict(one) for one in document.value["questions"])
