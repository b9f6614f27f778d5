"""Reads a table of the data package into a DataFrame, whole and checked, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from guidebook.cells import cell_problems, split_cell
from guidebook.csvtext import TextTable, parse_csv
from guidebook.package import find_package
from guidebook.problems import DataError, Problem, meant, refuse, shown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidebook.package import DataPackage
    from guidebook.schema import Resource

__all__ = ["read_frame", "read_table", "split_cell"]

_HEADER = 1


def read_table(name: str, package: DataPackage | None = None) -> pd.DataFrame:
    """Read and check one table of the data package.

    Parameters
    ----------
    name
        The table's name, such as "directory" or "services".
    package
        Where to read it; the nearest data package when left out.

    Returns
    -------
    pandas.DataFrame
        The columns of the schema in their order; numbers as float with NaN for an empty cell,
        everything else as str with "" for an empty cell.

    Raises
    ------
    DataError
        If anything in the table breaks its schema; every problem is in ``problems``.

    Examples
    --------
    >>> read_table("evidence")["id"].tolist()
    ['confirmed', 'seen', 'named', 'listed', 'as-listed']
    """
    package = package or find_package()
    return to_frame(read_text(name, package), package.resource(name))


def read_frame(
    source: str | Path | pd.DataFrame,
    resource: str,
    package: DataPackage | None = None,
    *,
    complete: bool = True,
) -> pd.DataFrame:
    """Read and check a table of one's own that has the columns of a table of the package.

    Parameters
    ----------
    source
        A CSV file, or a frame; cells of a frame may hold lists where the table has several values.
    resource
        The table whose schema it follows, such as "directory".
    package
        Whose schema and vocabularies count; the nearest data package when left out.
    complete
        Whether every column must be there; if not, columns that may be empty can be left out.

    Raises
    ------
    DataError
        If anything in the table breaks the schema.

    Examples
    --------
    >>> rows = [{"id": "tea", "label": "Tea", "definition": "A hot drink."}]
    >>> read_frame(pd.DataFrame(rows), "services").loc[0, "label"]
    'Tea'
    """
    package = package or find_package()
    schema = package.resource(resource)
    table = _frame_text(source, schema) if isinstance(source, pd.DataFrame) else _read(Path(source))
    table = _with_columns(table, schema, complete=complete)
    problems = schema_problems(table, schema, package)
    if problems:
        raise DataError(problems)
    return to_frame(table, schema)


def read_text(name: str, package: DataPackage) -> TextTable:
    """Read and check one table of the data package, as text.

    Parameters
    ----------
    name
        The table's name.
    package
        Where to read it.

    Raises
    ------
    DataError
        If anything in the table breaks its schema.

    Examples
    --------
    >>> read_text("evidence", find_package()).header
    ('id', 'label', 'definition')
    """
    schema = package.resource(name)
    table = read_shape(name, package)
    problems = schema_problems(table, schema, package)
    if problems:
        raise DataError(problems)
    return table


def read_shape(name: str, package: DataPackage) -> TextTable:
    """Read one table of the data package and check no more than its columns.

    Raises
    ------
    DataError
        If the file is no CSV, or its columns are not those of the schema.

    Examples
    --------
    >>> len(read_shape("evidence", find_package()).rows)
    5
    """
    schema = package.resource(name)
    return _with_columns(_read(package.path(name)), schema, complete=True)


def schema_problems(
    table: TextTable, resource: Resource, package: DataPackage
) -> tuple[Problem, ...]:
    """Check a table against its schema, the keys into other tables included.

    Parameters
    ----------
    table
        The table as text, with the columns of the resource.
    resource
        The schema.
    package
        Where the tables are that the schema refers to.

    Returns
    -------
    tuple of Problem
        In order; empty for a sound table. A table that is referred to and cannot be read is a
        problem too.

    Examples
    --------
    >>> package = find_package()
    >>> schema_problems(read_shape("types", package), package.resource("types"), package)
    ()
    """
    names = {key.resource for key in resource.foreign_keys}
    names |= {field.vocabulary for field in resource.fields if field.vocabulary}
    others: dict[str, TextTable] = {}
    try:
        for name in sorted(names):
            others[name] = read_shape(name, package)
    except DataError as error:
        return error.problems
    known = {
        key: dict.fromkeys(
            zip(*(others[key.resource].column(one) for one in key.reference), strict=True)
        )
        for key in resource.foreign_keys
    }
    vocabularies = {
        field.vocabulary: others[field.vocabulary].column("id")
        for field in resource.fields
        if field.vocabulary
    }
    return tuple(sorted(set(cell_problems(table, resource, known, vocabularies))))


def to_frame(table: TextTable, resource: Resource) -> pd.DataFrame:
    """Make the frame of a table that was checked.

    Parameters
    ----------
    table
        The table as text.
    resource
        Its schema, which says which columns are numbers.

    Examples
    --------
    >>> package = find_package()
    >>> frame = to_frame(read_text("evidence", package), package.resource("evidence"))
    >>> str(frame.dtypes["label"])
    'str'
    """
    columns: dict[str, Any] = {}
    for field in resource.fields:
        cells = table.column(field.name)
        columns[field.name] = (
            pd.Series([float(cell) if cell else float("nan") for cell in cells], dtype="float64")
            if field.is_number
            else pd.Series(cells, dtype="str")
        )
    return pd.DataFrame(columns)


def _read(path: Path) -> TextTable:
    shown = shown_path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise refuse(shown, "the file is not there", "restore it, or mend its name") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        message = f"the file cannot be read ({reason})"
        raise refuse(shown, message, "name a file that you may read") from None
    return parse_csv(data, shown)


def _with_columns(table: TextTable, resource: Resource, *, complete: bool) -> TextTable:
    """Bring the columns into the schema's order, or say which are missing or unknown."""
    wanted = resource.columns
    problems = [
        Problem(
            table.file,
            _HEADER,
            name,
            f"the table “{resource.name}” has no such column",
            f"{meant(name, [one for one in wanted if one not in table.header] or wanted)}"
            " Otherwise delete the column",
        )
        for name in table.header
        if name not in wanted
    ]
    missing = [field for field in resource.fields if field.name not in table.header]
    problems += [
        Problem(table.file, _HEADER, field.name, "the column is missing", "add it to the header")
        for field in missing
        if complete or field.required
    ]
    if problems:
        raise DataError(problems)
    if table.header == wanted:
        return table
    places = [table.header.index(name) if name in table.header else -1 for name in wanted]
    rows = tuple(tuple(row[i] if i >= 0 else "" for i in places) for row in table.rows)
    return TextTable(table.file, wanted, rows)


