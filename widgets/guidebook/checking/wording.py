"""Rules for the table of language: what a row looks for must be readable, and worth looking for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidebook.cells import split_cell
from guidebook.language.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.checking.rows import Row
    from guidebook.problems import Problem


# Words to write, and advice in brackets after them, or one of the two.
_ALTERNATIVE = re.compile(r"[^()]*(\([^()]+\))?")


def wording_rules(row: Row) -> Iterator[Problem]:
    """Yield what is wrong with the patterns and the alternatives of a term.

    Parameters
    ----------
    row
        A row of the table of language.
    """
    for column in ("patterns", "fine_in"):
        for pattern in split_cell(row[column]):
            try:
                compile_pattern(pattern)
            except ValueError as error:
                remedy = "write words, {one|or|other} and [this or nothing], without nesting"
                yield row.problem(column, str(error), remedy)
    for alternative in split_cell(row["instead"]):
        if not _ALTERNATIVE.fullmatch(alternative):
            message = f"the brackets in “{alternative}” are not one pair at its end"
            yield row.problem("instead", message, "write words, and advice in brackets after them")
    if row["fine_in"] and not row["patterns"]:
        message = "phrases are called fine for a term that nothing looks for"
        yield row.problem("fine_in", message, "fill in patterns, or leave this empty")
