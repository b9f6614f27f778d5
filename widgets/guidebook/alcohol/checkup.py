"""A check-up: everything that a reader can say in its eight steps, checked as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from guidebook.alcohol.diary import DAYS
from guidebook.alcohol.drinks import MOST_DRINKS
from guidebook.alcohol.errors import CheckupError, finite
from guidebook.alcohol.scoring import ALLOWED, QUESTIONS
from guidebook.alcohol.widmark import LEAST_WEIGHT, MOST_HOURS, MOST_WEIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

GOALS = ("safer", "less", "break", "none")
MOST_TEXTS = 20
MOST_CHARACTERS = 200
MOST_WEEK_DRINKS = 700

DAMAGED, MARKUP = "damaged", "markup"
_MARKUP = re.compile(r"<[A-Za-z/!?]")
# Control characters, ends of lines, marks that turn the direction of text, halves of a character.
_FORBIDDEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class FieldError(CheckupError):
    """Raised when a field of a check-up cannot be what it is.

    Parameters
    ----------
    kind
        ``damaged`` or ``markup``.
    field
        The field and its part, as in ``answers[3]``.
    remedy
        What could be written.
    """

    def __init__(self, kind: str, field: str, remedy: str) -> None:
        self.kind, self.field = kind, field
        super().__init__(f"{field}: {remedy}")


@dataclass(frozen=True, slots=True)
class Trigger:
    """What brings on a drink, and what to do instead.

    Parameters
    ----------
    trigger
        A situation, a time, a feeling.
    instead
        What to do then.
    """

    trigger: str
    instead: str

    def to_dict(self) -> dict[str, str]:
        """Write it as plain values."""
        return {"trigger": self.trigger, "instead": self.instead}


@dataclass(frozen=True, slots=True)
class Checkup:
    """What somebody has said in the check-up; None or nothing where they have not.

    Parameters
    ----------
    country
        The code of the country whose drinks are counted; "" for drinks of 10 g.
    answers
        The points of the ten answers.
    typical_drinks
        Drinks of the country on a typical day; where given it counts for the second answer.
    diary
        Drinks of the country on seven days from Monday.
    weight_kg
        Body weight in kilograms.
    evening_drinks, evening_hours
        Drinks of one occasion, and the hours since the first of them.
    likes, dislikes
        What they like and don't like about drinking.
    goal
        ``safer``, ``less``, ``break`` or ``none``.
    day_limit, week_limit, free_days
        Drinks on a drinking day and in a week, days a week without.
    pace
        Ids of the ways of pacing that were chosen.
    triggers
        What brings on a drink, each with what to do instead.
    rewards
        What they will do for themselves.
    review_on
        The day on which to look again, as in ``2026-12-24``.

    Raises
    ------
    CheckupError
        If a field cannot be what it is; the message names it.

    Examples
    --------
    >>> Checkup(country="US", diary=(0, 0, 2, 0, 3, 4, None)).diary[5]
    4
    >>> Checkup(weight_kg=-70)
    Traceback (most recent call last):
        ...
    guidebook.alcohol.checkup.FieldError: weight_kg: write a number from 30 to 300, or None
    """

    country: str = ""
    answers: tuple[int | None, ...] = (None,) * QUESTIONS
    typical_drinks: float | None = None
    diary: tuple[float | None, ...] = (None,) * DAYS
    weight_kg: float | None = None
    evening_drinks: float | None = None
    evening_hours: float | None = None
    likes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    goal: str = ""
    day_limit: float | None = None
    week_limit: float | None = None
    free_days: int | None = None
    pace: tuple[str, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    rewards: tuple[str, ...] = ()
    review_on: str = ""

    def __post_init__(self) -> None:
        """Check every field, and bring it into its form."""
        for name in FIELDS:
            object.__setattr__(self, name, check_field(name, getattr(self, name)))

    def to_dict(self) -> dict[str, Any]:
        """Write it as plain values, as a file holds them.

        Examples
        --------
        >>> Checkup(goal="less").to_dict()["goal"]
        'less'
        """
        plain = {name: getattr(self, name) for name in FIELDS}
        return {
            name: [one.to_dict() if isinstance(one, Trigger) else one for one in value]
            if isinstance(value, tuple)
            else value
            for name, value in plain.items()
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Checkup:
        """Make one of plain values; fields that are missing are as in a new one.

        Parameters
        ----------
        values
            Fields and what they hold, as :meth:`to_dict` writes them.

        Raises
        ------
        CheckupError
            If a field is not known or cannot be what it is.
        """
        if unknown := [name for name in values if name not in FIELDS]:
            raise FieldError(DAMAGED, "an unknown field", f"there is no “{unknown[0]}”")
        return cls(**dict(values))


FIELDS = tuple(field.name for field in fields(Checkup))


def check_field(name: str, value: object) -> Any:  # noqa: ANN401 (each field has a type of its own)
    """Give a field back in its form, or say what is wrong with it.

    Parameters
    ----------
    name
        The field, such as "diary".
    value
        What it is to be.

    Raises
    ------
    FieldError
        If it cannot be that.

    Examples
    --------
    >>> check_field("answers", [0] * 9 + [1])
    Traceback (most recent call last):
        ...
    guidebook.alcohol.checkup.FieldError: answers[10]: write 0, 2, 4 or None
    """
    return _CHECKS[name](name, value)


def tidy_text(text: str) -> str:
    """Bring what was typed into the form in which it can be kept and read again.

    Parameters
    ----------
    text
        What was typed.

    Returns
    -------
    str
        One line of at most 200 characters, without what could be taken for markup.

    Examples
    --------
    >>> tidy_text("  a walk, <b>every</b> evening ")
    'a walk, ‹b›every‹/b› evening'
    """
    words = " ".join(_FORBIDDEN.sub(" ", text).split())
    return words.replace("<", "‹").replace(">", "›")[:MOST_CHARACTERS].strip()


def is_day(text: str) -> bool:
    """Say whether a text is a day of the calendar, as in ``2026-12-24``.

    Examples
    --------
    >>> is_day("2028-02-29"), is_day("2026-02-29"), is_day("20261224")
    (True, False, False)
    """
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


# ---- how each field is checked -------------------------------------------------------------------


def _number(least: float, most: float, *, whole: bool = False) -> Callable[[str, object], Any]:
    kind = "a whole number" if whole else "a number"
    remedy = f"write {kind} from {least:g} to {most:g}, or None"

    def check(name: str, value: object) -> float | None:
        if value is None:
            return None
        given = _plain_number(value)
        if given is None or not least <= given <= most or (whole and given != int(given)):
            raise FieldError(DAMAGED, name, remedy)
        return given

    return check


def _plain_number(value: object) -> float | None:
    """Take a finite number; a whole one becomes an int."""
    given = finite(value)
    return given if given is None or given != int(given) else int(given)


def _several(
    most: int, least: int, part: Callable[[str, object], Any], remedy: str
) -> Callable[[str, object], tuple[Any, ...]]:
    def check(name: str, value: object) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)) or not least <= len(value) <= most:
            raise FieldError(DAMAGED, name, remedy)
        return tuple(part(f"{name}[{place}]", one) for place, one in enumerate(value, start=1))

    return check


def _answers(name: str, value: object) -> tuple[int | None, ...]:
    if not isinstance(value, (list, tuple)) or len(value) != QUESTIONS:
        raise FieldError(DAMAGED, name, "write ten answers, None for those not given")
    given: list[int | None] = []
    for place, (one, allowed) in enumerate(zip(value, ALLOWED, strict=True), start=1):
        plain = None if one is None else _plain_number(one)
        if one is not None and plain not in allowed:
            written = ", ".join(map(str, allowed))
            raise FieldError(DAMAGED, f"{name}[{place}]", f"write {written} or None")
        given.append(None if plain is None else int(plain))
    return tuple(given)


def _text(least: int) -> Callable[[str, object], str]:
    def check(name: str, value: object) -> str:
        if not isinstance(value, str) or not least <= len(value) <= MOST_CHARACTERS:
            raise FieldError(DAMAGED, name, f"write {least} to {MOST_CHARACTERS} characters")
        if _FORBIDDEN.search(value):
            raise FieldError(DAMAGED, name, "write one line, without characters that do not show")
        if _MARKUP.search(value):
            raise FieldError(MARKUP, name, "write plain words, without markup")
        return value

    return check


def _trigger(name: str, value: object) -> Trigger:
    given = value.to_dict() if isinstance(value, Trigger) else value
    if not isinstance(given, dict) or given.keys() != {"trigger", "instead"}:
        raise FieldError(DAMAGED, name, "write “trigger” and “instead”")
    part = _text(0)
    trigger = part(f"{name}.trigger", given["trigger"])
    instead = part(f"{name}.instead", given["instead"])
    if not trigger and not instead:
        raise FieldError(DAMAGED, name, "write at least one of “trigger” and “instead”")
    return Trigger(trigger, instead)


def _one_of(values: Iterable[str]) -> Callable[[str, object], str]:
    known = ("", *values)

    def check(name: str, value: object) -> str:
        if not isinstance(value, str) or value not in known:
            written = ", ".join(f"“{one}”" for one in known)
            raise FieldError(DAMAGED, name, f"write one of {written}")
        return value

    return check


def _code(pattern: str, example: str) -> Callable[[str, object], str]:
    shape = re.compile(pattern)

    def check(name: str, value: object) -> str:
        if not isinstance(value, str) or not shape.fullmatch(value):
            raise FieldError(DAMAGED, name, f"write it as in “{example}”")
        return value

    return check


def _day(name: str, value: object) -> str:
    if not isinstance(value, str) or (value and not is_day(value)):
        raise FieldError(DAMAGED, name, "write a day as in “2026-12-24”, or nothing")
    return value


def _pace(name: str, value: object) -> tuple[str, ...]:
    known = _several(MOST_TEXTS, 0, _code(r"[a-z]+(-[a-z]+)*", "water-between"), "write ids")
    given = known(name, value)
    for place, one in enumerate(given):
        if one in given[:place]:
            raise FieldError(DAMAGED, f"{name}[{place + 1}]", "write each id once")
    return given


_drinks = _number(0, MOST_DRINKS)
_texts = _several(MOST_TEXTS, 0, _text(1), f"write a list of at most {MOST_TEXTS} texts")
_CHECKS: Mapping[str, Callable[[str, object], Any]] = {
    "country": _code(r"([A-Z]{2})?", "US"),
    "answers": _answers,
    "typical_drinks": _drinks,
    "diary": _several(DAYS, DAYS, _drinks, "write seven days, None for a day not written down"),
    "weight_kg": _number(LEAST_WEIGHT, MOST_WEIGHT),
    "evening_drinks": _drinks,
    "evening_hours": _number(0, MOST_HOURS),
    "likes": _texts,
    "dislikes": _texts,
    "goal": _one_of(GOALS),
    "day_limit": _drinks,
    "week_limit": _number(0, MOST_WEEK_DRINKS),
    "free_days": _number(0, DAYS, whole=True),
    "pace": _pace,
    "triggers": _several(
        MOST_TEXTS, 0, _trigger, f"write a list of at most {MOST_TEXTS} with trigger and instead"
    ),
    "rewards": _texts,
    "review_on": _day,
}
