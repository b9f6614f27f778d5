"""A directory as the browser gets it: by columns, each in the shorter of two forms."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

from guidebook.directory.entry import FRAME_COLUMNS, NUMBER_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import pandas as pd

    from guidebook.directory.filter import Term

    Cell = str | tuple[str, ...]

SCHEMA = 1
"""The version of the form; the browser refuses any other."""


def to_payload(
    frame: pd.DataFrame, vocabularies: Mapping[str, Mapping[str, Term]], edition: date
) -> dict[str, Any]:
    """Give a directory as plain values that `json.dumps` takes.

    Parameters
    ----------
    frame
        The rows, with the columns of `Directory.frame`; others are left out.
    vocabularies
        For each vocabulary, its terms by id.
    edition
        The date that the rows were judged against.

    Returns
    -------
    dict
        ``schema``, ``edition``, ``count``, ``vocabularies`` as lists of [id, label, definition], and
        ``columns``: each a plain list or, where that is shorter, ``{"dictionary": distinct cells,
        "codes": which one each row has}``. A column without any value is left out.

    Examples
    --------
    >>> from guidebook import load_directory
    >>> payload = load_directory().to_payload()
    >>> payload["columns"]["type"].keys()
    dict_keys(['dictionary', 'codes'])
    """
    columns: dict[str, Any] = {}
    for name in FRAME_COLUMNS:
        cells = frame[name].tolist()
        if name in NUMBER_COLUMNS:
            cells = [None if math.isnan(cell) else cell for cell in cells]
        distinct = Counter(cells)
        if not distinct.keys() <= {None, "", ()}:
            columns[name] = cells if name in NUMBER_COLUMNS else _shorter(cells, distinct)
    return {
        "schema": SCHEMA,
        "edition": edition.isoformat(),
        "count": len(frame),
        "vocabularies": {
            name: [[term, *words] for term, words in terms.items()]
            for name, terms in vocabularies.items()
        },
        "columns": columns,
    }


def _shorter(cells: list[Cell], distinct: Counter[Cell]) -> Any:  # noqa: ANN401 (one of two forms)
    sizes = {cell: _size(cell) for cell in distinct}
    codes = {cell: code for code, cell in enumerate(distinct)}
    plain = sum(sizes[cell] * count for cell, count in distinct.items())
    coded = sum(sizes.values()) + sum(
        (len(str(codes[cell])) + 1) * count for cell, count in distinct.items()
    )
    if plain <= coded:
        return [_plain(cell) for cell in cells]
    return {
        "dictionary": [_plain(cell) for cell in distinct],
        "codes": [codes[cell] for cell in cells],
    }


def _size(cell: Cell) -> int:
    """Give the number of characters of a cell in JSON, with the comma after it."""
    return len(cell) + 3 if isinstance(cell, str) else sum(len(one) + 3 for one in cell) + 2


def _plain(cell: Cell) -> str | list[str]:
    return cell if isinstance(cell, str) else list(cell)
