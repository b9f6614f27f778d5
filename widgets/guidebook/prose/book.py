"""Checks a whole book, or one page of it with the rest in mind."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from guidebook.language import load_terms, mentions
from guidebook.package import find_package
from guidebook.prose.citations import citation_findings, read_sources, source_findings
from guidebook.prose.findings import ProseError
from guidebook.prose.links import link_findings
from guidebook.prose.page import read_page
from guidebook.prose.questions import read_questions_page
from guidebook.prose.structure import heading_findings, picture_findings
from guidebook.prose.terms import term_findings
from guidebook.quick_checks import ENDING
from guidebook.tables import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from guidebook.language import Term
    from guidebook.package import DataPackage
    from guidebook.prose.citations import Source
    from guidebook.prose.findings import Finding
    from guidebook.prose.page import Page

SOURCES = "references.bib"
_KINDS = (".md", ".ipynb")


class Book:
    """The pages below a folder, its bibliography, and the tables that its pages speak of.

    Parameters
    ----------
    root
        The folder that holds the pages.
    package
        The data package; the nearest above the working folder when left out.
    """

    def __init__(self, root: Path, package: DataPackage | None = None) -> None:
        self.root = root.resolve()
        self.package = package or find_package()

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages, in the order of their paths."""
        found = (
            path
            for path in self.root.rglob("*")
            if path.suffix in _KINDS and not _hidden(path.relative_to(self.root))
        )
        return tuple(read_page(path) for path in sorted(found))

    def within(self, only: Path | None) -> list[Page]:
        """Give the pages at or below a path; all when it is None or holds the whole book.

        Parameters
        ----------
        only
            A page or folder.
        """
        if only is None or only.resolve() in self.root.parents:
            return list(self.pages)
        full = only.resolve()
        return [page for page in self.pages if full in (page.path, *page.path.parents)]

    @cached_property
    def checks(self) -> tuple[Page, ...]:
        """The files of questions beside the pages, as far as words and sources go."""
        found = (
            path
            for path in self.root.rglob(f"*{ENDING}")
            if not _hidden(path.relative_to(self.root))
        )
        return tuple(read_questions_page(path) for path in sorted(found))

    def checks_within(self, only: Path | None) -> list[Page]:
        """Give the files of questions at or below a path, or beside it; all when it is None.

        Parameters
        ----------
        only
            A page, a file of questions or a folder.
        """
        if only is None or only.resolve() in self.root.parents:
            return list(self.checks)
        full = only.resolve()
        beside = full.with_name(full.name.partition(".")[0] + ENDING)
        return [one for one in self.checks if {full, beside} & {one.path, *one.path.parents}]

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The words to leave, to weigh and to keep."""
        return load_terms(self.package)

    @cached_property
    def labels(self) -> dict[str, Path]:
        """The places that pages name, and the page of each."""
        return {label.target: page.path for page in self.pages for label in page.markup.labels}

    @cached_property
    def made(self) -> dict[str, set[str]]:
        """The places that the build makes of the tables, by the end of a page's path."""
        entries = read_text("directory", self.package).column("id")
        events = read_text("timeline", self.package).column("id")
        return {
            "directory/list.md": {f"entry-{one}" for one in entries},
            "history/timeline.md": {f"event-{one}" for one in events},
        }

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of organisations and titles of sources that hold a term, as they may."""
        directory = read_text("directory", self.package)
        former = [name for cell in directory.column("former_names") for name in cell.split(";")]
        titles = [source.title for source in self.sources]
        tables = [
            title
            for table in ("directory", "timeline", "language")
            for title in read_text(table, self.package).column("source_title")
        ]
        every = {*directory.column("name"), *former, *titles, *tables}
        return tuple(sorted(name for name in every if mentions(name, self.terms)))

    @cached_property
    def sources(self) -> list[Source]:
        """The entries of the bibliography; none where the book has no such file."""
        path = self.root / SOURCES
        return read_sources(path.read_text(encoding="utf-8")) if path.is_file() else []


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "_")) for part in path.parts)


def check_book(
    root: Path, only: Path | None = None, package: DataPackage | None = None
) -> tuple[int, tuple[Finding, ...]]:
    """Check the pages of a book.

    Parameters
    ----------
    root
        The folder that holds the pages and ``references.bib``.
    only
        A page or folder within; problems elsewhere are left out. All when left out.
    package
        The data package; the nearest above the working folder when left out.

    Returns
    -------
    tuple
        How many pages were checked, and everything that is wrong, in order.

    Raises
    ------
    ProseError
        If a page cannot be read.
    DataError
        If a table cannot be trusted.

    Examples
    --------
    >>> from guidebook.package import find_package
    >>> pages, findings = check_book(find_package().root.parent / "book")
    >>> pages > 20
    True
    """
    book = Book(root, package)
    pages = book.within(only)
    found = {finding for page in pages for finding in _page_findings(book, page)}
    for check in book.checks_within(only):
        found.update(term_findings(check, book.terms, book.names))
        found.update(citation_findings(check, {source.key for source in book.sources}))
    if len(pages) == len(book.pages):
        cited = {key for page in (*book.pages, *book.checks) for key, _ in page.cited}
        found.update(source_findings(book.root / SOURCES, book.sources, cited))
    return len(pages), tuple(sorted(found))


def _page_findings(book: Book, page: Page) -> Iterator[Finding]:
    yield from term_findings(page, book.terms, book.names)
    yield from heading_findings(page)
    yield from picture_findings(page)
    yield from link_findings(page, book.labels, book.made)
    yield from citation_findings(page, {source.key for source in book.sources})


def find_book(path: Path) -> Path:
    """Find the book that a path belongs to: the nearest folder above it with a bibliography.

    Parameters
    ----------
    path
        A page, a folder of a book, or a folder that holds ``book``.

    Raises
    ------
    ProseError
        If there is no such path, or nothing that could be checked.
    """
    if not path.exists():
        message = f"{path}: there is no such file; name a page, or a folder with pages"
        raise ProseError(message)
    if path.is_file() and path.suffix not in _KINDS and not path.name.endswith(ENDING):
        message = f"{path}: this is no page; name a file that ends in .md or .ipynb, or a folder"
        raise ProseError(message)
    full = path.resolve()
    for folder in (full, *full.parents):
        if (folder / SOURCES).is_file():
            return folder
    inner = full / "book"
    if inner.is_dir():
        return inner
    return full if full.is_dir() else full.parent
