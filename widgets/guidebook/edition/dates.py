"""Dates as pages say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

LEAP_DAY = (2, 29)


def due(edition: date) -> date:
    """Give the day twelve months after an edition.

    Parameters
    ----------
    edition
        The edition's date.

    Examples
    --------
    >>> from datetime import date
    >>> due(date(2028, 2, 29))
    datetime.date(2029, 2, 28)
    """
    day = 28 if (edition.month, edition.day) == LEAP_DAY else edition.day
    return edition.replace(year=edition.year + 1, day=day)


def in_words(day: date) -> str:
    """Write a date as a sentence has it.

    Parameters
    ----------
    day
        The date.

    Examples
    --------
    >>> from datetime import date
    >>> in_words(date(2026, 11, 2))
    '2 November 2026'
    """
    return f"{day.day} {day:%B %Y}"
