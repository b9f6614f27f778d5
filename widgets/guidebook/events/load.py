"""Loads the published timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidebook.directory.filter import Term
from guidebook.events.event import EVIDENCE, Event
from guidebook.events.model import Events
from guidebook.package import find_package
from guidebook.problems import shown_path
from guidebook.tables import read_table

if TYPE_CHECKING:
    from guidebook.package import DataPackage


def load_events(package: DataPackage | None = None) -> Events:
    """Load the published timeline.

    Parameters
    ----------
    package
        Where to read it; when left out, the nearest ``data/datapackage.json`` in or above the
        working folder, otherwise the one that was installed.

    Raises
    ------
    DataError
        If anything in the tables breaks their schema.

    Examples
    --------
    >>> load_events()
    <Events: ... of ... shown, ... not on the map>
    """
    package = package or find_package()
    table = read_table("timeline", package)
    countries = read_table("countries", package)
    names = dict(zip(countries["code"], countries["name"], strict=True))
    themes = read_table("themes", package)
    columns = (themes["id"], themes["label"], themes["definition"])
    rows: list[dict[str, Any]] = table.to_dict("records")  # type: ignore[assignment]
    events = (
        Event(
            **{
                **row,
                "year": int(row["year"]),
                "decade": f"{row['date'][:3]}0s",
                "country_name": names.get(row["country"], row["country"]),
                "themes": tuple(row["themes"].split(";")),
            }
        )
        for row in rows
    )
    return Events(
        events,
        {
            "themes": {one: Term(label, words) for one, label, words in zip(*columns, strict=True)},
            "countries": {code: Term(name, "") for code, name in names.items()},
            "evidence": EVIDENCE,
        },
        f"{shown_path(package.root)} ({package.origin})",
    )
