"""``{data-dictionary}``: every column of every table, in the data package's own words."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from guidebook.edition.directives.base import BookDirective
from guidebook.markup import table

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from guidebook.schema import Field, Resource


class DataDictionary(BookDirective):
    """A section for each table; an argument names one table to show alone."""

    has_content: ClassVar[bool] = False
    optional_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Write the sections."""
        wanted = self.arguments[0] if self.arguments else None
        return [
            self.section(resource)
            for resource in self.book.package.resources
            if wanted in {None, resource.name}
        ]

    def section(self, resource: Resource) -> nodes.section:
        """Write one table's section."""
        section = nodes.section(ids=[f"table-{resource.name.replace('_', '-')}"])
        section += nodes.title("", resource.title)
        file = nodes.literal("", f"data/{resource.path}")
        section += nodes.paragraph("", "", nodes.Text(f"{resource.description} File: "), file)
        section += self.html(dictionary_table(resource))
        return section


def dictionary_table(resource: Resource) -> str:
    """Write the columns of a table.

    Parameters
    ----------
    resource
        The table's schema.
    """
    cells = (
        (f"<code>{escape(field.name)}</code>", escape(field.description), escape(content(field)))
        for field in resource.fields
    )
    return table(("Column", "What it holds", "Values"), cells, f"Columns of {resource.path}")


def content(field: Field) -> str:
    """Say in words what a cell may hold.

    Parameters
    ----------
    field
        A column.

    Examples
    --------
    >>> from guidebook.schema import Field
    >>> content(Field("a", "A", "An a.", required=True, separator=";", vocabulary="services"))
    'ids of “services”, separated by “;”; never empty'
    """
    if field.vocabulary:
        kind = (
            f"ids of “{field.vocabulary}”" if field.separator else f"an id of “{field.vocabulary}”"
        )
    elif field.enum:
        kind = " or ".join(field.enum)
    else:
        kind = {"string": "text"}.get(field.type, field.type)
    parts = [kind]
    if field.separator:
        parts[0] += f", separated by “{field.separator}”"
    if field.minimum is not None and field.maximum is not None:
        parts.append(f"{field.minimum:g} to {field.maximum:g}")
    if field.required:
        parts.append("never empty")
    return "; ".join(parts)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("data-dictionary", DataDictionary)
