"""From the columns of ``directory.csv`` to the frame of a `Directory`.

What is not public is taken out here, before anything else can see it: no page, download, map or
notebook is made from the table directly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from guidebook.cells import split_cell
from guidebook.directory import evidence
from guidebook.directory.entry import FRAME_COLUMNS, LIST_COLUMNS, TABLE_COLUMNS
from guidebook.directory.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_COARSE = ("city", "region", "none")


def build_frame(
    table: pd.DataFrame,
    regions: Mapping[tuple[str, str], str],
    countries: Mapping[str, str],
    edition: date,
) -> pd.DataFrame:
    """Make the frame of a directory: lists split, addresses guarded, badges worked out.

    Parameters
    ----------
    table
        The checked columns of ``directory.csv``; cells of several values as text or as tuples.
    regions
        Names of regions by country and code.
    countries
        Names of countries by code.
    edition
        The date to judge the evidence against.

    Returns
    -------
    pandas.DataFrame
        The columns `FRAME_COLUMNS`, ordered by folded name, then id.

    Examples
    --------
    >>> from datetime import date
    >>> from guidebook.directory.entry import TABLE_COLUMNS
    >>> row = {name: "" for name in TABLE_COLUMNS} | {"latitude": 41.9, "longitude": -87.6}
    >>> row |= {"id": "a", "name": "A", "services": "naloxone;testing", "country": "US"}
    >>> row |= {"evidence": "confirmed", "source_date": "2020", "precision": "city"}
    >>> frame = build_frame(pd.DataFrame([row]), {}, {"US": "United States"}, date(2026, 11, 22))
    >>> frame.loc[0, "services"], frame.loc[0, "badge"], frame.loc[0, "country_name"]
    (('naloxone', 'testing'), 'Seen 2020', 'United States')
    """
    frame = _guarded(table[list(TABLE_COLUMNS)].reset_index(drop=True))
    for name in LIST_COLUMNS:
        cells = [split_cell(cell) if isinstance(cell, str) else tuple(cell) for cell in frame[name]]
        frame[name] = pd.Series(cells, dtype=object)
    _compute(frame, regions, countries, edition)
    names = [fold(name) for name in frame["name"].tolist()]
    ids = frame["id"].tolist()
    order = sorted(range(len(frame)), key=lambda row: (names[row], ids[row]))
    return frame.iloc[order].reset_index(drop=True)[list(FRAME_COLUMNS)]


def _guarded(table: pd.DataFrame) -> pd.DataFrame:
    """Blank every address that its service does not itself make public."""
    frame = table.copy()
    public = frame["address_public"]
    secret = public == "no"
    unsure = (public != "yes") & (frame["address"] != "")
    hidden = secret | unsure
    frame.loc[hidden, ["address", "postcode"]] = ""
    frame.loc[secret, "listed_address"] = ""
    exact = hidden & ~frame["precision"].isin(_COARSE)
    frame.loc[exact, ["latitude", "longitude"]] = np.nan
    frame.loc[exact, "precision"] = "none"
    return frame


def _compute(
    frame: pd.DataFrame,
    regions: Mapping[tuple[str, str], str],
    countries: Mapping[str, str],
    edition: date,
) -> None:
    def column(name: str) -> list[str]:
        return [str(cell) for cell in frame[name].tolist()]

    def text(cells: list[str]) -> pd.Series[str]:
        return pd.Series(cells, dtype="str")

    places = zip(column("country"), column("region"), strict=True)
    # A code without a name still says more than nothing.
    frame["region_name"] = text([regions.get(place, place[1]) for place in places])
    frame["country_name"] = text([countries.get(code, code) for code in column("country")])
    dates = column("source_date")
    grades = [
        evidence.grade(known, day, edition)
        for known, day in zip(column("evidence"), dates, strict=True)
    ]
    labels = [
        evidence.label(*row)
        for row in zip(grades, column("source_title"), dates, column("listed_year"), strict=True)
    ]
    statuses = column("status")
    frame["evidence_grade"] = text(grades)
    frame["evidence_label"] = text(labels)
    frame["badge_kind"] = text(
        [evidence.badge_kind(*row) for row in zip(grades, statuses, strict=True)]
    )
    frame["badge"] = text(
        [evidence.badge(*row) for row in zip(labels, statuses, column("closed"), strict=True)]
    )
