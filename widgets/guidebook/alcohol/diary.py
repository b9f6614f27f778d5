"""A week of drinks in grams, and the limits that bodies and groups have named."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from guidebook.alcohol.drinks import AUDIT_GRAMS, MOST_DRINKS
from guidebook.alcohol.errors import CheckupError, number
from guidebook.alcohol.sources import Source, row_source
from guidebook.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidebook.package import DataPackage

    Diary = Sequence[float | None]

DAYS = 7
# Sums of products such as 3 x 13.6 miss a limit by less than this.
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Week:
    """What a week's diary adds up to.

    Parameters
    ----------
    recorded
        Days that are written down.
    drinks, grams
        Drinks of the country, and grams of alcohol, on those days.
    free_days
        Days written down with nothing drunk.
    most_drinks, most_grams
        The day with most.
    mean_grams
        Grams a day over the days written down; None where there is none.
    """

    recorded: int
    drinks: float
    grams: float
    free_days: int
    most_drinks: float
    most_grams: float
    mean_grams: float | None

    def to_dict(self) -> dict[str, Any]:
        """Write it as plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Guideline:
    """A limit: whose, since when, for whom, and how much.

    Parameters
    ----------
    id
        Its id.
    body
        Who says so.
    country
        The country's code; "" where it is for several.
    year
        The year in which it was said.
    applies_to
        For whom, such as "everyone" or "women".
    day_limit, week_limit
        In drinks of that country; None where no number is given.
    day_grams, week_grams
        The same in grams of alcohol.
    free_days
        Days without, in the body's sense; "" where none are named.
    kind
        "guideline" of a public body, or the limits of a "group".
    text
        What it says, in our words.
    source
        Where it was read.
    """

    id: str
    body: str
    country: str
    year: int
    applies_to: str
    day_limit: float | None
    week_limit: float | None
    day_grams: float | None
    week_grams: float | None
    free_days: str
    kind: str
    text: str
    source: Source

    def to_dict(self) -> dict[str, Any]:
        """Write it for the browser."""
        return {**asdict(self), "source": self.source.to_dict()}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A week beside a limit.

    Parameters
    ----------
    days_over
        Days above the limit for a day; None where there is no such limit.
    week
        "above", "within", "unknown" (days are missing) or "none" (no limit for a week).
    """

    days_over: int | None
    week: str


def check_diary(diary: Diary) -> tuple[float | None, ...]:
    """Give seven days back, or say which cannot be.

    Parameters
    ----------
    diary
        Drinks on seven days from Monday; None for a day not written down.

    Raises
    ------
    CheckupError
        If there are not seven days, or one is no number of drinks.

    Examples
    --------
    >>> check_diary([0, 0, -2, 0, 0, 0, 0])
    Traceback (most recent call last):
        ...
    guidebook.alcohol.errors.CheckupError: day 3 is -2 drinks; write a number from 0 to 100
    """
    if isinstance(diary, str) or len(diary) != DAYS:
        message = f"the diary has {len(diary)} days; write seven, None for a day not written down"
        raise CheckupError(message)
    return tuple(
        None if day is None else number(f"day {place}", day, 0, MOST_DRINKS, "drinks")
        for place, day in enumerate(diary, start=1)
    )


def week(diary: Diary, size: float = AUDIT_GRAMS) -> Week:
    """Add up a week.

    Parameters
    ----------
    diary
        Drinks on seven days from Monday; None for a day not written down.
    size
        Grams of alcohol in a drink.

    Raises
    ------
    CheckupError
        If there are not seven days, or one is no number of drinks.

    Examples
    --------
    >>> drunk = week([0, 2, 0, None, 4, 4, 0], size=14)
    >>> drunk.recorded, drunk.drinks, drunk.grams, drunk.free_days
    (6, 10.0, 140.0, 3)
    """
    days = [day for day in check_diary(diary) if day is not None]
    grams = number("a drink", size, 1, 50, "g")
    drinks = float(sum(days))
    most = max(days, default=0.0)
    return Week(
        recorded=len(days),
        drinks=drinks,
        grams=drinks * grams,
        free_days=sum(day == 0 for day in days),
        most_drinks=most,
        most_grams=most * grams,
        mean_grams=drinks * grams / len(days) if days else None,
    )


def compare(diary: Diary, size: float, guideline: Guideline) -> Comparison:
    """Put a week beside a limit.

    Parameters
    ----------
    diary
        Drinks of the country on seven days; None for a day not written down.
    size
        Grams of alcohol in one of them.
    guideline
        The limit, from :func:`load_guidelines`.

    Examples
    --------
    >>> australia = next(one for one in load_guidelines() if one.id == "au-2020")
    >>> compare([0, 0, 0, 0, 6, 6, 0], 10, australia)
    Comparison(days_over=2, week='above')
    """
    drunk = week(diary, size)
    by_day = guideline.day_grams
    over = (
        None
        if by_day is None
        else sum(day is not None and day * size > by_day + _TINY for day in diary)
    )
    if guideline.week_grams is None:
        return Comparison(over, "none")
    if drunk.grams > guideline.week_grams + _TINY:
        return Comparison(over, "above")
    return Comparison(over, "within" if drunk.recorded == DAYS else "unknown")


def load_guidelines(package: DataPackage | None = None) -> tuple[Guideline, ...]:
    """Read the table of limits.

    Parameters
    ----------
    package
        Where the table is; the nearest data package when left out.

    Examples
    --------
    >>> [one.week_grams for one in load_guidelines() if one.country == "GB"]
    [112.0]
    """
    rows: list[dict[str, Any]] = read_table("drinking_guidelines", package).to_dict("records")  # type: ignore[assignment]
    return tuple(
        Guideline(
            id=row["id"],
            body=row["body"],
            country=row["country"],
            year=int(row["year"]),
            applies_to=row["applies_to"],
            day_limit=_given(row["day_limit"]),
            week_limit=_given(row["week_limit"]),
            day_grams=_given(row["day_grams"]),
            week_grams=_given(row["week_grams"]),
            free_days=row["free_days"],
            kind=row["kind"],
            text=row["text"],
            source=row_source(row),
        )
        for row in rows
    )


def _given(value: float) -> float | None:
    return None if math.isnan(value) else value
