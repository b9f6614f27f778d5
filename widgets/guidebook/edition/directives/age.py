"""``{edition-age}``: the edition's date, when it falls due, and whether that day has passed.

A built page is read for years, so no statement of the day of its making would do. The date
stands in the text for every reader; where scripts run, the reader's own calendar adds the rest.
"""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, ClassVar

from guidebook.edition.dates import due, in_words
from guidebook.edition.directives.base import BookDirective
from guidebook.edition.page_scripts import load_where
from guidebook.edition.widgets import FOLDER

if TYPE_CHECKING:
    from datetime import date

    from docutils import nodes
    from sphinx.application import Sphinx

SCRIPT = Path(__file__).parents[1] / "static" / "edition-age.js"
MARK = 'class="guidebook-edition-age"'


class EditionAge(BookDirective):
    """A paragraph about the edition's age."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write the paragraph."""
        edition = self.book.package.edition
        return [self.html(age(edition))]


def age(edition: date) -> str:
    """Write the paragraph.

    Parameters
    ----------
    edition
        The edition's date.
    """
    until = due(edition)
    return (
        f'<div {MARK} data-due="{until.isoformat()}">'
        f"<p>This edition is of {in_words(edition)}. It is due to be renewed by {in_words(until)}. "
        "After that day, take every detail here as overdue for a check.</p>"
        '<p class="guidebook-overdue" hidden><strong>That day has passed: this edition is '
        "overdue.</strong> Look for a newer one, and ask before you rely on a detail.</p></div>"
    )


def copy_script(app: Sphinx) -> None:
    """Put the script into the site."""
    if app.builder.format == "html":
        target = Path(app.outdir) / "_static" / FOLDER / SCRIPT.name
        target.parent.mkdir(parents=True, exist_ok=True)
        copyfile(SCRIPT, target)


def setup(app: Sphinx) -> None:
    """Register the directive and its script."""
    app.add_directive("edition-age", EditionAge)
    load_where(app, MARK, SCRIPT.name, priority=500)
    app.connect("builder-inited", copy_script)
