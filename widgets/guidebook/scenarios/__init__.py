"""Situations to read and plan by: where harm comes from, and what could be offered.

:mod:`~guidebook.scenarios.situation` holds a situation as a file tells it,
:mod:`~guidebook.scenarios.reading` reads a file, :mod:`~guidebook.scenarios.rules` says what a
schema cannot check, :mod:`~guidebook.scenarios.plan` writes the plan that a reader makes, and
:mod:`~guidebook.scenarios.plain` the situation as HTML. Nothing here knows of widgets.
"""

from guidebook.scenarios.plan import Plan, make_plan
from guidebook.scenarios.reading import (
    find_situation,
    parse_situation,
    read_situation,
    scenario_files,
    scenario_problems,
)
from guidebook.scenarios.situation import (
    Option,
    Point,
    Role,
    Situation,
    Source,
    Sourced,
)

__all__ = [
    "Option",
    "Plan",
    "Point",
    "Role",
    "Situation",
    "Source",
    "Sourced",
    "find_situation",
    "make_plan",
    "parse_situation",
    "read_situation",
    "scenario_files",
    "scenario_problems",
]
