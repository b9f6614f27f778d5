"""The tables that a build reads, opened once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from guidebook.directory import Directory, load_directory
from guidebook.events import Events, load_events
from guidebook.package import find_package
from guidebook.tables import read_text

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from guidebook.package import DataPackage


@dataclass(frozen=True)
class Book:
    """The data package of the project that is built."""

    package: DataPackage

    @classmethod
    def of(cls, app: Sphinx) -> Self:
        """Give the tables of a build.

        Parameters
        ----------
        app
            The running Sphinx application.
        """
        book = getattr(app, "guidebook_book", None)
        if not isinstance(book, cls):
            book = cls(find_package(Path(app.srcdir)))
            app.guidebook_book = book  # type: ignore[attr-defined]
        return book

    @cached_property
    def directory(self) -> Directory:
        """The directory."""
        return load_directory(self.package)

    @cached_property
    def events(self) -> Events:
        """The events of the timeline."""
        return load_events(self.package)

    @property
    def files(self) -> list[Path]:
        """The files that the tables stand in."""
        return [self.package.file, *(self.package.root / r.path for r in self.package.resources)]

    def rows(self, name: str) -> list[dict[str, str]]:
        """Give the rows of a table as text.

        Parameters
        ----------
        name
            The table's name.
        """
        table = read_text(name, self.package)
        return [dict(zip(table.header, row, strict=True)) for row in table.rows]

    @cached_property
    def countries(self) -> dict[str, str]:
        """Names of countries by their codes."""
        return {row["code"]: row["name"] for row in self.rows("countries")}
