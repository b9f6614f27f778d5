"""Checks a whole data package and reports what it found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidebook.alcohol.texts import checkup_problems
from guidebook.checking import standard
from guidebook.checking.contacts import contact_rules, line_rules
from guidebook.checking.dates import date_rules
from guidebook.checking.events import event_rules
from guidebook.checking.positions import position_rules
from guidebook.checking.principles import principle_rules, principles_rules, statement_rules
from guidebook.checking.questions import quick_check_rules
from guidebook.checking.rows import rows_of
from guidebook.checking.standing import published_rules, standing_rules
from guidebook.checking.text import text_rules
from guidebook.checking.wording import wording_rules
from guidebook.problems import DataError, Problem, shown_path
from guidebook.response.reading import response_problems
from guidebook.scenarios.reading import scenario_problems
from guidebook.tables import read_shape, schema_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from guidebook.checking.rows import Row
    from guidebook.csvtext import TextTable
    from guidebook.package import DataPackage


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Parameters
    ----------
    problems
        Everything that is wrong, sorted by file, row and column.
    tables
        How many tables were read.
    rows
        How many rows they have together.
    second_reading
        Whether frictionless read the package too.
    """

    problems: tuple[Problem, ...]
    tables: int
    rows: int
    second_reading: bool


def check_package(package: DataPackage) -> Report:
    """Check every table of a data package: shape, schema, keys, and the rules of publication.

    Parameters
    ----------
    package
        The data package, from :func:`guidebook.package.find_package` or ``open_package``.

    Examples
    --------
    >>> from guidebook.package import find_package
    >>> check_package(find_package()).problems
    ()
    """
    tables: dict[str, TextTable] = {}
    found: set[Problem] = set()
    for resource in package.resources:
        try:
            tables[resource.name] = read_shape(resource.name, package)
        except DataError as error:
            found.update(error.problems)
    for resource in package.resources:
        if resource.name in tables:
            found.update(schema_problems(tables[resource.name], resource, package))
    found.update(_package_rules(package))
    found.update(_table_rules(package, tables))
    found.update(quick_check_rules(package))
    found.update(response_problems(package))
    found.update(checkup_problems(package))
    found.update(scenario_problems(package))
    second = standard.is_available()
    # A table that is not CSV at all would only be refused once more, in other words.
    if second and len(tables) == len(package.resources):
        found.update(standard.standard_problems(package, found))
    rows = sum(len(table.rows) for table in tables.values())
    return Report(tuple(sorted(found)), len(tables), rows, second)


def _package_rules(package: DataPackage) -> Iterator[Problem]:
    """Yield tables that lie in the folder and are not described."""
    described = {resource.path for resource in package.resources}
    for path in sorted(package.root.glob("*.csv")):
        if path.name not in described:
            message = "the table is not described in datapackage.json"
            yield Problem(shown_path(path), 0, "", message, "describe it there, or move it away")


# Rules that look at one row of one table alone.
_ROW_RULES: Mapping[str, tuple[Callable[[Row], Iterator[Problem]], ...]] = {
    "directory": (contact_rules, standing_rules),
    "language": (wording_rules,),
    "lines": (line_rules,),
    "perinatal_statements": (statement_rules,),
    "principles": (principle_rules,),
    "timeline": (event_rules,),
}


def _table_rules(package: DataPackage, tables: Mapping[str, TextTable]) -> Iterator[Problem]:
    for resource in package.resources:
        if resource.name in tables:
            for row in rows_of(tables[resource.name]):
                yield from text_rules(row, resource)
                yield from date_rules(row, resource, package.edition)
                for rule in _ROW_RULES.get(resource.name, ()):
                    yield from rule(row)
    if "directory" in tables:
        yield from position_rules(rows_of(tables["directory"]))
    if "principles" in tables:
        yield from principles_rules([*rows_of(tables["principles"])])
    if {"directory", "unverified"} <= tables.keys():
        yield from published_rules(tables["unverified"], tables["directory"])
