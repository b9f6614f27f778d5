"""Reads the text of a CSV file exactly, or says where it is not one.

Stricter than a spreadsheet on purpose: UTF-8 only, commas only, every row as long as the header.
What is guessed silently here would be a wrong telephone number later.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from guidebook.problems import DataError, Problem, refuse

_UTF8 = "save it as “CSV UTF-8” (comma separated)"
# What other kinds of file begin with, the longer signatures before those they begin with.
_SIGNATURES = (
    (b"\xff\xfe\x00\x00", "is encoded as UTF-32"),
    (b"\x00\x00\xfe\xff", "is encoded as UTF-32"),
    (b"\xff\xfe", "is encoded as UTF-16"),
    (b"\xfe\xff", "is encoded as UTF-16"),
    (b"PK\x03\x04", "is a workbook or an archive, not CSV"),
    (b"\x1f\x8b", "is compressed, not CSV"),
    (b"%PDF", "is a PDF, not CSV"),
)
# The csv module's own limit, held here as well: other libraries lift the module's for everyone.
_LONGEST = 131_072  # characters of a cell
_TOO_LONG = ("a cell is longer than 131,072 characters", "shorten it")
_CSV_FAULTS = {
    "unexpected end of data": (
        "a quotation mark is opened here and never closed",
        "close it, or write a quotation mark inside a cell twice",
    ),
    "expected after": (
        "there is text after a closing quotation mark",
        "inside a quoted cell write every quotation mark twice",
    ),
    "field larger than": _TOO_LONG,
}


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table as text: ``rows[i]`` is row ``i + 2`` of the file, as a spreadsheet counts."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, name: str) -> list[str]:
        """Give the cells of one column, from the top."""
        index = self.header.index(name)
        return [row[index] for row in self.rows]


def parse_csv(data: bytes, file: str) -> TextTable:
    r"""Read CSV (RFC 4180, UTF-8 with or without a byte order mark) without changing a cell.

    Parameters
    ----------
    data
        The content of the file.
    file
        How messages name the file.

    Raises
    ------
    DataError
        If the bytes are not UTF-8, the quoting is broken, or rows differ in length.

    Examples
    --------
    >>> parse_csv(b"id,name\ncra,Chicago Recovery Alliance\n", "a.csv").rows
    (('cra', 'Chicago Recovery Alliance'),)
    """
    records = _records(_decode(data, file), file)
    if not records:
        raise refuse(file, "the file is empty", "write a header row and one row for each entry")
    header = records[0]
    _check_header(header, file)
    problems = [
        _wrong_length(row, header, number, file)
        for number, row in enumerate(records[1:], start=2)
        if len(row) != len(header) or not any(row)
    ]
    if problems:
        raise DataError(problems)
    return TextTable(file, tuple(header), tuple(tuple(row) for row in records[1:]))


def _decode(data: bytes, file: str) -> str:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise refuse(file, f"the file {kind}", _UTF8)
    if b"\0" in data:
        raise refuse(file, "the file holds zero bytes: it is UTF-16 or no text at all", _UTF8)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # What stands before the bad byte is sound, and tells which cell it is in.
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        try:
            records = list(csv.reader(io.StringIO(before + "?", newline="")))
        except csv.Error:
            records = []
        row = len(records)
        index = len(records[-1]) - 1 if records else 0
        column = records[0][index] if row > 1 and index < len(records[0]) else ""
        message = (
            f"the byte 0x{data[error.start]:02X} is not UTF-8; "
            "the file looks like Latin-1 or Windows-1252"
        )
        raise refuse(file, message, _UTF8, row, column) from None


def _records(text: str, file: str) -> list[list[str]]:
    records: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), strict=True):
            if any(len(cell) > _LONGEST for cell in record):
                raise refuse(file, *_TOO_LONG, len(records) + 1)
            records.append(record)
    except csv.Error as error:
        message, remedy = next(
            (words for part, words in _CSV_FAULTS.items() if part in str(error)),
            (f"the row cannot be read ({error})", "compare it with the rows around it"),
        )
        raise refuse(file, message, remedy, len(records) + 1) from None
    return records


def _check_header(header: list[str], file: str) -> None:
    problems: list[Problem] = []
    if len(header) == 1:
        for mark, name in ((";", "semicolons"), ("\t", "tabs"), ("|", "bars")):
            if mark in header[0]:
                raise refuse(file, f"the columns are separated by {name}", _UTF8, 1)
    for place, name in enumerate(header, start=1):
        if not name.strip():
            message = f"column {place} has no name"
            problems.append(Problem(file, 1, "", message, "name it or delete the column"))
        elif header.index(name) != place - 1:
            message = "the column stands twice in the header"
            problems.append(Problem(file, 1, name, message, "keep one of the two"))
    if problems:
        raise DataError(problems)


def _wrong_length(row: list[str], header: list[str], number: int, file: str) -> Problem:
    if not any(row):
        return Problem(file, number, "", "the row is empty", "delete it")
    if len(row) < len(header):
        return Problem(
            file,
            number,
            header[len(row)],
            f"the row has {len(row)} cells where the header has {len(header)}",
            "add the missing commas, or quote a cell that should span lines",
        )
    return Problem(
        file,
        number,
        "",
        f"the row has {len(row)} cells where the header has {len(header)}",
        "put a cell that holds a comma in quotation marks",
    )
