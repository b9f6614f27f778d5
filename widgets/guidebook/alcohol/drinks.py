"""Standard drinks: what countries mean by a drink, and what that is in grams."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from guidebook.alcohol.errors import CheckupError, number
from guidebook.alcohol.sources import Source, row_source
from guidebook.problems import meant
from guidebook.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidebook.package import DataPackage

AUDIT_GRAMS = 10.0
"""Grams of alcohol in a drink of AUDIT, the World Health Organization's form."""
DENSITY = 0.789
"""Grams in a millilitre of pure alcohol, at 20 °C."""
MOST_DRINKS = 100
"""No day has more drinks than this."""

# A tiny amount more than a half, so that 2.5 drinks count as 3 however the product was rounded.
_HALF = 0.5 + 1e-9
# The most drinks of 10 g that still give 0, 1, 2 and 3 points.
_STEPS = (2, 4, 6, 9)


@dataclass(frozen=True, slots=True)
class StandardDrink:
    """What a country calls a standard drink or a unit.

    Parameters
    ----------
    code
        The country's ISO 3166-1 alpha-2 code.
    country
        Its name in English.
    grams
        Grams of pure alcohol; the lowest figure where sources differ.
    grams_high
        The highest figure where sources differ; otherwise None.
    note
        How sources differ, or nothing.
    source
        Where the figure was read.

    Examples
    --------
    >>> load_standard_drinks()["CA"].size
    13.6
    """

    code: str
    country: str
    grams: float
    grams_high: float | None
    note: str
    source: Source

    @property
    def size(self) -> float:
        """Grams that count: the higher figure, so that nothing is made to look smaller."""
        return self.grams if self.grams_high is None else self.grams_high


def load_standard_drinks(package: DataPackage | None = None) -> dict[str, StandardDrink]:
    """Read the table of standard drinks.

    Parameters
    ----------
    package
        Where the table is; the nearest data package when left out.

    Returns
    -------
    dict
        The drinks by country code, in the order of the countries' names.

    Examples
    --------
    >>> load_standard_drinks()["GB"].grams
    8.0
    """
    rows: list[dict[str, Any]] = read_table("standard_drinks", package).to_dict("records")  # type: ignore[assignment]
    drinks = [
        StandardDrink(
            row["code"],
            row["country"],
            row["grams"],
            None if math.isnan(row["grams_high"]) else row["grams_high"],
            row["note"],
            row_source(row),
        )
        for row in rows
    ]
    return {drink.code: drink for drink in sorted(drinks, key=lambda drink: drink.country)}


def drink_grams(country: str, drinks: Mapping[str, StandardDrink] | None = None) -> float:
    """Say how many grams of alcohol are in a country's drink.

    Parameters
    ----------
    country
        The country's code; "" for a drink of AUDIT, which has 10 g.
    drinks
        The drinks that are known; the published table when left out.

    Raises
    ------
    CheckupError
        If no source was read for the country.

    Examples
    --------
    >>> drink_grams("US"), drink_grams("")
    (14.0, 10.0)
    """
    if not country:
        return AUDIT_GRAMS
    known = load_standard_drinks() if drinks is None else drinks
    if country not in known:
        message = f"no standard drink is known for “{country}”; {meant(country, known)}"
        raise CheckupError(message)
    return known[country].size


def pure_alcohol(volume_ml: float, percent: float) -> float:
    """Work out the grams of alcohol in a glass, a bottle or a can.

    Parameters
    ----------
    volume_ml
        How much there is, in millilitres, from 0 to 100,000.
    percent
        Its strength in percent by volume, as on the label, from 0 to 100.

    Returns
    -------
    float
        Grams: volume x percent / 100 x 0.789 g/ml.

    Raises
    ------
    CheckupError
        If one of the two cannot be.

    Examples
    --------
    >>> round(pure_alcohol(750, 13), 1)  # a bottle of wine
    76.9
    """
    volume = number("the volume", volume_ml, 0, 100_000, "ml")
    return volume * number("the strength", percent, 0, 100, "%") / 100 * DENSITY


def audit_drinks(drinks: float, size: float) -> float:
    """Turn a country's drinks into AUDIT's drinks of 10 g.

    Parameters
    ----------
    drinks
        How many, from 0 to 100.
    size
        Grams of alcohol in one, from :func:`drink_grams`.

    Examples
    --------
    >>> audit_drinks(3, drink_grams("US"))
    4.2
    """
    count = number("the number of drinks", drinks, 0, MOST_DRINKS)
    return count * number("a drink", size, 1, 50, "g") / AUDIT_GRAMS


def typical_day_points(drinks: float, size: float) -> int:
    """Give the points for the drinks of a typical day, AUDIT's second topic.

    The drinks are turned into drinks of 10 g and rounded to whole ones, halves upwards. One or two
    give no points, three or four 1, five or six 2, seven to nine 3, ten or more 4.

    Parameters
    ----------
    drinks
        Drinks of the country.
    size
        Grams of alcohol in one.

    Examples
    --------
    >>> typical_day_points(4, 8), typical_day_points(4, 14), typical_day_points(4, 20)
    (1, 2, 3)
    """
    whole = math.floor(audit_drinks(drinks, size) + _HALF)
    return sum(whole > most for most in _STEPS)
