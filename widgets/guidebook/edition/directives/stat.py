"""``{stat}``: a number from the tables, so that no sentence holds a count that ages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from guidebook.edition.dates import in_words
from guidebook.edition.directives.base import book_for
from guidebook.problems import meant

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx

    from guidebook.edition.book import Book


def stats(book: Book) -> dict[str, str]:
    """Give every number that a sentence can ask for.

    Parameters
    ----------
    book
        The tables.

    Returns
    -------
    dict
        ``rows`` and ``countries`` of the directory; its rows by each grade of evidence and by
        each status; ``historical`` (closed, moved or renamed); ``mapped``, its rows with a
        position; ``edition``, its date; and the rows of every other table by its name.
    """
    frame = book.directory.frame
    numbers = {resource.name: len(book.rows(resource.name)) for resource in book.package.resources}
    numbers |= {str(status["id"]): 0 for status in book.rows("statuses")}
    numbers |= {str(name): int(n) for name, n in frame["status"].value_counts().items()}
    numbers |= {str(grade["id"]): 0 for grade in book.rows("evidence")}
    numbers |= {str(name): int(n) for name, n in frame["evidence_grade"].value_counts().items()}
    numbers |= {
        "rows": len(frame),
        "countries": int(frame.loc[frame["country"] != "", "country"].nunique()),
        "historical": int((frame["badge_kind"] == "historical").sum()),
        "mapped": int(frame["latitude"].notna().sum()),
    }
    words = {name: f"{number:,}" for name, number in numbers.items()}
    words["edition"] = in_words(book.package.edition)
    return words


class Stat(SphinxRole):
    """A number of the tables, by its name."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Write the number."""
        known = stats(book_for(self.env))
        name = self.text.strip()
        if name not in known:
            message = self.inliner.reporter.error(
                f"there is no number called “{name}”; {meant(name, sorted(known))}",
                line=self.lineno,
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        return [nodes.Text(known[name])], []


def setup(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("stat", Stat())
