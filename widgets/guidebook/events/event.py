"""One event of the timeline, and how sure its date is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from guidebook.directory.filter import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

EVIDENCE: Mapping[str, Term] = MappingProxyType(
    {
        "read": Term("Source read", "The source of the date was itself read."),
        "copy": Term("Read as a copy", "The source was read as a copy or at second hand."),
        "contested": Term("Sources differ", "Another source gives another date."),
    }
)
"""How sure a date is."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, when and where, and how we know.

    Attributes
    ----------
    id, title, description
        Its short name, and what happened.
    date, date_precision, year, decade
        When: a day, a month or a year, as exactly as a source gives it.
    place, country, country_name, extent
        Where; ``extent`` says whether that is a town, a region or a whole country.
    latitude, longitude
        The middle of the town or region in degrees; NaN for a whole country.
    themes
        Ids of what it is about.
    evidence, source_title, source_url
        How we know.

    Examples
    --------
    >>> from guidebook.events import load_events
    >>> load_events()["tacoma"].when
    'August 1988'
    """

    id: str
    date: str
    date_precision: str
    year: int
    decade: str
    title: str
    description: str
    place: str
    country: str
    country_name: str
    extent: str
    latitude: float
    longitude: float
    themes: tuple[str, ...]
    evidence: str
    source_title: str
    source_url: str

    @property
    def when(self) -> str:
        """The date in words."""
        return date_words(self.date)

    @property
    def where(self) -> str:
        """The place with its country.

        Examples
        --------
        >>> from guidebook.events import load_events
        >>> load_events()["tacoma"].where
        'Tacoma, Washington, United States'
        """
        same = self.place == self.country_name
        return self.place if same else f"{self.place}, {self.country_name}"

    @property
    def placed(self) -> bool:
        """Whether it has a point on the map."""
        return not (math.isnan(self.latitude) or math.isnan(self.longitude))


def date_words(cell: str) -> str:
    """Write a date, as exact as it is, as a sentence has it.

    Parameters
    ----------
    cell
        A year, a month or a day: ``1988``, ``1988-08`` or ``1988-11-07``.

    Examples
    --------
    >>> [date_words(cell) for cell in ("1988", "1988-08", "1988-11-07")]
    ['1988', 'August 1988', '7 November 1988']
    """
    year, *rest = (int(part) for part in cell.split("-"))
    if not rest:
        return cell
    month, *days = rest
    first = date(year, month, days[0] if days else 1)
    return f"{first.day} {first:%B %Y}" if days else f"{first:%B %Y}"
