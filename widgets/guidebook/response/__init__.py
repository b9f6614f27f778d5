"""Responding to an overdose: steps with sources, where guidance differs, a situation to walk through.

Nothing here knows a widget. :func:`load_response` reads ``data/response.yaml``;
:mod:`~guidebook.response.ordering` says what an order of the steps gets right,
:mod:`~guidebook.response.walk` where a row of choices leads, and
:mod:`~guidebook.response.calling` whom to call in a country.
"""

from guidebook.response.calling import Call, call_in
from guidebook.response.model import Choice, Difference, Moment, Response, Source, Step, View
from guidebook.response.ordering import Misplaced, misplaced, mixed
from guidebook.response.reading import load_response, read_response
from guidebook.response.walk import Decision, Walk, walk

__all__ = [
    "Call",
    "Choice",
    "Decision",
    "Difference",
    "Misplaced",
    "Moment",
    "Response",
    "Source",
    "Step",
    "View",
    "Walk",
    "call_in",
    "load_response",
    "misplaced",
    "mixed",
    "read_response",
    "walk",
]
