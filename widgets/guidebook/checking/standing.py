"""Rules that keep evidence (how we know) and status (what became of it) from contradicting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebook.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.checking.rows import Row
    from guidebook.csvtext import TextTable

_NEVER_ACTIVE = {"listed": "another list", "as-listed": "an old document"}


def standing_rules(row: Row) -> Iterator[Problem]:
    """Yield what does not agree in a directory row's evidence, status and history.

    Parameters
    ----------
    row
        A row of the directory.
    """
    if row["status"] == "active" and row["evidence"] in _NEVER_ACTIVE:
        message = (
            f"only {_NEVER_ACTIVE[row['evidence']]} names it, which does not show it is active"
        )
        yield row.problem("status", message, "write unknown, or find a page about it")
    if row["evidence"] == "confirmed" and not row["source_url"]:
        yield row.problem(
            "source_url", "a confirmed row needs a page", "give the page that was read"
        )
    if row["closed"] and row["status"] != "closed":
        message = f"it closed in {row['closed']} and its status is “{row['status']}”"
        yield row.problem("closed", message, "write the status closed, or clear the year")
    if row["founded"] and row["closed"] and row["founded"] > row["closed"]:
        message = f"it closed in {row['closed']}, before it began in {row['founded']}"
        yield row.problem("closed", message, "mend one of the years")
    if row["founded"] and not row["founded_evidence"]:
        message = "the founding year does not say whether it was read"
        yield row.problem("founded_evidence", message, "write read or not-checked")
    if row["founded_evidence"] and not row["founded"]:
        yield row.problem("founded_evidence", "there is no founding year", "clear it")
    if row["name"] in row["former_names"].split(";"):
        yield row.problem("former_names", "the present name stands among the former", "delete it")


def published_rules(unverified: TextTable, directory: TextTable) -> Iterator[Problem]:
    """Yield rows that are on the list of work although the directory has them.

    Parameters
    ----------
    unverified
        The list of work.
    directory
        The directory.
    """
    published = set(directory.column("id"))
    for number, name in enumerate(unverified.column("id"), start=2):
        if name in published:
            message = f"“{name}” stands in the directory"
            yield Problem(unverified.file, number, "id", message, "delete the row here")
