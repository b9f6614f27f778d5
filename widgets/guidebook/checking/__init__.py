"""Checks the published data package: schemas, a second reading by frictionless, and our own rules.

One module a concern: :mod:`~guidebook.checking.text` (every cell), :mod:`~guidebook.checking.dates`,
:mod:`~guidebook.checking.contacts`, :mod:`~guidebook.checking.standing` (status and evidence),
:mod:`~guidebook.checking.positions`, :mod:`~guidebook.checking.events` (the timeline),
:mod:`~guidebook.checking.principles` (their wording), :mod:`~guidebook.checking.wording` (the table
of language),
:mod:`~guidebook.checking.questions` (the quick checks of the book) and
:mod:`~guidebook.checking.standard` (frictionless).
"""

from guidebook.checking.report import Report, check_package

__all__ = ["Report", "check_package"]
