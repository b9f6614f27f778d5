"""``{figure}``: a figure from a data table, so that no sentence can disagree with the table.

``{figure}`` is followed by the table, the row and the column::

    {figure}`overdose_deaths_us year=2024 deaths`

The row is named by cells that only it has. Of a final and a provisional count the final one is
taken, unless the row says ``series=provisional``; a count that is provisional says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from guidebook.edition.directives.base import book_for
from guidebook.problems import DataError, meant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx

    from guidebook.edition.book import Book

ASKED = re.compile(r"(?P<table>\S+)(?P<row>(?:\s.*)?\s)(?P<column>\S+)")
CELL = re.compile(r"(?P<column>\w+)=(?P<value>.*?)(?=\s+\w+=|\s*$)")
EARLY = "provisional"


class Figure(SphinxRole):
    """A figure of a table."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Write the figure."""
        try:
            words = figure(book_for(self.env), self.text)
        except ValueError as error:
            message = self.inliner.reporter.error(str(error), line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        return [nodes.Text(words)], []


def figure(book: Book, asked: str) -> str:
    """Read a figure and write it as a sentence has it.

    Parameters
    ----------
    book
        The tables.
    asked
        The table, the cells that name the row, and the column.

    Raises
    ------
    ValueError
        If there is no such figure; the message says what there is.

    Examples
    --------
    >>> from guidebook.edition.book import Book
    >>> from guidebook.package import find_package
    >>> book = Book(find_package())
    >>> figure(book, "overdose_deaths_us year=2024 deaths")
    '79,385'
    >>> figure(book, "overdose_deaths_us year=2024 series=provisional deaths")
    '80,391 (provisional)'
    >>> figure(book, "state_policy name=New Mexico naloxone_law_year")
    '2001'
    """
    parts = ASKED.fullmatch(asked.strip())
    if parts is None:
        message = (
            f"“{asked}” names no figure; write a table, a row and a column: table key=cell column"
        )
        raise ValueError(message)
    table, column = parts["table"], parts["column"]
    known = [resource.name for resource in book.package.resources]
    if table not in known:
        message = f"there is no table “{table}”; {meant(table, known)}"
        raise ValueError(message)
    try:
        rows = book.rows(table)
    except DataError as error:
        raise ValueError(str(error)) from error
    columns = book.package.resource(table).columns
    wanted = {found["column"]: found["value"] for found in CELL.finditer(parts["row"])}
    for name in [*wanted, column]:
        if name not in columns:
            message = f"the table “{table}” has no column “{name}”; {meant(name, columns)}"
            raise ValueError(message)
    row = the_row(table, rows, wanted)
    if not row[column]:
        message = f"“{column}” is empty in that row of “{table}”; an empty cell is not known"
        raise ValueError(message)
    fields = {field.name: field for field in book.package.resource(table).fields}
    early = row.get("series") == EARLY
    return written(row[column], number=fields[column].is_number) + (f" ({EARLY})" if early else "")


def the_row(
    table: str, rows: Sequence[Mapping[str, str]], wanted: Mapping[str, str]
) -> Mapping[str, str]:
    """Find the one row that has given cells; of several series the final one.

    Parameters
    ----------
    table
        The table's name, for the message.
    rows
        Its rows.
    wanted
        Cells by their columns.

    Raises
    ------
    ValueError
        If no row has them, or several have.

    Examples
    --------
    >>> rows = [{"year": "2024", "series": "provisional"}, {"year": "2024", "series": "final"}]
    >>> the_row("deaths", rows, {"year": "2024"})["series"]
    'final'
    """
    left = list(rows)
    for column, value in wanted.items():
        there = [row for row in left if row[column] == value]
        if not there:
            values = list(dict.fromkeys(row[column] for row in left))
            message = f"the table “{table}” has no {column} “{value}” there; {meant(value, values)}"
            raise ValueError(message)
        left = there
    if len(left) > 1 and "series" not in wanted:
        left = [row for row in left if row.get("series") == "final"] or left
    if len(left) > 1:
        message = f"{len(left)} rows of “{table}” fit; name a cell that only one of them has"
        raise ValueError(message)
    return left[0]


def written(cell: str, *, number: bool) -> str:
    """Write a cell: a number with separators between its thousands, anything else as it stands.

    Parameters
    ----------
    cell
        The cell.
    number
        Whether its column holds numbers; a year is none.

    Examples
    --------
    >>> written("80391", number=True), written("0.50", number=True), written("2024", number=False)
    ('80,391', '0.50', '2024')
    """
    whole, dot, rest = cell.partition(".")
    return f"{int(whole):,}{dot}{rest}" if number and whole.lstrip("-").isdigit() else cell


def setup(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("figure", Figure())
