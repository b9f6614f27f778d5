"""``{emergency-numbers}`` and ``{lines}``: whom to call, with the source of each number."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, ClassVar

from guidebook.directory.text import fold
from guidebook.edition.directives.base import BookDirective
from guidebook.markup import Sources, call, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils import nodes
    from sphinx.application import Sphinx


class EmergencyNumbers(BookDirective):
    """The number for an ambulance, country by country; weakly sourced ones are left off."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write the table."""
        countries = self.book.countries
        rows = [row for row in self.book.rows("emergency_numbers") if row["evidence"] != "weak"]
        sources = Sources("number-source")
        rows.sort(key=lambda row: fold(countries.get(row["country"], row["country"])))
        cells = [
            (
                escape(countries.get(row["country"], row["country"])),
                f"<strong>{call('tel', row['dial'], row['number'])}</strong>{note(row['note'])}",
                sources.cite(row["source_title"], row["source_url"], row["source_year"]),
            )
            for row in rows
        ]
        heads = ("Country", "Ambulance", "Source")
        written = table(heads, cells, "Emergency numbers by country", "book-numbers")
        return [self.html(written + sources.listed())]


class Lines(BookDirective):
    """Lines to call or text, with what they are for."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write the table."""
        countries = self.book.countries
        sources = Sources("line-source")
        cells = [
            (
                escape(row["name"]) + note(countries.get(row["country"], row["country"])),
                ways(row),
                escape(row["what_for"]) + note(row["hours"]),
                sources.cite(row["source_title"], row["source_url"], row["source_year"]),
            )
            for row in self.book.rows("lines")
        ]
        heads = ("Line", "Call or text", "What for", "Source")
        written = table(heads, cells, "Lines to call or text", "book-numbers")
        return [self.html(written + sources.listed())]


def note(text: str) -> str:
    """Write a remark in small print, if there is one.

    Parameters
    ----------
    text
        The remark.
    """
    return f'<span class="book-small">{escape(text)}</span>' if text else ""


def ways(row: Mapping[str, str]) -> str:
    """Write how a line can be reached.

    Parameters
    ----------
    row
        A row of the table of lines.
    """
    parts = []
    if row["number"]:
        scheme, digits = ("tel", row["dial"]) if row["dial"] else ("sms", row["sms"])
        parts.append(f"<strong>{call(scheme, digits, row['number'])}</strong>")
    if row["sms"] and row["dial"]:
        parts.append(f"text {call('sms', row['sms'], row['sms'])}")
    return "<br>".join(parts)


def setup(app: Sphinx) -> None:
    """Register the two directives."""
    app.add_directive("emergency-numbers", EmergencyNumbers)
    app.add_directive("lines", Lines)
