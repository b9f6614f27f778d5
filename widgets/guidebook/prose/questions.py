"""Reads the words of a chapter's quick check, with their places in its file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import yaml

from guidebook.prose.markup import Link, Markup
from guidebook.prose.page import Page, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KEYS = {"sources"}
_NO_PROSE = {"id", "kind", "accept", *_KEYS}


@dataclass(frozen=True)
class QuestionPage(Page):
    """A file of questions, read as a page: its texts are prose, its sources citations."""

    @cached_property
    def markup(self) -> Markup:
        """What the file is made of; nothing where it is not YAML, as `guidebook check` says."""
        found = Markup()
        prose = [one if one == "\n" else " " for one in self.text]
        for field, node in _scalars(self.text):
            start, end = node.start_mark.index, node.end_mark.index
            if node.style in ("'", '"'):
                start, end = start + 1, end - 1
            if field in _KEYS:
                found.citations.append(Link(node.value, start))
            elif field not in _NO_PROSE:
                prose[start:end] = self.text[start:end]
        found.prose = "".join(prose)
        return found


def read_questions_page(path: Path) -> QuestionPage:
    """Read a file of questions for its words.

    Parameters
    ----------
    path
        A file that ends in ``.check.yaml``.

    Raises
    ------
    ProseError
        If it cannot be read as text in UTF-8.

    Examples
    --------
    >>> from guidebook.package import find_package
    >>> path = find_package().root.parent / "book/principles/drug-set-and-setting.check.yaml"
    >>> "zinberg1984" in [key for key, _ in read_questions_page(path).cited]
    True
    """
    page = read_page(path)
    return QuestionPage(page.path, page.file, page.text)


def _scalars(text: str) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Yield the texts of a file with the name of the field that each stands in."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return
    todo: list[tuple[str, yaml.Node | None]] = [("", root)]
    while todo:
        field, node = todo.pop()
        if isinstance(node, yaml.MappingNode):
            todo += [(str(key.value), value) for key, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            todo += [(field, each) for each in node.value]
        elif isinstance(node, yaml.ScalarNode):
            yield field, node
