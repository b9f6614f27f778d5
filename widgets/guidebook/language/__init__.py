"""Words about drugs and people: finds those that guides advise against, and says what else to say.

:mod:`~guidebook.language.patterns` reads how a term of ``data/language.csv`` is looked for,
:mod:`~guidebook.language.terms` reads the table, :mod:`~guidebook.language.review` finds the terms
in a text, :mod:`~guidebook.language.fit` fits in what can be said instead. Nothing here knows of
pages, files or widgets.
"""

from guidebook.language.fit import Suggestion, suggestions
from guidebook.language.review import Span, mentions, quotations, review
from guidebook.language.terms import Term, load_terms

__all__ = [
    "Span",
    "Suggestion",
    "Term",
    "load_terms",
    "mentions",
    "quotations",
    "review",
    "suggestions",
]
