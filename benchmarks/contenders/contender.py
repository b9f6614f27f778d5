"""What the benchmark has to know of a contender."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pandas as pd

    from guidebook.directory.model import Directory

TYPE = "naloxone-programme"
"""The filter that is clicked: rows of this one type."""
LABEL = "Naloxone programme"
"""What readers call it."""


@dataclass(frozen=True)
class Filter:
    """How a reader filters, as functions in JavaScript.

    Parameters
    ----------
    click
        ``(on) => …``: clicks the filter's control, on or off.
    number
        ``() => …``: the number that the page says is shown, or null.
    counts
        Whether that number counts rows, or only those with a position.
    open
        ``() => …``: opens what hides the control, before any time is taken.
    """

    click: str
    number: str
    counts: Literal["rows", "points"]
    open: str = "() => {}"


@dataclass(frozen=True)
class Contender:
    """One way to show a directory in a page.

    Parameters
    ----------
    name
        For the command line.
    label
        For the table.
    make
        Writes ``index.html`` and what belongs to it into a folder.
    drawn
        ``() => …`` in JavaScript: how many rows are drawn on the map, clusters counted as the
        rows they stand for; in a table without a map, whether rows stand in it.
    has_map
        Whether it has a map.
    filter
        How it is filtered; None if it has no filter.
    """

    name: str
    label: str
    make: Callable[[Directory, Path], None]
    drawn: str
    has_map: bool = True
    filter: Filter | None = None


def placed(directory: Directory) -> pd.DataFrame:
    """Give the rows that have a position, as every map gets them.

    Parameters
    ----------
    directory
        The rows.
    """
    frame = directory.frame
    return frame[frame["latitude"].notna()].reset_index(drop=True)


CLUSTERED = """() => {
  let rows = 0;
  for (const icon of document.querySelectorAll(".leaflet-marker-pane > .leaflet-marker-icon"))
    rows += icon.classList.contains("marker-cluster") ? Number(icon.textContent) : 1;
  return rows;
}"""
"""The rows on a map of Leaflet.markercluster."""
