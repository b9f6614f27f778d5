"""Makes directories: of the published table, or of one's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from guidebook.csvtext import parse_csv
from guidebook.directory.build import build_frame
from guidebook.directory.entry import COMPUTED, DISTANCE
from guidebook.directory.export import ADDED, restore
from guidebook.directory.filter import Term
from guidebook.directory.model import Directory
from guidebook.package import find_package
from guidebook.problems import DataError, refuse, shown_path
from guidebook.tables import read_frame, read_table

if TYPE_CHECKING:
    from guidebook.package import DataPackage

VOCABULARIES = (
    "types",
    "services",
    "approaches",
    "audiences",
    "statuses",
    "evidence",
    "countries",
    "reaches",
    "precisions",
)
"""The vocabularies that a directory carries."""


def load_directory(package: DataPackage | None = None) -> Directory:
    """Load the published directory.

    Parameters
    ----------
    package
        Where to read it; when left out, the nearest ``data/datapackage.json`` in or above the
        working folder, otherwise the one that was installed. The directory's repr says which.

    Raises
    ------
    DataError
        If anything in the tables breaks their schema.

    Examples
    --------
    >>> load_directory()
    <Directory: ... entries from data (working copy), ... not on the map; edition ...>
    """
    package = package or find_package()
    return _directory(read_table("directory", package), package)


def read_directory(
    source: str | Path | pd.DataFrame, package: DataPackage | None = None
) -> Directory:
    """Read a directory of one's own.

    Parameters
    ----------
    source
        A CSV file or a frame with the columns of ``directory.csv``; columns that may be empty can be
        left out. What `Directory.to_csv` wrote can be read again.
    package
        Whose vocabularies and edition count; the nearest data package when left out.

    Raises
    ------
    DataError
        If anything breaks the schema of ``directory.csv``; every problem is in ``problems``.

    Examples
    --------
    >>> directory = load_directory()
    >>> mine = directory.frame[directory.frame["country"] == "NZ"]
    >>> len(read_directory(mine)) == len(mine)
    True
    """
    package = package or find_package()
    if isinstance(source, pd.DataFrame):
        return _directory(_read(source, package), package, "a frame")
    shown = shown_path(Path(source))
    try:
        table = _read(_exported(Path(source), shown), package)
    except DataError as error:
        # Rows are counted alike, so what was said of the frame is true of the file.
        raise DataError(replace(one, file=shown) for one in error.problems) from None
    return _directory(table, package, shown)


def _read(frame: pd.DataFrame, package: DataPackage) -> pd.DataFrame:
    own = frame.drop(columns=[*COMPUTED, DISTANCE], errors="ignore")
    return read_frame(own, "directory", package, complete=False)


def _exported(path: Path, shown: str) -> pd.DataFrame:
    """Read a CSV file as text; one that was exported has apostrophes before formula characters."""
    try:
        table = parse_csv(path.read_bytes(), shown)
    except OSError as error:
        message = f"the file cannot be read ({error.strerror or 'unknown reason'})"
        raise refuse(shown, message, "name a CSV file that is there") from None
    rows = [list(row) for row in table.rows]
    if set(ADDED) & set(table.header):
        rows = [[restore(cell) for cell in row] for row in rows]
    return pd.DataFrame(rows, columns=list(table.header), dtype="str")


def _directory(table: pd.DataFrame, package: DataPackage, origin: str = "") -> Directory:
    terms = {name: _terms(name, package) for name in VOCABULARIES}
    regions = read_table("regions", package)
    names = dict(
        zip(
            zip(regions["country"], regions["code"], strict=True),
            regions["name"],
            strict=True,
        )
    )
    countries = {code: term.label for code, term in terms["countries"].items()}
    return Directory(
        build_frame(table, names, countries, package.edition),
        terms,
        package.edition,
        origin or f"{shown_path(package.root)} ({package.origin})",
    )


def _terms(name: str, package: DataPackage) -> dict[str, Term]:
    table = read_table(name, package)
    if name == "countries":
        return {
            code: Term(label, "") for code, label in zip(table["code"], table["name"], strict=True)
        }
    columns = (table["id"], table["label"], table["definition"])
    return {term: Term(label, words) for term, label, words in zip(*columns, strict=True)}
