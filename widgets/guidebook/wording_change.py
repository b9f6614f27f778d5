"""The wording of the eight principles as a Jupyter widget: cards, what changed, and a matrix."""

from __future__ import annotations

from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

import traitlets

from guidebook.markup import link, table
from guidebook.principles import Principles, load_principles
from guidebook.problems import DataError
from guidebook.widget import BookWidget

if TYPE_CHECKING:
    import pandas as pd

    from guidebook.principles import Label, Principle, Statement

_REMARKS = {"copy": " (read as a copy or at second hand)"}


class WordingChange(BookWidget):
    """Show the eight principles, the terms that changed in them, and seven statements beside them.

    Parameters
    ----------
    principles
        The principles; the published ones when left out.
    **traits
        The traits to start with.

    Raises
    ------
    DataError
        If no principles are given and a published table is broken.

    Examples
    --------
    >>> wording = WordingChange(kinds=["person-first"])
    >>> wording.results["name"].tolist()
    ['A real say', 'Main agents']
    >>> wording
    <WordingChange: 2 of 8 principles>
    """

    MODULE = "wording-change"
    STATE = ("kinds", "show_changes")

    _payload = traitlets.Dict().tag(sync=True)

    kinds = traitlets.List(traitlets.Unicode()).tag(sync=True)
    """Ids of kinds of change, one of which a principle must have; all when empty, the default."""
    show_changes = traitlets.Bool(default_value=True).tag(sync=True)
    """Whether the cards show which terms changed. Default: True."""

    def __init__(
        self,
        principles: Principles | None = None,
        **traits: Any,  # noqa: ANN401 (traitlets checks them)
    ) -> None:
        # Before the traits: checking them needs the kinds.
        self._principles = load_principles() if principles is None else principles
        super().__init__(_payload=self._principles.to_payload(), **traits)

    @property
    def principles(self) -> Principles:
        """Everything that is shown from, filtered or not."""
        return self._principles

    @property
    def shown(self) -> tuple[Principle, ...]:
        """The principles that the filter leaves.

        Examples
        --------
        >>> [one.number for one in WordingChange(kinds=["none"]).shown]
        [3, 4, 7]
        """
        return self._principles.changed(self.kinds)

    @property
    def results(self) -> pd.DataFrame:
        """The principles that the filter leaves, as a table; see `Principles.frame`."""
        numbers = [one.number for one in self.shown]
        frame = self._principles.frame
        return frame[frame["number"].isin(numbers)].reset_index(drop=True)

    @traitlets.validate("kinds")
    def _check_kinds(self, proposal: dict[str, Any]) -> list[str]:
        kinds = list(dict.fromkeys(proposal["value"]))
        try:
            self._principles.changed(kinds)
        except ValueError as error:
            raise traitlets.TraitError(str(error)) from None
        return kinds

    def __repr__(self) -> str:
        """Say in a line what is shown."""
        return (
            f"<WordingChange: {len(self.shown)} of {len(self._principles.principles)} principles>"
        )

    def plain(self) -> str:
        """Write two tables: the principles with what changed, and the statements beside them."""
        return plain_html(self._principles)

    def page_state(self) -> dict[str, Any]:
        """Give the state of a static page; the book carries the published principles already."""
        payload = {"$resource": "principles"} if self._is_published else self._payload
        return {**super().page_state(), "_payload": payload}

    @cached_property
    def _is_published(self) -> bool:
        try:
            return self._principles == load_principles()
        except (DataError, OSError):
            return False


def plain_html(principles: Principles) -> str:
    """Write the principles and the statements as two tables, under which their sources stand.

    Parameters
    ----------
    principles
        The principles; whatever they say, it is escaped.

    Examples
    --------
    >>> plain_html(load_principles()).count("<table")
    2
    """
    labels = {kind.id: kind.label for kind in principles.kinds}
    older, newer = ([one.label for one in principles.versions] + ["older", "newer"])[:2]
    rows = [_row(one, labels) for one in principles.principles]
    heads = ("Principle", older.capitalize(), newer.capitalize(), "What changed")
    caption = "The eight principles, and the terms that changed"
    written = table(heads, rows, caption, "book-wording")
    sources = "; ".join(map(source, principles.versions))
    return (
        f'{written}\n<p class="book-small">Only terms that changed are quoted. Sources: {sources}.</p>'
        f"\n{matrix_html(principles)}"
    )


def matrix_html(principles: Principles) -> str:
    """Write the seven statements against the eight principles.

    Parameters
    ----------
    principles
        The principles; whatever they say, it is escaped.

    Examples
    --------
    >>> matrix_html(load_principles()).count("<tr>")
    8
    """
    heads = ["Statement", *(f"{one.number} {one.name}" for one in principles.principles)]
    rows = [_statement(one, principles) for one in principles.statements]
    caption = "Seven statements on care around birth, beside the eight principles"
    told = source(principles.statements_source)
    return (
        f"{table(heads, rows, caption, 'book-matrix')}\n"
        f'<p class="book-small">The matching is ours. Source of the statements: {told}.</p>'
    )


def source(label: Label) -> str:
    """Write where a version or the statements were read.

    Parameters
    ----------
    label
        What has a source.
    """
    written = link(label.source_url, label.source_title)
    before = f"{escape(label.label)}, " if label.label else ""
    return f"{before}{written}{_REMARKS.get(label.evidence, '')}"


def _row(one: Principle, labels: dict[str, str]) -> tuple[str, str, str, str]:
    name = f"{one.number} {escape(one.name)}"
    idea = f'<span class="book-small">{escape(one.idea)}</span>'
    older = "<br>".join(f"“{escape(change.older)}”" for change in one.changes) or "same"
    newer = "<br>".join(f"“{escape(change.newer)}”" for change in one.changes) or "same"
    kinds = ", ".join(escape(labels.get(kind, kind)) for kind in one.kinds)
    note = f'<span class="book-small">{escape(one.note)}</span>' if one.note else ""
    return name + idea, older, newer, kinds + note


def _statement(one: Statement, principles: Principles) -> tuple[str, ...]:
    new = f'<span class="book-small">{escape(one.new)}</span>'
    cells = (one.match(each.id) or "–" for each in principles.principles)
    return (f"{one.number} {escape(one.statement)}{new}", *cells)
