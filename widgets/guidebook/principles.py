"""The eight principles: what each says, how its wording changed, and what stands beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from guidebook.cells import split_cell
from guidebook.package import find_package
from guidebook.problems import meant
from guidebook.tables import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidebook.package import DataPackage

UNCHANGED = "none"
"""The kind of a principle whose wording is the same in both versions."""

_FRAME = ("number", "name", "kinds", "older", "newer", "older_words", "newer_words", "note")


@dataclass(frozen=True, slots=True)
class Change:
    """Terms of the older version, what the newer one has in their place, and how they differ."""

    older: str
    newer: str
    kind: str


@dataclass(frozen=True, slots=True)
class Principle:
    """One of the eight, in the book's words; of the coalition's own it has only short terms."""

    number: int
    id: str
    name: str
    idea: str
    changes: tuple[Change, ...]
    older_words: int
    newer_words: int
    note: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """How its wording changed; ``("none",)`` where it did not."""
        return tuple(dict.fromkeys(one.kind for one in self.changes)) or (UNCHANGED,)


@dataclass(frozen=True, slots=True)
class Statement:
    """One of the seven statements on care around birth, and the principles that come near it."""

    number: int
    id: str
    statement: str
    new: str
    near: tuple[str, ...]
    partly: tuple[str, ...]

    def match(self, principle: str) -> str:
        """Say how near a principle comes: "near", "in part" or nothing.

        Parameters
        ----------
        principle
            The principle's id.

        Examples
        --------
        >>> families = load_principles().statements[6]
        >>> families.match("inequality"), families.match("many-forms")
        ('in part', '')
        """
        return "near" if principle in self.near else "in part" if principle in self.partly else ""


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of change or a version of the text: its words and, of a version, its source."""

    id: str
    label: str
    definition: str
    source_title: str = ""
    source_url: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Principles:
    """The eight principles, their kinds of change, and the seven statements.

    Examples
    --------
    >>> principles = load_principles()
    >>> principles.counts["person-first"], principles.counts["none"]
    (2, 3)
    """

    principles: tuple[Principle, ...]
    kinds: tuple[Label, ...]
    versions: tuple[Label, ...]
    statements: tuple[Statement, ...]
    statements_source: Label

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many principles have each kind of change."""
        found = Counter(kind for one in self.principles for kind in one.kinds)
        return {kind.id: found[kind.id] for kind in self.kinds}

    def changed(self, kinds: str | Iterable[str] = ()) -> tuple[Principle, ...]:
        """Give the principles with a change of one of some kinds; all without any.

        Parameters
        ----------
        kinds
            Ids of kinds.

        Raises
        ------
        ValueError
            If there is no such kind; similar ones are suggested.

        Examples
        --------
        >>> [one.name for one in load_principles().changed("person-first")]
        ['A real say', 'Main agents']
        >>> load_principles().changed(["person"])
        Traceback (most recent call last):
            ...
        ValueError: no kind of change is called “person”; did you mean ...
        """
        wanted = [kinds] if isinstance(kinds, str) else list(kinds)
        known = [kind.id for kind in self.kinds]
        for kind in wanted:
            if kind not in known:
                message = f"no kind of change is called “{kind}”; {meant(kind, known)}"
                raise ValueError(message)
        return tuple(
            one for one in self.principles if not wanted or not set(wanted).isdisjoint(one.kinds)
        )

    @property
    def frame(self) -> pd.DataFrame:
        """The principles as a table, a row each; several terms or kinds are tuples.

        Examples
        --------
        >>> load_principles().frame.loc[1, ["older", "newer"]].tolist()
        [('severe abuse',), ('severe use',)]
        """
        rows = [
            (
                one.number,
                one.name,
                one.kinds,
                tuple(change.older for change in one.changes),
                tuple(change.newer for change in one.changes),
                one.older_words,
                one.newer_words,
                one.note,
            )
            for one in self.principles
        ]
        return pd.DataFrame(rows, columns=list(_FRAME))

    @property
    def matrix(self) -> pd.DataFrame:
        """The seven statements against the eight principles: "near", "in part" or nothing.

        Examples
        --------
        >>> load_principles().matrix.loc[7, 7]
        'in part'
        """
        cells = [
            [statement.match(one.id) for one in self.principles] for statement in self.statements
        ]
        return pd.DataFrame(
            cells,
            index=pd.Index([one.number for one in self.statements], name="statement"),
            columns=pd.Index([one.number for one in self.principles], name="principle"),
        )

    def to_payload(self) -> dict[str, Any]:
        """Give everything as plain values that `json.dumps` takes.

        Examples
        --------
        >>> load_principles().to_payload()["principles"][2]["changes"]
        []
        """
        return {
            "principles": [
                {
                    "number": one.number,
                    "id": one.id,
                    "name": one.name,
                    "idea": one.idea,
                    "changes": [
                        [change.older, change.newer, change.kind] for change in one.changes
                    ],
                    "note": one.note,
                }
                for one in self.principles
            ],
            "kinds": [_plain(kind) for kind in self.kinds],
            "versions": [_plain(version) for version in self.versions],
            "statements": [
                {
                    "number": one.number,
                    "statement": one.statement,
                    "new": one.new,
                    "matches": [one.match(principle.id) for principle in self.principles],
                }
                for one in self.statements
            ],
            "statements_source": _plain(self.statements_source),
        }


def load_principles(package: DataPackage | None = None) -> Principles:
    """Read the principles, in their order.

    Parameters
    ----------
    package
        Where to read them; the nearest data package when left out.

    Raises
    ------
    DataError
        If a table breaks its schema.

    Examples
    --------
    >>> len(load_principles().principles)
    8
    """
    package = package or find_package()
    statements = _rows("perinatal_statements", package)
    return Principles(
        principles=tuple(map(_principle, _rows("principles", package))),
        kinds=tuple(Label(**row) for row in _rows("wording_kinds", package)),
        versions=tuple(Label(**row) for row in _rows("wording_versions", package)),
        statements=tuple(map(_statement, statements)),
        statements_source=_source(statements),
    )


def _rows(name: str, package: DataPackage) -> list[dict[str, str]]:
    table = read_text(name, package)
    return [dict(zip(table.header, row, strict=True)) for row in table.rows]


def _principle(row: dict[str, str]) -> Principle:
    older, newer, kinds = (split_cell(row[name]) for name in ("older", "newer", "kinds"))
    # One kind can stand for all terms.
    each = kinds * len(older) if len(kinds) == 1 else kinds
    return Principle(
        number=int(row["number"]),
        id=row["id"],
        name=row["name"],
        idea=row["idea"],
        changes=tuple(map(Change, older, newer, each)),
        older_words=int(row["older_words"]),
        newer_words=int(row["newer_words"]),
        note=row["note"],
    )


def _statement(row: dict[str, str]) -> Statement:
    return Statement(
        number=int(row["number"]),
        id=row["id"],
        statement=row["statement"],
        new=row["new"],
        near=split_cell(row["near"]),
        partly=split_cell(row["partly"]),
    )


def _source(rows: list[dict[str, str]]) -> Label:
    first = rows[0] if rows else {}
    told = {name: first.get(name, "") for name in ("source_title", "source_url", "evidence")}
    return Label("statements", "", "", **told)


def _plain(label: Label) -> dict[str, str]:
    told = {name: getattr(label, name) for name in Label.__slots__}
    return {name: value for name, value in told.items() if value}
