"""How we know of an entry, and the words that say so: grades, labels and badges.

A grade is judged against the edition's date, never against today: an old copy of the book says what
was true of it when it was made.
"""

from __future__ import annotations

import re
from datetime import date

GRADES = ("confirmed", "seen", "named", "listed", "as-listed")
"""Every grade, the strongest first."""

HISTORICAL = ("closed", "moved", "renamed")
"""The statuses of entries that are shown as history, whatever the evidence."""

_FRESH_YEARS = 2
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def grade(evidence: str, source_date: str, edition: date) -> str:
    """Grade the evidence of a row by the age of its source.

    Parameters
    ----------
    evidence
        What the table says: confirmed, named, listed or as-listed.
    source_date
        The source's date as YYYY, YYYY-MM or YYYY-MM-DD; empty where it has none.
    edition
        The date that ages are judged against.

    Returns
    -------
    str
        The evidence itself, but "seen" for a page older than 24 months or without a date. A year
        or month is taken at its first day: in doubt a source is the older.

    Examples
    --------
    >>> edition = date(2026, 11, 22)
    >>> grade("confirmed", "2024-11-22", edition), grade("confirmed", "2024-11", edition)
    ('confirmed', 'seen')
    """
    if evidence != "confirmed":
        return evidence
    day = _first_day(source_date)
    return "confirmed" if day is not None and day >= _oldest_fresh(edition) else "seen"


def label(grade: str, source_title: str, source_date: str, listed_year: str = "") -> str:
    """Say in words how an entry is known.

    Parameters
    ----------
    grade
        A grade of `GRADES`.
    source_title
        The title of its source.
    source_date
        The source's date; empty where it has none.
    listed_year
        The year of the old document, for entries known from one only.

    Raises
    ------
    ValueError
        If there is no such grade.

    Examples
    --------
    >>> label("confirmed", "Annual report", "2025-03")
    'Confirmed 2025'
    >>> label("named", "A thesis", "")
    'Named in A thesis, undated'
    >>> label("named", "Annual report 2013", "2013")
    'Named in Annual report 2013'
    """
    year = source_date[:4]
    if grade == "confirmed":
        return f"Confirmed {year}" if year else "Confirmed, date unknown"
    if grade == "seen":
        return f"Seen {year}" if year else "Seen, date unknown"
    if grade == "named":
        said = bool(year) and year in source_title
        return f"Named in {source_title}" + ("" if said else f", {year or 'undated'}")
    if grade == "listed":
        return f"Listed elsewhere, {year or 'undated'}; not confirmed"
    if grade == "as-listed":
        listed = listed_year or year
        when = f"As listed c. {listed}" if listed else "As listed, date unknown"
        return f"{when}; not confirmed since"
    message = f"there is no grade {grade!r}; the grades are {', '.join(GRADES)}"
    raise ValueError(message)


def badge_kind(grade: str, status: str) -> str:
    """Name the look of a row's badge: its grade, or "historical" for what is no longer there.

    Examples
    --------
    >>> badge_kind("confirmed", "active"), badge_kind("confirmed", "closed")
    ('confirmed', 'historical')
    """
    return "historical" if status in HISTORICAL else grade


def badge(evidence_label: str, status: str, closed: str = "") -> str:
    """Say in words what a row's badge says.

    Parameters
    ----------
    evidence_label
        What `label` says of the row.
    status
        What became of it.
    closed
        The year in which it ended; empty where that is not known.

    Examples
    --------
    >>> badge("Confirmed 2025", "active"), badge("Confirmed 2025", "closed", "2025")
    ('Confirmed 2025', 'Historical: closed 2025')
    """
    if status not in HISTORICAL:
        return evidence_label
    return f"Historical: {status} {closed}".rstrip()


def _first_day(cell: str) -> date | None:
    found = _DATE.fullmatch(cell)
    if not found:
        return None
    try:
        return date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return None


def _oldest_fresh(edition: date) -> date:
    year = edition.year - _FRESH_YEARS
    try:
        return edition.replace(year=year)
    except ValueError:  # 29 February, two years before a leap year
        return date(year, 2, 28)
