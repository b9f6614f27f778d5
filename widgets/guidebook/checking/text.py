"""Rules for the text of every cell of every table: nothing hidden, nothing that runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from guidebook.faults import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.checking.rows import Row
    from guidebook.problems import Problem
    from guidebook.schema import Resource

_PHONE = re.compile(r"\+[0-9][0-9 ().-]*")


def text_rules(row: Row, resource: Resource) -> Iterator[Problem]:
    """Yield what is wrong with the text of a row's cells.

    Parameters
    ----------
    row
        The row.
    resource
        Its table's schema: numbers may begin with a minus sign.
    """
    for field in resource.fields:
        cell = row[field.name]
        if not cell:
            continue
        if fault := next(faults(cell), None):
            yield row.problem(field.name, *fault)
        if cell[0] in "=+-@" and not field.is_number and not _PHONE.fullmatch(cell):
            message = f"the cell begins with “{cell[0]}”, which a spreadsheet takes for a formula"
            yield row.problem(field.name, message, "begin with a letter or a digit")
        if cell.startswith(("http://", "https://")) and not _has_host(cell):
            message = "the address has no host, or holds a user name"
            yield row.problem(field.name, message, "write it as in https://example.org/page")


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return "." in (parts.hostname or "") and parts.username is None
