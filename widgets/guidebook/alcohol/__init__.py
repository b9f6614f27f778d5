"""Drinking in numbers: standard drinks, ten questions, limits, and Widmark's estimate.

For learning and for looking at one's own drinking. Nothing here is a diagnosis, advice from a
clinician, or a way to find out whether somebody can drive.

:mod:`~guidebook.alcohol.drinks` counts drinks in grams, :mod:`~guidebook.alcohol.scoring` adds up
ten answers, :mod:`~guidebook.alcohol.diary` puts a week beside limits,
:mod:`~guidebook.alcohol.widmark` estimates alcohol in the blood as a band,
:mod:`~guidebook.alcohol.checkup` is what a reader can say, :mod:`~guidebook.alcohol.file` its file.
"""

from guidebook.alcohol.checkup import Checkup, Trigger, tidy_text
from guidebook.alcohol.diary import (
    Comparison,
    Guideline,
    Week,
    compare,
    load_guidelines,
    week,
)
from guidebook.alcohol.drinks import (
    AUDIT_GRAMS,
    StandardDrink,
    audit_drinks,
    drink_grams,
    load_standard_drinks,
    pure_alcohol,
    typical_day_points,
)
from guidebook.alcohol.errors import CheckupError
from guidebook.alcohol.file import CheckupFileError, read_checkup, write_checkup
from guidebook.alcohol.scoring import Score, points, score, stopping_reasons
from guidebook.alcohol.sources import Source
from guidebook.alcohol.texts import Texts, load_texts
from guidebook.alcohol.widmark import (
    Band,
    CurvePoint,
    Hours,
    band_curve,
    blood_alcohol,
    blood_alcohol_band,
    hours_to_zero,
)

__all__ = [
    "AUDIT_GRAMS",
    "Band",
    "Checkup",
    "CheckupError",
    "CheckupFileError",
    "Comparison",
    "CurvePoint",
    "Guideline",
    "Hours",
    "Score",
    "Source",
    "StandardDrink",
    "Texts",
    "Trigger",
    "Week",
    "audit_drinks",
    "band_curve",
    "blood_alcohol",
    "blood_alcohol_band",
    "compare",
    "drink_grams",
    "hours_to_zero",
    "load_guidelines",
    "load_standard_drinks",
    "load_texts",
    "points",
    "pure_alcohol",
    "read_checkup",
    "score",
    "stopping_reasons",
    "tidy_text",
    "typical_day_points",
    "week",
    "write_checkup",
]
