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
Notebooks for authors: run them and store what they show, or check that what is
stored is still what they show.
"""
_NOTEBOOK_RUN = """\
Run notebooks from top to bottom, each in a fresh kernel and in its own folder,
and store their outputs so that these change only when code, data or libraries
do: without random ids, folders of this machine, timings and addresses in memory.

A notebook that does not run to its end leaves every file as it was.
"""
_NOTEBOOK_CHECK = """\
Run notebooks anew, each in a fresh kernel and in its own folder, and compare
what they show with what is stored. No file is changed.

Every problem is one line, and says what would be right:
  file[cell]: what is wrong; what would be right
Cells are counted from the top, text and code together. Wrong are an output that
differs or is not stored, an error, and the name of a folder of one machine.
"""
_NOTEBOOK_END = """\
exit status: 0 if all is well, 1 if anything is wrong, 2 if the command was
misspelt, 130 if it was stopped with Ctrl-C.
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
    _add_notebook(commands)
    return parser


def _add_notebook(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    notebook = commands.add_parser(
        "notebook",
        help="run notebooks and store their outputs, or compare these with a fresh run",
        description=_NOTEBOOK,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = notebook.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, words, description, command in (
        ("run", "run notebooks and store their outputs", _NOTEBOOK_RUN, _run_notebooks),
        ("check", "compare stored outputs with a fresh run", _NOTEBOOK_CHECK, _check_notebooks),
    ):
        verb = verbs.add_parser(
            name,
            help=words,
            description=description,
            epilog=_NOTEBOOK_END,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        verb.add_argument(
            "paths",
            nargs="+",
            metavar="NOTEBOOK",
            help="a file that ends in .ipynb, or a folder whose notebooks are meant",
        )
        verb.add_argument(
            "--timeout",
            type=_seconds,
            default=300,
            metavar="SECONDS",
            help="how long one cell may take (%(default)s); 0 for as long as it likes",
        )
        verb.set_defaults(command=command)


def _seconds(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        message = f"{text!r} is no number of seconds; write a whole number, 0 for no limit"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _run_notebooks(options: argparse.Namespace) -> int:
    from guidebook.notebooks.command import run_notebooks  # noqa: PLC0415 - only this one

    return run_notebooks(options.paths, options.timeout)


def _check_notebooks(options: argparse.Namespace) -> int:
    from guidebook.notebooks.command import check_notebooks  # noqa: PLC0415 - only this one

    return check_notebooks(options.paths, options.timeout)


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
