"""Reads scenarios: files in YAML that a teacher can write without code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.documents import parse_document, read_document, text_problems
from guidebook.documents.schema import check_document
from guidebook.package import find_package
from guidebook.problems import DataError, Problem, meant, refuse, shown_path
from guidebook.scenarios.rules import scenario_rules
from guidebook.scenarios.situation import Situation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from guidebook.documents import Document
    from guidebook.package import DataPackage


def scenario_files(package: DataPackage | None = None) -> tuple[Path, ...]:
    """List the scenarios of a data package.

    Parameters
    ----------
    package
        Where to look; the nearest data package when left out.

    Examples
    --------
    >>> [path.stem for path in scenario_files()]
    ['drinking-daily', 'festival', 'jessica', 'leaving-prison', 'new-parent-on-methadone']
    """
    root = (package or find_package()).root
    return tuple(sorted((root / "scenarios").glob("*.yaml")))


def find_situation(name: str, package: DataPackage | None = None) -> Situation:
    """Read a scenario of a data package by its id.

    Parameters
    ----------
    name
        Its id, such as "jessica".
    package
        Where to look; the nearest data package when left out.

    Raises
    ------
    ValueError
        If there is no such scenario; similar ids are suggested.
    DataError
        If its file breaks the rules.

    Examples
    --------
    >>> find_situation("jessica").title
    'Jessica'
    >>> find_situation("jesica")
    Traceback (most recent call last):
        ...
    ValueError: there is no scenario “jesica”; did you mean “jessica”?
    """
    package = package or find_package()
    files = {path.stem: path for path in scenario_files(package)}
    if name not in files:
        message = f"there is no scenario “{name}”; {meant(name, files)}"
        raise ValueError(message)
    return read_situation(files[name], package)


def read_situation(path: Path, package: DataPackage | None = None) -> Situation:
    """Read a scenario and check all of it.

    Parameters
    ----------
    path
        A file in YAML.
    package
        Whose schema to check against; the nearest data package when left out.

    Raises
    ------
    DataError
        If anything is wrong: every problem names the line, the field and what would be right.

    Examples
    --------
    >>> read_situation(scenario_files()[0]).id
    'drinking-daily'
    """
    package = package or find_package()
    document = read_document(path, _schema(package))
    return _situation(document)


def scenario_problems(package: DataPackage) -> Iterator[Problem]:
    """Yield what is wrong with the scenarios of a data package.

    Parameters
    ----------
    package
        The data package.

    Examples
    --------
    >>> list(scenario_problems(find_package()))
    []
    """
    for path in scenario_files(package):
        try:
            situation = read_situation(path, package)
        except DataError as error:
            yield from error.problems
            continue
        if situation.id != path.stem:
            message = f"the id “{situation.id}” is not the name of the file"
            remedy = f"write “id: {path.stem}”, or rename the file"
            yield Problem(shown_path(path), 0, "id", message, remedy)


def parse_situation(text: str, file: str = "scenario.yaml") -> Situation:
    """Read a scenario from text, as a notebook may hold it.

    Parameters
    ----------
    text
        What a file would hold.
    file
        How messages name it.

    Raises
    ------
    DataError
        If anything is wrong, as `read_situation` says.

    Examples
    --------
    >>> parse_situation("id: mine")
    Traceback (most recent call last):
        ...
    guidebook.problems.DataError: scenario.yaml:1: there is no “care”; add “care: …”
    ...
    """
    document = parse_document(text.encode(), file)
    problems = [*text_problems(document), *check_document(document, _schema(find_package()))]
    if problems:
        raise DataError(problems)
    return _situation(document)


def _situation(document: Document) -> Situation:
    if problems := [*scenario_rules(document)]:
        raise DataError(problems)
    return Situation.from_dict(document.value)


def _schema(package: DataPackage) -> Path:
    path = package.root / "schemas" / "scenario.json"
    if not path.is_file():
        raise refuse(shown_path(path), "the schema of scenarios is missing", "restore that file")
    return path
