"""Rules for the quick checks of the book that a data package belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.problems import DataError, Problem, shown_path
from guidebook.quick_checks import ENDING, read_questions
from guidebook.quick_checks.sources import SOURCES, known_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.package import DataPackage


def quick_check_rules(package: DataPackage) -> Iterator[Problem]:
    """Yield what is wrong with the files of questions in the folder ``book`` beside the package.

    Parameters
    ----------
    package
        The data package; the wheel's own has no book beside it.

    Examples
    --------
    >>> from guidebook.package import find_package
    >>> list(quick_check_rules(find_package()))
    []
    """
    book = package.root.parent / "book"
    if not (book / SOURCES).is_file():
        return
    for path in sorted(book.rglob(f"*{ENDING}")):
        chapter = path.name.removesuffix(ENDING)
        if any(part.startswith((".", "_")) for part in path.relative_to(book).parts):
            continue
        if not any(path.with_name(chapter + ending).is_file() for ending in (".md", ".ipynb")):
            message = f"there is no chapter “{chapter}” beside these questions"
            yield Problem(shown_path(path), 0, "", message, "name the file like its chapter")
        try:
            read_questions(path, known_keys(path), package)
        except DataError as error:
            yield from error.problems
