"""Quick checks: a few questions at the end of a chapter, written as data beside it.

:mod:`~guidebook.quick_checks.model` says what questions there are,
:mod:`~guidebook.quick_checks.answers` what is right, :mod:`~guidebook.quick_checks.rules` what a
file must keep to beyond its schema, and :mod:`~guidebook.quick_checks.reading` reads it.
"""

from guidebook.quick_checks.answers import Verdict, judge
from guidebook.quick_checks.model import Option, Pair, Question
from guidebook.quick_checks.reading import ENDING, read_questions

__all__ = [
    "ENDING",
    "Option",
    "Pair",
    "Question",
    "Verdict",
    "judge",
    "read_questions",
]
