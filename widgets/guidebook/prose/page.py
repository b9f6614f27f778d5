"""Reads a page: a text in Markdown, or the Markdown cells of a notebook one after another."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from guidebook.problems import shown_path
from guidebook.prose.findings import Finding, ProseError
from guidebook.prose.markup import Markup, read_markup

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Page:
    """A page and how places in its text are counted.

    ``cells`` holds, for a notebook, each Markdown cell's number and where its text begins.
    """

    path: Path
    file: str
    text: str
    cells: tuple[tuple[int, int], ...] = ()

    @cached_property
    def markup(self) -> Markup:
        """What the page is made of."""
        return read_markup(self.text)

    @property
    def cited(self) -> tuple[tuple[str, int], ...]:
        """The keys of the sources that the page cites, and where."""
        prefix = self.markup.key_prefix
        return tuple((one.target.removeprefix(prefix), one.offset) for one in self.markup.citations)

    def finding(self, offset: int, message: str, remedy: str) -> Finding:
        r"""Say that something is wrong at a place of the text.

        Parameters
        ----------
        offset
            The place, in characters from the beginning of the text.
        message
            What is wrong.
        remedy
            What would be right.

        Examples
        --------
        >>> from pathlib import Path
        >>> page = Page(Path("a.md"), "a.md", "# A\n\nSome text.")
        >>> str(page.finding(10, "this is wrong", "write something else"))
        'a.md:3:6: this is wrong; write something else'
        """
        cell, begin = 0, 0
        if self.cells:
            starts = [start for _, start in self.cells]
            cell, begin = self.cells[max(0, bisect_right(starts, offset) - 1)]
        line = self.text.count("\n", begin, offset) + 1
        column = offset - max(self.text.rfind("\n", begin, offset) + 1, begin) + 1
        return Finding(self.file, cell, line, column, message, remedy)


def read_page(path: Path) -> Page:
    """Read a page.

    Parameters
    ----------
    path
        A file that ends in ``.md`` or ``.ipynb``.

    Raises
    ------
    ProseError
        If it cannot be read as text in UTF-8, or is no notebook.
    """
    file = shown_path(path)
    try:
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        message = f"{file}: the page cannot be read ({error.strerror}); name a file that you may"
        raise ProseError(message) from None
    except UnicodeDecodeError:
        message = f"{file}: the page is not text in UTF-8; save it as UTF-8"
        raise ProseError(message) from None
    if path.suffix != ".ipynb":
        return Page(path, file, text)
    try:
        cells = json.loads(text)["cells"]
        sources = [
            (number, "".join(cell["source"]))
            for number, cell in enumerate(cells, 1)
            if cell["cell_type"] == "markdown"
        ]
    except (ValueError, KeyError, TypeError):
        message = f"{file}: the file is no notebook; open it in JupyterLab and save it anew"
        raise ProseError(message) from None
    whole, starts = "", []
    for number, source in sources:
        starts.append((number, len(whole)))
        whole += source + "\n\n"
    return Page(path, file, whole, tuple(starts))
