"""Adds up the ten answers, as AUDIT does, and says what the sum is compared with.

The questions of this book are in its own words, so a sum is only *about* where the same answers
would fall on AUDIT's scale. Nothing here is a diagnosis, and nothing asks for gender: every
threshold is given.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from guidebook.alcohol.diary import DAYS, week
from guidebook.alcohol.drinks import AUDIT_GRAMS, typical_day_points
from guidebook.alcohol.errors import CheckupError

if TYPE_CHECKING:
    from collections.abc import Sequence

    Answers = Sequence[int | None]

QUESTIONS = 10
HIGHEST = 4
"""The most points of one answer."""
ALLOWED = ((0, 1, 2, 3, 4),) * 8 + ((0, 2, 4),) * 2
"""The points that each question can give: the last two know 0, 2 and 4 only."""
ZONES = (("I", 0, 7), ("II", 8, 15), ("III", 16, 19), ("IV", 20, 40))
"""The four zones of AUDIT's manual: name, lowest and highest sum."""
SIX_DRINKS = 6 * AUDIT_GRAMS
"""Grams in the six drinks that the third question asks about."""
HEAVY_GRAMS = 120.0
"""Grams a day, every day, above which a psychiatrists' body says not to stop without help: 15
British units."""

_MORNING, _SIX, _REFER = 5, 2, 20


@dataclass(frozen=True, slots=True)
class Score:
    """What ten answers add up to.

    Parameters
    ----------
    total
        The points so far, 0 to 40.
    answered
        How many questions are answered.
    missing
        The numbers of those that are not, from 1.
    use, dependence, harm
        The points of questions 1-3, 4-6 and 7-10 so far.
    audit_c
        The points of questions 1-3, 0 to 12; None until all three are answered.
    zone
        "I" to "IV"; None until all ten are answered.
    lowest, highest
        What the sum can become once the missing questions are answered.
    """

    total: int
    answered: int
    missing: tuple[int, ...]
    use: int
    dependence: int
    harm: int
    audit_c: int | None
    zone: str | None
    lowest: int
    highest: int

    def to_dict(self) -> dict[str, Any]:
        """Write it as plain values.

        Examples
        --------
        >>> score([0] * 10).to_dict()["zone"]
        'I'
        """
        return {**asdict(self), "missing": list(self.missing)}


def check_answers(answers: Answers) -> tuple[int | None, ...]:
    """Give ten answers back, or say which cannot be.

    Parameters
    ----------
    answers
        The points of ten answers; None for a question that is not answered.

    Raises
    ------
    CheckupError
        If there are not ten, or one has points that its question does not give.

    Examples
    --------
    >>> check_answers([0] * 9 + [1])
    Traceback (most recent call last):
        ...
    guidebook.alcohol.errors.CheckupError: answer 10 is 1; write 0, 2 or 4, or None
    """
    if isinstance(answers, str) or len(answers) != QUESTIONS:
        message = f"there are {len(answers)} answers; write ten, None for those not given"
        raise CheckupError(message)
    for place, (given, allowed) in enumerate(zip(answers, ALLOWED, strict=True), start=1):
        if given is not None and (isinstance(given, bool) or given not in allowed):
            written = ", ".join(map(str, allowed[:-1]))
            message = f"answer {place} is {given!r}; write {written} or {allowed[-1]}, or None"
            raise CheckupError(message)
    return tuple(None if given is None else int(given) for given in answers)


def points(
    answers: Answers, typical_drinks: float | None = None, size: float = AUDIT_GRAMS
) -> tuple[int | None, ...]:
    """Give the points of the ten answers.

    Parameters
    ----------
    answers
        The points of the options that were chosen; None for a question that is not answered.
    typical_drinks
        Drinks of the country on a typical day; where given it counts instead of the second answer.
    size
        Grams of alcohol in one of them.

    Examples
    --------
    >>> points([4, None, 4] + [0] * 7, typical_drinks=3, size=14)
    (4, 1, 4, 0, 0, 0, 0, 0, 0, 0)
    """
    given = check_answers(answers)
    if typical_drinks is None:
        return given
    return (given[0], typical_day_points(typical_drinks, size), *given[2:])


def score(answers: Answers) -> Score:
    """Add up ten answers.

    Parameters
    ----------
    answers
        The points of ten answers, from :func:`points`; None for one that is missing.

    Raises
    ------
    CheckupError
        If there are not ten, or one has points that its question does not give.

    Examples
    --------
    >>> result = score([4, 4, 4, 0, 0, 0, 0, 0, 0, 0])
    >>> result.total, result.zone, result.audit_c
    (12, 'II', 12)
    """
    given = check_answers(answers)
    known = [one or 0 for one in given]
    missing = tuple(place for place, one in enumerate(given, start=1) if one is None)
    total = sum(known)
    return Score(
        total=total,
        answered=QUESTIONS - len(missing),
        missing=missing,
        use=sum(known[:3]),
        dependence=sum(known[3:6]),
        harm=sum(known[6:]),
        audit_c=None if None in given[:3] else sum(known[:3]),
        zone=None if missing else zone_of(total),
        lowest=total,
        highest=total + HIGHEST * len(missing),
    )


def zone_of(total: int) -> str:
    """Name the zone of a sum.

    Parameters
    ----------
    total
        A sum of ten answers, 0 to 40.

    Examples
    --------
    >>> [zone_of(total) for total in (7, 8, 16, 20)]
    ['I', 'II', 'III', 'IV']
    """
    for name, low, high in ZONES:
        if low <= total <= high:
            return name
    message = f"the sum is {total}; it lies between 0 and 40"
    raise CheckupError(message)


def stopping_reasons(
    answers: Answers, diary: Sequence[float | None], size: float = AUDIT_GRAMS
) -> tuple[str, ...]:
    """Find what speaks against stopping or cutting down fast without medical help.

    An empty answer never means that it is safe: seizures and earlier withdrawal are not asked here.

    Parameters
    ----------
    answers
        The points of ten answers, from :func:`points`.
    diary
        Drinks of the country on seven days; None for a day not written down.
    size
        Grams of alcohol in one of them.

    Returns
    -------
    tuple of str
        ``morning`` (a drink to get going), ``daily`` (60 g or more nearly every day), ``amount``
        (more than 120 g a day over the week), ``score`` (20 points or more).

    Examples
    --------
    >>> stopping_reasons([4, 2, 4, 0, 0, 1, 0, 0, 0, 0], [None] * 7)
    ('morning', 'daily')
    """
    given = check_answers(answers)
    drunk = week(diary, size)
    full = drunk.recorded == DAYS
    heavy_days = full and all((day or 0) * size >= SIX_DRINKS for day in diary)
    found = {
        "morning": (given[_MORNING] or 0) > 0,
        "daily": given[_SIX] == HIGHEST or heavy_days,
        "amount": full and drunk.grams > DAYS * HEAVY_GRAMS,
        "score": score(given).lowest >= _REFER,
    }
    return tuple(name for name, holds in found.items() if holds)
