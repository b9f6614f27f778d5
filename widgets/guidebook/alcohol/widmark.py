"""Widmark's estimate of alcohol in the blood, always as a band and never as a number to drive by.

The formula is from the 1930s: all the alcohol is thought to be in the body at once, spread evenly
through a part *r* of the body's weight, and to leave at a steady rate::

    percent = grams / (body weight in grams x r) x 100 - rate x hours

Units
    Alcohol in grams, weight in kilograms, time in hours since the first drink, the result in
    percent: grams of alcohol in 100 ml of blood.

Constants
    ``r`` is about 0.68 for men and 0.55 for women on average (Narayan Reddy, *The Essentials of
    Forensic Medicine and Toxicology*, as quoted by StethoPrep; 0.68 and 0.59 in a study from Hong
    Kong, Forensic Sci Int 2005;151:23-9). People differ: the band runs over both. The rate is 0.015
    percent an hour on average, 0.010 to 0.035 at the extremes, of which those above 0.025 were seen
    in people in treatment for dependence (Jones, Forensic Sci Int 2010;200:1-20). The band runs
    from 0.010 to 0.025: a faster rate would make the estimate too low for nearly everybody.

Limits
    It knows nothing of food, of how fast one drinks, of liver, medicines, pregnancy, age or build. It
    is too high while alcohol is still being taken up, and fails for very slight, very muscular and
    very heavy bodies. Even experts who know more facts than these have to say how far they may be
    out: a fifth either way, one of them reckoned; it must be worked out in each case, says another
    (Gullberg, and Searle, Med Sci Law 2014).
    For teaching only. **Nobody can tell from it whether they can drive.**
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidebook.alcohol.errors import number

if TYPE_CHECKING:
    from collections.abc import Iterator

R_LOW, R_HIGH = 0.55, 0.68
"""The part of the body that alcohol spreads through: Widmark's factors for women and men."""
RATE_LOW, RATE_MEAN, RATE_HIGH = 0.010, 0.015, 0.025
"""Percent that leave the blood in an hour: slow, average and fast."""
LEAST_WEIGHT, MOST_WEIGHT = 30, 300
"""Kilograms between which a body weight is taken."""
MOST_HOURS = 48
MOST_GRAMS = 2000
"""A hundred of the largest standard drinks; nobody survives them."""


@dataclass(frozen=True, slots=True)
class Band:
    """What the alcohol in the blood may be: from low to high, in percent.

    Parameters
    ----------
    low
        With the larger factor and the faster rate.
    high
        With the smaller factor and the slower rate.
    """

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The band at one time.

    Parameters
    ----------
    hour
        Hours since the first drink.
    low, high
        The band, in percent.
    """

    hour: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Hours:
    """When the estimate reaches zero: in hours since the first drink.

    Parameters
    ----------
    soonest, latest
        By the lower and by the upper edge of the band.
    """

    soonest: float
    latest: float


def blood_alcohol(
    grams: float,
    weight_kg: float,
    hours: float = 0.0,
    *,
    r: float = R_HIGH,
    per_hour: float = RATE_MEAN,
) -> float:
    """Estimate the alcohol in the blood with one factor and one rate.

    For teaching: one curve looks more certain than it is. See :func:`blood_alcohol_band`, and the
    limits at the head of this module. Never for deciding to drive.

    Parameters
    ----------
    grams
        Grams of alcohol, 0 to 2,000.
    weight_kg
        Body weight in kilograms, 30 to 300.
    hours
        Hours since the first drink, 0 to 48.
    r
        Widmark's factor, 0.4 to 0.9.
    per_hour
        Percent that leave the blood in an hour, 0.005 to 0.05.

    Returns
    -------
    float
        Percent, that is grams in 100 ml of blood; never below 0.

    Raises
    ------
    CheckupError
        If anything lies outside what can be.

    Examples
    --------
    >>> round(blood_alcohol(56, 81.72), 4), round(blood_alcohol(56, 81.72, 2), 4)
    (0.1008, 0.0708)
    >>> blood_alcohol(56, -70)
    Traceback (most recent call last):
        ...
    guidebook.alcohol.errors.CheckupError: body weight is -70 kg; write a number from 30 to 300
    """
    at_first = _at_first(grams, weight_kg, r)
    rate = number("the rate", per_hour, 0.005, 0.05, "percent an hour")
    return max(0.0, at_first - rate * number("the time", hours, 0, MOST_HOURS, "hours"))


def blood_alcohol_band(grams: float, weight_kg: float, hours: float = 0.0) -> Band:
    """Estimate between what and what the alcohol in the blood may lie.

    The band runs over both factors and over slow and fast rates. Even so it is too narrow: see the
    limits at the head of this module. Never for deciding to drive.

    Parameters
    ----------
    grams
        Grams of alcohol, 0 to 2,000.
    weight_kg
        Body weight in kilograms, 30 to 300.
    hours
        Hours since the first drink, 0 to 48.

    Examples
    --------
    >>> band = blood_alcohol_band(56, 81.72, 2)
    >>> round(band.low, 4), round(band.high, 4)
    (0.0508, 0.1046)
    """
    return Band(
        blood_alcohol(grams, weight_kg, hours, r=R_HIGH, per_hour=RATE_HIGH),
        blood_alcohol(grams, weight_kg, hours, r=R_LOW, per_hour=RATE_LOW),
    )


def band_curve(
    grams: float, weight_kg: float, hours: float = 24.0, steps: int = 48
) -> tuple[CurvePoint, ...]:
    """Give the band at equal steps of time, to be drawn.

    Parameters
    ----------
    grams
        Grams of alcohol, 0 to 2,000.
    weight_kg
        Body weight in kilograms, 30 to 300.
    hours
        The last time, 1 to 48 hours since the first drink.
    steps
        Into how many parts the time is cut, 1 to 1,000.

    Examples
    --------
    >>> [point.hour for point in band_curve(56, 80, hours=6, steps=3)]
    [0.0, 2.0, 4.0, 6.0]
    """
    last = number("the time", hours, 1, MOST_HOURS, "hours")
    parts = int(number("the number of steps", steps, 1, 1000))

    def points() -> Iterator[CurvePoint]:
        for step in range(parts + 1):
            hour = last * step / parts
            band = blood_alcohol_band(grams, weight_kg, hour)
            yield CurvePoint(hour, band.low, band.high)

    return tuple(points())


def hours_to_zero(grams: float, weight_kg: float) -> Hours:
    """Estimate when the alcohol has left the blood, at the soonest and at the latest.

    Parameters
    ----------
    grams
        Grams of alcohol, 0 to 2,000.
    weight_kg
        Body weight in kilograms, 30 to 300.

    Examples
    --------
    >>> hours = hours_to_zero(56, 81.72)
    >>> round(hours.soonest, 1), round(hours.latest, 1)
    (4.0, 12.5)
    """
    return Hours(
        _at_first(grams, weight_kg, R_HIGH) / RATE_HIGH,
        _at_first(grams, weight_kg, R_LOW) / RATE_LOW,
    )


def _at_first(grams: float, weight_kg: float, r: float) -> float:
    alcohol = number("the alcohol", grams, 0, MOST_GRAMS, "g")
    weight = number("body weight", weight_kg, LEAST_WEIGHT, MOST_WEIGHT, "kg")
    return alcohol / (weight * 1000 * number("r", r, 0.4, 0.9)) * 100
