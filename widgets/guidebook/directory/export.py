"""A directory as files for other programs: CSV for spreadsheets, GeoJSON for maps.

The browser's downloads are the same; ``tests/cases/export.json`` holds both to one form.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from guidebook.directory.entry import DISTANCE, LIST_COLUMNS, NUMBER_COLUMNS, TABLE_COLUMNS

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

ADDED = ("badge", DISTANCE)
"""Columns of an exported table that ``directory.csv`` does not have."""

_FORMULA = "=+-@\t\r"
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_QUOTED = re.compile('[",\r\n]')
_DECIMALS = 6  # a tenth of a metre
_DISTANCE_DECIMALS = 1


def neutralise(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula.

    Parameters
    ----------
    cell
        The text of a cell.

    Returns
    -------
    str
        The same, with an apostrophe in front if it begins with = + - @, a tab or a carriage return
        and is not a plain number (OWASP, "CSV Injection").

    Examples
    --------
    >>> neutralise("=1+1"), neutralise("-87.63")
    ("'=1+1", '-87.63')
    """
    if cell and cell[0] in _FORMULA and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def restore(cell: str) -> str:
    """Take back the apostrophe of `neutralise`.

    Examples
    --------
    >>> restore("'+1 312 555 0100"), restore("'t Huis")
    ('+1 312 555 0100', "'t Huis")
    """
    bare = cell[1:]
    return bare if cell.startswith("'") and neutralise(bare) != bare else cell


def to_csv(frame: pd.DataFrame) -> str:
    """Write rows as CSV (RFC 4180).

    Parameters
    ----------
    frame
        The rows, with the columns of `Directory.frame`, in the order to write them.

    Returns
    -------
    str
        The columns of ``directory.csv``, then the badge, then the distance in km where the frame has
        it; formula characters neutralised, lines ended by CR LF.

    Examples
    --------
    >>> from guidebook import load_directory
    >>> to_csv(load_directory().frame).splitlines()[0].split(",")[:3]
    ['id', 'name', 'former_names']
    """
    names = [*TABLE_COLUMNS, *(name for name in ADDED if name in frame)]
    columns = [_written(frame[name].tolist(), name) for name in names]
    lines = [names, *zip(*columns, strict=True)]
    return "".join(",".join(line) + "\r\n" for line in lines)


def to_geojson(frame: pd.DataFrame, edition: date) -> dict[str, Any]:
    """Give rows as a GeoJSON feature collection (RFC 7946).

    Parameters
    ----------
    frame
        The rows, with the columns of `Directory.frame`, in the order to give them.
    edition
        The date that the rows were judged against; a foreign member of the collection.

    Returns
    -------
    dict
        One feature a row: a point, or null geometry where the position is not known. The properties
        are those of `to_csv` but the position, with lists for several values and null for what is
        not known.

    Examples
    --------
    >>> from guidebook import load_directory
    >>> directory = load_directory()
    >>> collection = to_geojson(directory.frame, directory.edition)
    >>> len(collection["features"]) == len(directory)
    True
    """
    names = [*TABLE_COLUMNS, *(name for name in ADDED if name in frame)]
    shown = [name for name in names if name not in NUMBER_COLUMNS]
    rows = frame[[*shown, *NUMBER_COLUMNS]].itertuples(index=False, name=None)
    return {
        "type": "FeatureCollection",
        "edition": edition.isoformat(),
        "features": [
            _feature(dict(zip([*shown, *NUMBER_COLUMNS], row, strict=True))) for row in rows
        ],
    }


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    latitude, longitude = (row.pop(name) for name in NUMBER_COLUMNS)
    placed = not (math.isnan(latitude) or math.isnan(longitude))
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]} if placed else None,
        "properties": {name: _property(cell) for name, cell in row.items()},
    }


def _property(cell: Any) -> Any:  # noqa: ANN401 (whatever a frame holds)
    return list(cell) if isinstance(cell, tuple) else None if cell == "" else cell


def _written(cells: list[Any], name: str) -> list[str]:
    # Most columns have few distinct cells.
    written = {cell: _quote(_cell(cell, name)) for cell in set(cells)}
    return [written[cell] for cell in cells]


def _cell(cell: Any, name: str) -> str:  # noqa: ANN401 (whatever a frame holds)
    if name in NUMBER_COLUMNS or name == DISTANCE:
        return _number(cell, _DISTANCE_DECIMALS if name == DISTANCE else _DECIMALS)
    return neutralise(";".join(cell) if name in LIST_COLUMNS else cell)


def _number(number: float, decimals: int) -> str:
    if math.isnan(number):
        return ""
    text = f"{number:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _quote(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell
