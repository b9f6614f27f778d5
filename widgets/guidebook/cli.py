"""The ``guidebook`` command."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guidebook.package import find_package, open_package
from guidebook.problems import DataError, refuse, shown_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidebook.package import DataPackage
    from guidebook.problems import Problem
    from guidebook.prose import Finding

_DESCRIPTION = "Tools for the tables and pages of Where They’re At, a guidebook to harm reduction."
_CHECK = """\
Check the tables of a data package: that each is sound CSV in UTF-8, holds what
datapackage.json describes, names only what other tables know, and follows the
rules by which entries are published (dates, evidence, addresses, positions);
and that the quick checks of the book beside it can be asked and answered. So are
its scenarios; a scenario of your own is checked by naming its file.

Every problem is one line, and says what would be right:
  file:row:column: what is wrong; what would be right
Rows are counted as a spreadsheet does: the header is row 1.
"""
_NOTEBOOK = """\
Run notebooks, each in a kernel of its own and in its own folder, and store
their outputs so that these change only when code, data or libraries do.
"""
_PROSE = """\
Check the words of the book: terms that data/language.csv advises against, one
title a page and no level of heading left out, a text equivalent for every
picture, links that lead somewhere, and citations that match references.bib.

Every problem is one line, and says what would be right:
  file:line:column: what is wrong; what would be right
In a notebook, file[3] is its third cell. Quotations, code, names and titles may
hold any word, and so may what stands below <!-- wording: discussed -->.
"""
_PROSE_END = """\
exit status: 0 if all is well, 1 if anything is wrong, 2 if the command was
misspelt.
"""
_CHECK_END = """\
exit status: 0 if all is well, 1 if anything is wrong, 2 if the command was
misspelt. Where frictionless is installed, it reads the package a second time.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments
        The words after ``guidebook``; those of the command line when left out.

    Returns
    -------
    int
        The exit status: 0 for success, 1 if the tables have problems.

    Examples
    --------
    >>> main(["check"])
    data/datapackage.json: ... all is well
    0
    """
    # A terminal that cannot show a letter shows its number instead of stopping the check.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.command(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads along, `head` for one, has seen enough; nothing is left to be flushed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="guidebook", description=_DESCRIPTION)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = commands.add_parser(
        "check",
        help="check the tables and print every problem",
        description=_CHECK,
        epilog=_CHECK_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument(
        "path",
        nargs="?",
        metavar="PATH",
        help="a folder with datapackage.json, a folder with such a data folder, or that file; "
        "when left out, the nearest above the working folder; or a scenario, a file in YAML",
    )
    check.set_defaults(command=_check)
    prose = commands.add_parser(
        "prose",
        help="check the words of the book and print every problem",
        description=_PROSE,
        epilog=_PROSE_END,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    prose.add_argument(
        "path",
        nargs="?",
        metavar="PATH",
        help="a page or a folder of pages; when left out, the book beside the nearest data package",
    )
    prose.add_argument(
        "--grades",
        action="store_true",
        help="say how many years of school each page asks for, and check nothing",
    )
    prose.set_defaults(command=_prose)
    notebook = commands.add_parser(
        "notebook",
        help="run notebooks and store their outputs",
        description=_NOTEBOOK,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = notebook.add_subparsers(title="commands", metavar="COMMAND", required=True)
    run = verbs.add_parser("run", help="run notebooks from top to bottom and store their outputs")
    run.add_argument("paths", nargs="+", metavar="NOTEBOOK", help="a file that ends in .ipynb")
    run.set_defaults(command=_run_notebooks)
    return parser


def _run_notebooks(options: argparse.Namespace) -> int:
    from guidebook.notebooks import NotebookError, run, write  # noqa: PLC0415 - only this one

    # All are run before the first is written: a notebook that fails leaves every file as it was.
    try:
        finished = [(path, run(path)) for path in map(Path, options.paths)]
    except NotebookError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path, notebook in finished:
        write(path, notebook)
        sys.stdout.write(f"{shown_path(path)}: run, outputs stored\n")
    return 0


def _check(options: argparse.Namespace) -> int:
    from guidebook.checking import check_package  # noqa: PLC0415 - only this command needs it

    if options.path is not None and Path(options.path).suffix in {".yaml", ".yml"}:
        return _check_scenario(Path(options.path))
    try:
        package = find_package() if options.path is None else _package_at(Path(options.path))
    except DataError as error:
        return _say(error.problems)
    report = check_package(package)
    if report.problems:
        return _say(report.problems)
    again = "" if report.second_reading else " (without the second reading: no frictionless)"
    sys.stdout.write(
        f"{shown_path(package.file)}: {report.tables} tables, {report.rows} rows,"
        f" edition {package.edition.isoformat()}{again}; all is well\n"
    )
    return 0


def _check_scenario(path: Path) -> int:
    from guidebook.scenarios import read_situation  # noqa: PLC0415 - only this command needs it

    try:
        situation = read_situation(path)
    except DataError as error:
        return _say(error.problems)
    sys.stdout.write(
        f"{shown_path(path)}: {len(situation.passages)} passages, {len(situation.points)} points,"
        f" {len(situation.options)} options; all is well\n"
    )
    return 0


def _prose(options: argparse.Namespace) -> int:
    from guidebook.prose import ProseError, check_book  # noqa: PLC0415 - only this command
    from guidebook.prose.book import Book, find_book  # noqa: PLC0415
    from guidebook.prose.grades import grade  # noqa: PLC0415

    try:
        path = find_package().root.parent if options.path is None else Path(options.path)
        root = find_book(path)
        only = None if options.path is None else path
        if options.grades:
            for page in Book(root).within(only):
                years = grade(page)
                shown = "too short" if years is None else f"{years:.1f}"
                sys.stdout.write(f"{shown:>9}  {page.file}\n")
            return 0
        pages, findings = check_book(root, only)
    except DataError as error:
        return _say(error.problems)
    except ProseError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if findings:
        return _say(findings)
    sys.stdout.write(f"{shown_path(root)}: {pages} pages; all is well\n")
    return 0


def _package_at(path: Path) -> DataPackage:
    """Open the data package that a path on the command line means."""
    try:
        if path.name == "datapackage.json" or path.is_file():
            if path.name != "datapackage.json":
                message = "this is no data package"
                raise refuse(str(path), message, "name the folder that holds datapackage.json")
            return open_package(path.parent)
        inner = path / "data"
        beside = (path / "datapackage.json").is_file()
        return open_package(inner if not beside and inner.is_dir() else path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        message = f"the folder cannot be read ({reason})"
        raise refuse(str(path), message, "name a folder that you may read") from None


def _say(problems: Sequence[Problem | Finding]) -> int:
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    count = len(problems)
    sys.stderr.write(f"{count} problem{'' if count == 1 else 's'} found\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
