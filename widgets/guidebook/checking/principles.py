"""Rules for the tables of the principles: what a reading of both versions found, and no more."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from guidebook.cells import split_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from guidebook.checking.rows import Row
    from guidebook.problems import Problem

FOUND: Mapping[str, int] = {"none": 3, "person-first": 2}
"""How many principles have a kind of change, where a comparison word by word has shown it."""


def principle_rules(row: Row) -> Iterator[Problem]:
    """Yield what does not agree within a principle.

    Parameters
    ----------
    row
        A row of the table of principles.
    """
    older, newer, kinds = (split_cell(row[name]) for name in ("older", "newer", "kinds"))
    if len(older) != len(newer):
        message = f"{len(older)} older and {len(newer)} newer terms do not make pairs"
        yield row.problem("newer", message, "write one newer term for each older one")
    if "none" in kinds:
        if older or newer or len(kinds) > 1:
            message = "no change is said of terms that changed"
            yield row.problem("kinds", message, "take the terms away, or say how they changed")
    elif not older:
        message = f"the kind “{row['kinds']}” has no terms"
        yield row.problem("kinds", message, "write none, or fill in the terms")
    elif len(kinds) not in {1, len(older)}:
        message = f"{len(kinds)} kinds stand for {len(older)} pairs of terms"
        yield row.problem("kinds", message, "write one kind for all pairs, or one for each")


def principles_rules(rows: Sequence[Row]) -> Iterator[Problem]:
    """Yield what the table as a whole says against the comparison of both versions.

    Parameters
    ----------
    rows
        The rows of the table of principles.
    """
    if not rows:
        return
    counts = Counter(kind for row in rows for kind in split_cell(row["kinds"]))
    for kind, expected in FOUND.items():
        if counts[kind] != expected:
            message = f"{counts[kind]} principles have the kind “{kind}”, and not {expected}"
            yield rows[-1].problem("kinds", message, "compare both versions word by word again")
    numbers = [row["number"] for row in rows]
    if numbers != [str(number) for number in range(1, len(rows) + 1)]:
        yield rows[-1].problem("number", "the numbers are not 1, 2, 3 and so on", "sort the rows")


def statement_rules(row: Row) -> Iterator[Problem]:
    """Yield what does not agree within a statement.

    Parameters
    ----------
    row
        A row of the table of statements on care around birth.
    """
    near, partly = (set(split_cell(row[name])) for name in ("near", "partly"))
    for both in sorted(near & partly):
        message = f"“{both}” is near and partly at once"
        yield row.problem("partly", message, "write it once")