def _frame_text(frame: pd.DataFrame, resource: Resource) -> TextTable:
    """Write a frame as text, so that files and frames pass one and the same check."""
    file = "the frame"
    header = tuple(str(name) for name in frame.columns)
    repeated = [name for name in dict.fromkeys(header) if header.count(name) > 1]
    if repeated:
        raise DataError(
            Problem(file, _HEADER, name, "the column stands twice", "keep one of the two")
            for name in repeated
        )
    separators = {field.name: field.separator for field in resource.fields}
    columns = [
        _column_text(frame[name], separators.get(shown) or ";")
        for name, shown in zip(frame.columns, header, strict=True)
    ]
    return TextTable(file, header, tuple(zip(*columns, strict=True)))


def _column_text(column: pd.Series[Any], separator: str) -> Iterable[str]:
    if isinstance(column.dtype, pd.StringDtype):
        return [str(cell) for cell in column.fillna("")]
    return [_cell_text(cell, separator) for cell in column]


def _cell_text(cell: object, separator: str) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, (list, tuple)):
        return separator.join(str(part) for part in cell)
    if isinstance(cell, float) and np.isfinite(cell):
        # A column of years with gaps comes out of pandas as floats. Never in exponents.
        return str(np.format_float_positional(cell, trim="-"))
    # None, NaN and NA are all "missing" to pandas; other objects answer for themselves.
    missing: Callable[[Any], Any] = pd.isna
    return "" if pd.api.types.is_scalar(cell) and missing(cell) else str(cell)
