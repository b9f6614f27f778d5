"""Rules for dates: each must exist, and none can lie after the edition."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.checking.rows import Row
    from guidebook.problems import Problem
    from guidebook.schema import Resource

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def earliest_day(cell: str) -> date | None:
    """Give the first day that a date of year, month or day can mean; None if there is no such day.

    Examples
    --------
    >>> earliest_day("2025-08")
    datetime.date(2025, 8, 1)
    >>> earliest_day("2025-02-30") is None
    True
    """
    found = _DATE.fullmatch(cell)
    if not found:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def date_rules(row: Row, resource: Resource, edition: date) -> Iterator[Problem]:
    """Yield dates that do not exist or lie after the edition.

    Parameters
    ----------
    row
        The row.
    resource
        Its table's schema, which says which columns hold such dates.
    edition
        The edition's date.
    """
    for field in resource.fields:
        cell = row[field.name]
        if not field.not_after_edition or not _DATE.fullmatch(cell):
            continue  # a wrong form is refused by the schema
        day = earliest_day(cell)
        if day is None:
            yield row.problem(field.name, f"there is no day {cell}", "write a day of the calendar")
        elif day > edition:
            message = f"{cell} lies after the edition of {edition.isoformat()}"
            yield row.problem(
                field.name, message, "write a date that has been, or renew the edition"
            )
