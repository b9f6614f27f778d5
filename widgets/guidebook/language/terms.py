"""Reads ``data/language.csv``: each term with why, what to say instead, and its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidebook.cells import split_cell
from guidebook.package import find_package
from guidebook.tables import read_text

if TYPE_CHECKING:
    from guidebook.package import DataPackage


@dataclass(frozen=True, slots=True)
class Term:
    """A row of the table; columns with several values are tuples.

    ``advice`` is "avoid", "weigh" (senses or guides differ) or "keep".
    """

    id: str
    term: str
    patterns: tuple[str, ...]
    fine_in: tuple[str, ...]
    kind: str
    advice: str
    why: str
    instead: tuple[str, ...]
    exceptions: str
    source_title: str
    source_url: str
    evidence: str


def load_terms(package: DataPackage | None = None) -> tuple[Term, ...]:
    """Read the terms in the order of the table.

    Parameters
    ----------
    package
        Where to read them; the nearest data package when left out.

    Raises
    ------
    DataError
        If the table breaks its schema.

    Examples
    --------
    >>> addict = load_terms()[0]
    >>> addict.term, addict.instead[1]
    ('addict', 'person who uses drugs')
    """
    table = read_text("language", package or find_package())
    return tuple(_term(dict(zip(table.header, row, strict=True))) for row in table.rows)


def _term(row: dict[str, str]) -> Term:
    return Term(
        id=row["id"],
        term=row["term"],
        patterns=split_cell(row["patterns"]),
        fine_in=split_cell(row["fine_in"]),
        kind=row["kind"],
        advice=row["advice"],
        why=row["why"],
        instead=split_cell(row["instead"]),
        exceptions=row["exceptions"],
        source_title=row["source_title"],
        source_url=row["source_url"],
        evidence=row["evidence"],
    )
