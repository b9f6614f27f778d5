"""A directory as the browser gets it: by columns, each in the shortest of three forms."""

from __future__ import annotations

import json
import math
import zlib
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
        ``columns``: each a plain list or, where that is shorter once compressed, ``{"dictionary": distinct cells,
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
    known: dict[str, _Coded] = {}
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
        known[name] = column
        names = [other for other in FOLLOWS.get(name, ()) if other in known]
        if names and (codes := column.following([known[other] for other in names])) is not None:
            column.of, column.packed = names, codes
        columns[name] = [_plain(cell) for cell in cells] if column.is_longer else column.form()
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
        # In order, so that likenesses stand side by side: that compresses best.
        self.dictionary = sorted(set(cells))
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
        """Whether a plain list would be shorter on its way, where servers compress."""
        if self.of:
            return False
        return len(self.dictionary) == len(self.codes) or (
            _compressed(self.form()) >= _compressed([self.dictionary[code] for code in self.codes])
        )

    def form(self) -> dict[str, Any]:
        """Give it as JSON has it."""
        dictionary = [_plain(cell) for cell in self.dictionary]
        form: dict[str, Any] = {"dictionary": dictionary, "codes": self.packed}
        return {**form, "of": self.of} if self.of else form


def _compressed(value: Any) -> int:  # noqa: ANN401 (whatever JSON takes)
    return len(zlib.compress(json.dumps(value, ensure_ascii=False).encode(), 1))


def _plain(cell: Cell) -> str | list[str]:
    return cell if isinstance(cell, str) else list(cell)
