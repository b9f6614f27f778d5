"""Laws and deaths as plain HTML: two tables that need no script, with all sources and notes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from guidebook.laws import CAUTION, LAWS
from guidebook.markup import link, table

if TYPE_CHECKING:
    from guidebook.laws import Laws

UNDATED = (
    "“Not dated” means that our source gives no year. It does not mean that there is no such law. "
    "The District of Columbia counts as a state here."
)

_REMARKS = {"copy": "read as a copy", "quoted": "as quoted by another source"}


def plain_html(laws: Laws) -> str:
    """Write the years of the states' laws and the deaths of each year as two tables.

    Parameters
    ----------
    laws
        The laws and deaths; whatever they say, it is escaped.

    Examples
    --------
    >>> from guidebook.laws import load_laws
    >>> html = plain_html(load_laws())
    >>> html.count("<table"), "Not dated" in html
    (2, True)
    """
    kinds = "".join(
        f"<li><strong>{escape(law.label)}:</strong> {escape(law.definition)}</li>" for law in LAWS
    )
    states = [
        (escape(row["name"]), *(_year(row[law.column]) for law in LAWS), escape(row["note"]))
        for _, row in laws.policy.sort_values("name").iterrows()
    ]
    deaths = [
        (
            str(row["year"]),
            escape(row["series"]),
            _number(row["deaths"]),
            _number(row["synthetic_opioid_deaths"]),
            f"{_source(row)}{_note(row['note'])}",
        )
        for _, row in laws.deaths.sort_values(["year", "series"]).iterrows()
    ]
    heads = ("State", *(f"{law.label}, since" for law in LAWS), "Note")
    sources = dict.fromkeys(_source(row) for _, row in laws.policy.iterrows())
    return "\n".join(
        [
            f"<p>{escape(UNDATED)} The source of the laws ends in {laws.through}.</p>",
            f"<ul>{kinds}</ul>",
            table(heads, states, "The year in which each state’s law took effect"),
            f'<p class="book-small">Source of the laws: {"; ".join(sources)}.</p>',
            f"<p><strong>{escape(CAUTION)}</strong></p>",
            table(
                ("Year", "Series", "Deaths", "With a synthetic opioid", "Source"),
                deaths,
                "Deaths by overdose in the United States, any drug",
            ),
        ]
    )


def _year(cell: Any) -> str:  # noqa: ANN401 (a cell of any type)
    return "not dated" if pd.isna(cell) else str(cell)


def _number(cell: Any) -> str:  # noqa: ANN401 (a cell of any type)
    return "not given" if pd.isna(cell) else f"{cell:,}"


def _note(text: str) -> str:
    return f" {escape(text)}" if text else ""


def _source(row: Any) -> str:  # noqa: ANN401 (a row of either table)
    year = "" if pd.isna(row["source_year"]) else f", {row['source_year']}"
    remark = _REMARKS.get(row["evidence"], "")
    title = link(row["source_url"], row["source_title"])
    return f"{title}{year}" + (f" ({remark})" if remark else "")
