"""``{language-helper}`` and ``{language-table}``: a box that marks words, and all the words.

The table is written by kind, so that it can be read and printed without any script.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives

from guidebook.directory.text import fold
from guidebook.edition.directives.base import BookDirective
from guidebook.edition.directives.folded import counted, folded
from guidebook.language import load_terms
from guidebook.language_helper import LanguageHelper
from guidebook.markup import Sources, table

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from guidebook.language import Term

KINDS = {
    "person-label": "Words for people",
    "behaviour": "Words for what people do",
    "status": "Words for how people are",
    "test-result": "Words for tests",
    "substance": "Words for drugs, equipment and treatment",
    "slang": "Slang",
}
"""The kinds of the table, in the order of the page."""

_ADVICE = {"avoid": "", "weigh": "weigh it", "keep": "keep it"}


class Helper(BookDirective):
    """The language helper; ``:list:`` says where all words are."""

    has_content: ClassVar[bool] = False
    option_spec: ClassVar[dict[str, Any]] = {"list": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Write the helper."""
        terms = load_terms(self.book.package)
        list_url = self.options.get("list", "")
        return [self.widget(LanguageHelper(terms=terms, list_url=list_url))]


class LanguageTable(BookDirective):
    """Every term with the reason, what to say instead, and its source, folded by kind."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Write a part for each kind, and the sources once."""
        terms = load_terms(self.book.package)
        sources = Sources("word-source")
        heads = ("Word", "Instead", "Why", "Source")
        parts: list[str] = []
        for kind, title in KINDS.items():
            chosen = sorted((one for one in terms if one.kind == kind), key=_order)
            rows = [_cells(term, sources) for term in chosen]
            size = counted(len(rows), "entry", "entries")
            content = table(heads, rows, title, "book-words")
            parts.append(folded(f"words-{kind}", title, size, content))
        size = counted(len(sources.seen), "source", "sources")
        parts.append(folded("word-sources", "Sources of the list", size, sources.listed()))
        return [self.html(part) for part in parts]


def _order(term: Term) -> str:
    return fold(term.term)


def _cells(term: Term, sources: Sources) -> tuple[str, str, str, str]:
    advice = _ADVICE[term.advice]
    word = escape(term.term) + (f'<span class="book-small">{advice}</span>' if advice else "")
    but = f'<span class="book-small">{escape(term.exceptions)}</span>' if term.exceptions else ""
    instead = "".join(f"<li>{escape(one)}</li>" for one in term.instead)
    copy = ", read as a copy" if term.evidence == "copy" else ""
    number = sources.number(term.source_title, term.source_url)
    return word, f"<ul>{instead}</ul>", escape(term.why) + but, f"{number}{copy}"


def setup(app: Sphinx) -> None:
    """Register the two directives."""
    app.add_directive("language-helper", Helper)
    app.add_directive("language-table", LanguageTable)
