"""The terms as the browser gets them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from guidebook.language.terms import Term

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLUMNS = tuple(field.name for field in fields(Term))


def to_payload(terms: Iterable[Term]) -> dict[str, Any]:
    """Give the terms that have something to look for, as plain values that `json.dumps` takes.

    Parameters
    ----------
    terms
        The terms.

    Returns
    -------
    dict
        ``columns``, the names of a term's values, and ``rows``, a list of values for each term.

    Examples
    --------
    >>> from guidebook.language import load_terms
    >>> payload = to_payload(load_terms())
    >>> payload["columns"][:2], payload["rows"][0][:2]
    (['id', 'term'], ['addict', 'addict'])
    """
    rows = [
        [list(cell) if isinstance(cell, tuple) else cell for cell in _cells(term)]
        for term in terms
        if term.patterns or term.fine_in
    ]
    return {"columns": list(_COLUMNS), "rows": rows}


def _cells(term: Term) -> list[str | tuple[str, ...]]:
    return [getattr(term, name) for name in _COLUMNS]
