"""Rules for websites, telephone numbers and addresses: each says where it was read and how old it is.

An address that is not public must not be in the published table at all: the table itself is handed
out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.checking.rows import Row
    from guidebook.problems import Problem

_POST_BOX = re.compile(r"\bP\.?\s?O\.?\s?Box\b|\bpost(?:al|\s?office)?\s?box\b", re.IGNORECASE)
_COARSE = {"city", "region", "none", ""}


def contact_rules(row: Row) -> Iterator[Problem]:
    """Yield what is wrong with a directory row's website, telephone number and addresses.

    Parameters
    ----------
    row
        A row of the directory.
    """
    yield from _goes_with(row, "website", ("website_evidence",))
    yield from _goes_with(row, "phone", ("phone_source", "phone_date"))
    yield from _listed_rules(row)
    yield from _address_rules(row)


def line_rules(row: Row) -> Iterator[Problem]:
    """Yield a line that can neither be called nor texted.

    Parameters
    ----------
    row
        A row of the lines.
    """
    if not row["dial"] and not row["sms"]:
        yield row.problem("dial", "the line can be neither called nor texted", "give one of both")


def _goes_with(row: Row, main: str, others: tuple[str, ...]) -> Iterator[Problem]:
    """Yield cells that are empty although the main one is filled, and the reverse."""
    for other in others:
        if row[main] and not row[other]:
            yield row.problem(other, f"{main} is given without it", f"fill it in or clear {main}")
        if row[other] and not row[main]:
            yield row.problem(other, f"it is given without {main}", f"clear it or fill in {main}")


def _listed_rules(row: Row) -> Iterator[Problem]:
    """Yield old contact data without the document and year that make it readable as old."""
    for main in ("listed_address", "listed_phone"):
        for other in ("listed_source", "listed_year"):
            if row[main] and not row[other]:
                message = f"{main} is given without it"
                yield row.problem(other, message, f"fill it in or clear {main}")
    yield from _goes_with(row, "listed_source", ("listed_year",))


def _address_rules(row: Row) -> Iterator[Problem]:
    public = row["address_public"]
    if row["address"] and public != "yes":
        message = "an address is given that is not marked as public"
        yield row.problem("address_public", message, "write yes if the service publishes it itself")
    if row["precision"] == "street" and public != "yes":
        message = "the position is a street address that is not marked as public"
        yield row.problem("precision", message, "give the city’s position, or none")
    if public == "no":
        for column in ("postcode", "listed_address"):
            if row[column]:
                yield row.problem(column, "the address is not public", "leave the cell empty")
        if row["precision"] not in {*_COARSE, "street"}:
            message = f"the position is as fine as “{row['precision']}” and the address not public"
            yield row.problem("precision", message, "give the city’s position, or none")
        if row["visitable"] == "yes":
            message = "it can be visited and the address is not public"
            yield row.problem("visitable", message, "write no, or leave the cell empty")
    for column in ("address", "listed_address"):
        if _POST_BOX.search(row[column]) and row["visitable"] == "yes":
            yield row.problem("visitable", "a post box is no place to visit", "write no")
