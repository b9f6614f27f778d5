"""A row of a table as the rules see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidebook.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guidebook.csvtext import TextTable


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by column, and where it stands.

    Examples
    --------
    >>> str(Row("lines.csv", 3, {"id": "a"}).problem("id", "“a” is short", "write more"))
    'lines.csv:3:id: “a” is short; write more'
    """

    file: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Give a cell; a column that the table does not have is empty."""
        return self.cells.get(column, "")

    def problem(self, column: str, message: str, remedy: str) -> Problem:
        """Say what is wrong with one of its cells."""
        return Problem(self.file, self.number, column, message, remedy)


def rows_of(table: TextTable) -> Iterator[Row]:
    r"""Give the rows of a table, from the top.

    Examples
    --------
    >>> from guidebook.csvtext import parse_csv
    >>> [row["id"] for row in rows_of(parse_csv(b"id,name\na,A\nb,B\n", "x.csv"))]
    ['a', 'b']
    """
    for number, cells in enumerate(table.rows, start=2):
        yield Row(table.file, number, dict(zip(table.header, cells, strict=True)))
