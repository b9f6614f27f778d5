"""Checks the cells of a table against its schema: types, constraints and keys.

A column is judged by its distinct values first, so that a large table costs little; its rows are
looked at only where a value is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from guidebook.problems import Problem, meant, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from guidebook.csvtext import TextTable
    from guidebook.schema import Field, ForeignKey, Resource

_TYPES = {
    "number": (re.compile(r"-?[0-9]+(\.[0-9]+)?"), "write digits and a full stop, as in -87.65"),
    "integer": (re.compile(r"-?[0-9]+"), "write digits only"),
    "year": (re.compile(r"[0-9]{4}"), "write a year of four digits"),
}
# A pattern says nothing to most people; how each kind begins tells which words explain it.
_PATTERN_WORDS = (
    ("[a-z0-9]+(-", "write lower-case letters and digits with single hyphens between"),
    ("https?://", "write a whole address that begins with https:// or http://"),
    ("[0-9]{4}(-", "write YYYY, YYYY-MM or YYYY-MM-DD"),
    ("[+]?[0-9]", "write only the digits to dial"),
    ("[+(]?[0-9]", "write the number alone, as in +1 312 555 0100"),
    ("[A-Z]{2}", "write the two capital letters of the ISO 3166-1 code"),
    ("[0-9]{3}", "write the three digits of the ISO 3166-1 code"),
)

Keys = tuple[str, ...]


def split_cell(cell: str, separator: str = ";") -> tuple[str, ...]:
    """Split a cell that holds several values.

    Examples
    --------
    >>> split_cell("naloxone;testing")
    ('naloxone', 'testing')
    >>> split_cell("")
    ()
    """
    return tuple(cell.split(separator)) if cell else ()


def cell_problems(
    table: TextTable,
    resource: Resource,
    known: Mapping[ForeignKey, Collection[Keys]],
    vocabularies: Mapping[str, Collection[str]],
) -> Iterator[Problem]:
    """Yield everything in a table that its schema refuses.

    Parameters
    ----------
    table
        The table as text; every column of the resource must be there.
    resource
        The schema to hold it against.
    known
        For each foreign key, the keys that exist in the other table.
    vocabularies
        For each vocabulary that a column names, its ids.
    """
    for field in resource.fields:
        cells = table.column(field.name)
        # dict.fromkeys rather than set: messages come in the order of the file.
        refused = {
            cell: fault
            for cell in dict.fromkeys(cells)
            if (fault := next(_faults(cell, field, vocabularies.get(field.vocabulary, ())), None))
        }
        if refused:
            for row, cell in enumerate(cells, start=2):
                if cell in refused:
                    yield Problem(table.file, row, field.name, *refused[cell])
        if field.unique:
            yield from _repeated(table, (field.name,))
    if resource.primary_key:
        yield from _repeated(table, resource.primary_key)
    for key in resource.foreign_keys:
        yield from _astray(table, key, known[key])


def _faults(cell: str, field: Field, vocabulary: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a cell and what would be right, the plainest fault first."""
    if not cell:
        if field.required:
            yield "the cell is empty", f"fill in: {field.title}"
        return
    if field.type in _TYPES and not _TYPES[field.type][0].fullmatch(cell):
        yield f"{quoted(cell)} is no {field.type}", _TYPES[field.type][1]
    elif field.is_number:
        yield from _out_of_bounds(cell, field)
    if field.enum and cell not in field.enum:
        yield f"{quoted(cell)} is not allowed here", meant(cell, field.enum)
    if field.pattern and not re.fullmatch(field.pattern, cell):
        yield f"{quoted(cell)} has the wrong form", _form(field.pattern)
    if field.separator:
        yield from _wrong_list(cell, field, vocabulary)


def _form(pattern: str) -> str:
    for begins, words in _PATTERN_WORDS:
        if pattern.startswith(begins):
            return words
    return f"match the pattern {pattern}"


def _out_of_bounds(cell: str, field: Field) -> Iterator[tuple[str, str]]:
    low, high = field.minimum, field.maximum
    if (low is None or float(cell) >= low) and (high is None or float(cell) <= high):
        return
    bounds = [f"at least {low:g}"] if low is not None else []
    bounds += [f"at most {high:g}"] if high is not None else []
    remedy = f"write {' and '.join(bounds)}"
    if field.name == "latitude":
        remedy += "; latitude and longitude may be swapped"
    yield f"{cell} is out of range", remedy


def _wrong_list(cell: str, field: Field, vocabulary: Collection[str]) -> Iterator[tuple[str, str]]:
    mark = field.separator
    parts = split_cell(cell, mark)
    for part in parts:
        if not part.strip():
            yield f"{quoted(cell)} has an empty value", f"put one “{mark}” between two values only"
        if part != part.strip():
            yield f"there is a space around {quoted(part)}", f"write no spaces beside “{mark}”"
        if parts.count(part) > 1:
            yield f"{quoted(part)} stands twice", "write each value once"
        if field.vocabulary and part not in vocabulary:
            message = f"{quoted(part)} is not in the vocabulary “{field.vocabulary}”"
            yield message, meant(part, vocabulary)


def _repeated(table: TextTable, columns: Keys) -> Iterator[Problem]:
    """Yield rows whose key stands in an earlier row; empty cells repeat only in a whole key."""
    first: dict[Keys, int] = {}
    keys = list(zip(*(table.column(name) for name in columns), strict=True))
    if max(Counter(keys).values(), default=0) < 2:  # noqa: PLR2004 - nothing stands twice
        return
    for row, key in enumerate(keys, start=2):
        if not any(key):
            continue  # an empty key is refused as a required cell
        if key in first:
            message = f"{quoted(' '.join(key))} stands already in row {first[key]}"
            yield Problem(table.file, row, columns[-1], message, "give each row its own")
        first.setdefault(key, row)


def _astray(table: TextTable, key: ForeignKey, known: Collection[Keys]) -> Iterator[Problem]:
    """Yield rows that refer to what the other table does not have."""
    whole = all if key.optional else any
    keys = list(zip(*(table.column(name) for name in key.fields), strict=True))
    wrong = {one for one in set(keys) if whole(one) and one not in known}
    if not wrong:
        return
    for row, one in enumerate(keys, start=2):
        if one in wrong:
            *within, last = one
            # A region is looked for among those of its own country only.
            near = [other[-1] for other in known if list(other[:-1]) == within]
            place = f"“{key.resource}”" + (f" for {' '.join(within)}" if within else "")
            message = f"{quoted(last)} is not in the table {place}"
            remedy = meant(last, near) if near else f"add it to the table “{key.resource}”"
            yield Problem(table.file, row, key.fields[-1], message, remedy)
