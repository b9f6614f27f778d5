"""What is refused, and how it is said."""

from __future__ import annotations

import math


class CheckupError(ValueError):
    """Raised when something about drinking is given that cannot be; the message says what could.

    Examples
    --------
    >>> raise CheckupError("body weight is -70 kg; write 30 to 300")
    Traceback (most recent call last):
        ...
    guidebook.alcohol.errors.CheckupError: body weight is -70 kg; write 30 to 300
    """


def number(name: str, value: object, least: float, most: float, unit: str = "") -> float:
    """Give a number back, or say between which it must lie.

    Parameters
    ----------
    name
        What the number is, as the message names it.
    value
        What was given.
    least, most
        The smallest and the largest that can be.
    unit
        What it is counted in.

    Raises
    ------
    CheckupError
        If it is no number, not finite, or outside.

    Examples
    --------
    >>> number("drinks", 3, 0, 100)
    3.0
    >>> number("body weight", -70, 30, 300, "kg")
    Traceback (most recent call last):
        ...
    guidebook.alcohol.errors.CheckupError: body weight is -70 kg; write a number from 30 to 300
    """
    given = finite(value)
    if given is None or not least <= given <= most:
        shown = f"{value!r} {unit}".strip()
        message = f"{name} is {shown}; write a number from {least:g} to {most:g}"
        raise CheckupError(message)
    return given


def finite(value: object) -> float | None:
    """Take a finite number, of Python or NumPy; None for anything else, truth values included.

    Parameters
    ----------
    value
        What was given.

    Examples
    --------
    >>> finite(3), finite("3"), finite(True), finite(float("nan"))
    (3.0, None, None, None)
    """
    if isinstance(value, (bool, str, bytes)):
        return None
    try:
        given = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return given if math.isfinite(given) else None
