"""Whom to call in a country, as far as a source was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidebook.problems import meant, quoted
from guidebook.tables import read_table

if TYPE_CHECKING:
    from guidebook.package import DataPackage

LOCAL = "your local emergency number"


@dataclass(frozen=True, slots=True)
class Call:
    """The emergency number of a country; without a number, where no source was good enough."""

    code: str
    country: str
    number: str = ""
    dial: str = ""
    note: str = ""
    source_title: str = ""
    source_url: str = ""
    source_year: str = ""
    evidence: str = ""

    @property
    def words(self) -> str:
        """The number, or what to call where none is known.

        Examples
        --------
        >>> Call("", "").words
        'your local emergency number'
        """
        return self.number or LOCAL

    @property
    def remark(self) -> str:
        """What should be known about the number, or that none is known; empty if nothing.

        Examples
        --------
        >>> Call("XX", "Nowhere").remark
        'We found no source good enough to print a number for Nowhere: call the number you know.'
        """
        if not self.code:
            return ""
        if not self.number:
            return (
                f"We found no source good enough to print a number for {self.country}: "
                "call the number you know."
            )
        return self.note


def call_in(code: str, package: DataPackage | None = None) -> Call:
    """Say whom to call in a country.

    Parameters
    ----------
    code
        The country's code (ISO 3166-1 alpha-2); empty for no country.
    package
        The data package; the nearest when left out.

    Raises
    ------
    ValueError
        If no country of the book has that code; similar codes are suggested.

    Examples
    --------
    >>> call_in("GB").words
    '999 or 112'
    >>> call_in("").words
    'your local emergency number'
    >>> call_in("KE").words  # its source is weak
    'your local emergency number'
    >>> call_in("UK")
    Traceback (most recent call last):
        ...
    ValueError: there is no country “UK” in the book; ...
    """
    if not code:
        return Call("", "")
    known = {call.code: call for call in calls(package)}
    if code not in known:
        message = f"there is no country {quoted(code)} in the book; {meant(code.upper(), known)}"
        raise ValueError(message)
    return known[code]


def calls(package: DataPackage | None = None) -> tuple[Call, ...]:
    """Give every country of the book, by name, with its number where one is well sourced.

    A number whose source is weak stays in the table and is not given, as on the page Help now: a
    wrong one costs time.

    Parameters
    ----------
    package
        The data package; the nearest when left out.

    Examples
    --------
    >>> [call.words for call in calls() if call.code == "NZ"]
    ['111']
    """
    numbers = {
        str(row["country"]): {str(name): str(cell) for name, cell in row.items()}
        for row in read_table("emergency_numbers", package).to_dict("records")
        if row["evidence"] != "weak"
    }
    found = []
    for row in read_table("countries", package).to_dict("records"):
        known = dict(numbers.get(row["code"], {}))
        known.pop("country", None)
        found.append(Call(row["code"], row["name"], **known))
    return tuple(sorted(found, key=lambda call: call.country))
