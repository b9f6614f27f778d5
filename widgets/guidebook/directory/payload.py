"""A directory as the browser gets it: by columns, each in the shortest of three forms."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

from guidebook.directory.codes import pack
from guidebook.directory.entry import FRAME_COLUMNS, NUMBER_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import pandas as pd

    from guidebook.directory.filter import Term

    Cell = str | tuple[str, ...]

SCHEMA = 2
"""The version of the form; the browser refuses any other."""

FOLLOWS = {
    "region_name": ("country", "region"),
    "country_name": ("country",),
    "evidence_grade": ("evidence", "source_date"),
    "evidence_label": ("evidence_grade", "source_title", "source_date", "listed_year"),
    "badge_kind": ("evidence_grade", "status"),
    "badge": ("evidence_label", "status", "closed"),
}
"""The columns that each computed column is worked out from (`guidebook.directory.build`)."""

_MOST_COMBINATIONS = 1 << 20
"""Of the cells that a column follows from: the browser keeps a table of them."""


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
        "codes": which one each row has}``, the codes packed as text (`guidebook.directory.codes`).
        A column that follows from others adds ``"of": their names``; its codes are then those of
        their combinations, in the order in which the rows first have them. A column without any
        value is left out.

    Examples
    --------
    >>> from guidebook import load_directory
    >>> payload = load_directory().to_payload()
    >>> payload["columns"]["type"].keys()
    dict_keys(['dictionary', 'codes'])
    >>> payload["columns"]["country_name"]["of"]
    ['country']
    """
    columns: dict[str, Any] = {}
    coded: dict[str, _Coded] = {}
    for name in FRAME_COLUMNS:
        cells = frame[name].tolist()
        if name in NUMBER_COLUMNS:
            cells = [None if math.isnan(cell) else cell for cell in cells]
            if any(cell is not None for cell in cells):
                columns[name] = cells
            continue
        column = _Coded(cells)
        if column.dictionary in ([""], [()], []):
            continue
        of = [
            coded[other] for other in FOLLOWS.get(name, ()) if other in columns and other in coded
        ]
        names = [other for other in FOLLOWS.get(name, ()) if other in columns]
        followed = column.following(of) if len(of) == len(names) > 0 else None
        if followed is not None:
            column.of, column.packed = names, followed
        if column.is_longer:
            columns[name] = [_plain(cell) for cell in cells]
        else:
            columns[name] = column.form()
            coded[name] = column
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


class _Coded:
    """A column as its distinct cells, in order, and which one each row has."""

    def __init__(self, cells: list[Cell]) -> None:
        self.counts = Counter(cells)
        # In order, so that likenesses stand side by side: that compresses best.
        self.dictionary = sorted(self.counts)
        places = {cell: code for code, cell in enumerate(self.dictionary)}
        self.codes = [places[cell] for cell in cells]
        self.of: list[str] = []
        self.packed = pack(self.codes, len(self.dictionary))

    def following(self, of: list[_Coded]) -> str | None:
        """Give the codes by combination of other columns, if these tell this column's cells."""
        if math.prod(len(column.dictionary) for column in of) > _MOST_COMBINATIONS:
            return None
        seen: dict[tuple[int, ...], int] = {}
        for code, *combination in zip(self.codes, *(column.codes for column in of), strict=True):
            if seen.setdefault(tuple(combination), code) != code:
                return None
        return pack(list(seen.values()), len(self.dictionary))

    @property
    def is_longer(self) -> bool:
        """Whether a plain list would be shorter."""
        sizes = {cell: _size(cell) for cell in self.dictionary}
        plain = sum(sizes[cell] * count for cell, count in self.counts.items())
        return plain <= sum(sizes.values()) + len(self.packed)

    def form(self) -> dict[str, Any]:
        """Give it as JSON has it."""
        dictionary = [_plain(cell) for cell in self.dictionary]
        form: dict[str, Any] = {"dictionary": dictionary, "codes": self.packed}
        return {**form, "of": self.of} if self.of else form


def _size(cell: Cell) -> int:
    """Give the number of characters of a cell in JSON, with the comma after it."""
    return len(cell) + 3 if isinstance(cell, str) else sum(len(one) + 3 for one in cell) + 2


def _plain(cell: Cell) -> str | list[str]:
    return cell if isinstance(cell, str) else list(cell)
