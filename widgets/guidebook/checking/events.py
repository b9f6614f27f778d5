"""Rules for the timeline: the columns that speak of an event's date, or its place, must agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.checking.rows import Row
    from guidebook.problems import Problem

_PRECISION = {4: "year", 7: "month", 10: "day"}


def event_rules(row: Row) -> Iterator[Problem]:
    """Yield what disagrees with an event's date or with the size of its place.

    Parameters
    ----------
    row
        A row of the timeline.
    """
    cell = row["date"]
    precision = _PRECISION.get(len(cell))
    if precision and row["date_precision"] != precision:
        message = f"the date {cell} is exact to the {precision}"
        yield row.problem("date_precision", message, f"write {precision}, or change the date")
    if row["year"] != cell[:4]:
        message = f"the date {cell} lies in another year"
        yield row.problem("year", message, f"write {cell[:4]}, or change the date")
    if bool(row["latitude"]) != bool(row["longitude"]):
        empty = "longitude" if row["latitude"] else "latitude"
        yield row.problem(empty, "a position has two numbers", "fill in both, or neither")
    elif row["extent"] == "country" and row["latitude"]:
        yield row.problem("latitude", "a whole country has no one point", "clear both numbers")
    elif row["extent"] in {"town", "region"} and not row["latitude"]:
        message = "a town or region has a point on the map"
        yield row.problem("latitude", message, "give the middle of it, or write country")
