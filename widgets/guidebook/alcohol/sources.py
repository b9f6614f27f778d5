"""Where a figure or a text was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Source:
    """A source, as it is shown beside what rests on it.

    Parameters
    ----------
    title
        Its title.
    url
        Its address.
    year
        Its year; None where it carries no date.
    evidence
        ``read`` (the body's own page), ``copy`` (a copy of it) or ``quoted`` (another's text).

    Examples
    --------
    >>> Source("A manual", "https://example.org", 2001, "copy").to_dict()["year"]
    2001
    """

    title: str
    url: str
    year: int | None
    evidence: str

    def to_dict(self) -> dict[str, Any]:
        """Write it for the browser."""
        return {
            "title": self.title,
            "url": self.url,
            "year": self.year,
            "evidence": self.evidence,
        }


def row_source(row: Mapping[str, Any]) -> Source:
    """Take the source out of a row of a table.

    Parameters
    ----------
    row
        A row with ``source_title``, ``source_url``, ``source_year`` and ``evidence``.
    """
    year = str(row["source_year"])
    return Source(
        row["source_title"], row["source_url"], int(year) if year else None, row["evidence"]
    )
