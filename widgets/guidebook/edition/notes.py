"""Says beside a citation what is cited: who, when, and under which title.

On a wide screen, and on paper, the note stands in the margin, at the line that cites. On a narrow
one it waits until the citation is pressed (``frontend/chrome/notes.ts``). Without scripts the
citation leads to the list of all sources, as ever; so it does for screen readers, for whom a note
in the middle of a sentence would be in the way.
"""

from __future__ import annotations

import re
from html import escape
from textwrap import shorten
from typing import TYPE_CHECKING, Any, cast

from pybtex.richtext import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils import nodes
    from pybtex.database import Entry, Person
    from sphinx.application import Sphinx
    from sphinxcontrib.bibtex.domain import BibtexDomain

NOTED = "guidebook_noted"
"""Key of a page's context: it has notes, and leaves a margin for them."""
LONGEST = 110
"""The longest title in a note, in characters; the list of sources has it whole."""
NAMED = 2
"""How many authors a note names; of more it names the first."""
CITATION = re.compile(
    r'(?P<before><span class="bibtex-citation"[^>]*>\[(?P<links>.*?)\])</span>', re.DOTALL
)
LINK = re.compile(r'<a [^>]*\bhref="(?P<href>[^"#]*#(?P<id>[^"#]+))"[^>]*>(?P<label>[^<]+)</a>')


def plain(latex: str) -> str:
    r"""Give a field of a bibliography as plain text.

    Parameters
    ----------
    latex
        As it stands in the file.

    Examples
    --------
    >>> plain("{Narcan} and others -- 10 \\% more")
    'Narcan and others – 10 % more'
    """
    return str(Text.from_latex(latex).render_as("text"))


def family(person: Person) -> str:
    """Give the name by which a source is known: a family name, or a body's whole name.

    Parameters
    ----------
    person
        An author or editor.
    """
    return plain(" ".join((*person.prelast_names, *person.last_names)))


def short_source(entry: Entry) -> str:
    """Say in a line what a source is.

    Parameters
    ----------
    entry
        Its entry in the bibliography.

    Examples
    --------
    >>> from pybtex.database import Entry, Person
    >>> short_source(Entry("misc", {"title": "A {Title}", "year": "2012"},
    ...     {"author": [Person("Bigg, Dan"), Person("Szyler, John")]}))
    'Bigg and Szyler, 2012: A Title'
    """
    persons = cast("Mapping[str, list[Person]]", entry.persons)
    people = [family(person) for person in persons.get("author") or persons.get("editor") or []]
    who = " and ".join(people) if len(people) <= NAMED else f"{people[0]} and others"
    when = plain(entry.fields.get("year", ""))
    title = shorten(plain(entry.fields.get("title", "")), LONGEST, placeholder=" …")
    return ": ".join(part for part in (", ".join(filter(None, (who, when))), title) if part)


def with_notes(body: str, sources: Mapping[str, Entry]) -> str:
    """Put a note behind the first citation of every source of a page.

    Parameters
    ----------
    body
        The page's HTML.
    sources
        Entries by the address that citations lead to.

    Examples
    --------
    >>> from pybtex.database import Entry
    >>> page = '<span class="bibtex-citation">[<a href="r.html#id7">12</a>]</span>'
    >>> print(with_notes(page, {"r.html#id7": Entry("misc", {"title": "T"})}))
    <span class="bibtex-citation">[<a href="r.html#id7">12</a>]<span class="book-note" \
data-source="id7" aria-hidden="true"><b>12</b> T</span></span>
    """
    told: set[str] = set()

    def noted(citation: re.Match[str]) -> str:
        notes = ""
        for link in LINK.finditer(citation["links"]):
            entry = sources.get(link["href"])
            if entry is None or link["id"] in told:
                continue
            told.add(link["id"])
            notes += (
                f'<span class="book-note" data-source="{link["id"]}" aria-hidden="true">'
                f"<b>{link['label']}</b> {escape(short_source(entry), quote=False)}</span>"
            )
        return f"{citation['before']}{notes}</span>"

    return CITATION.sub(noted, body)


def add_to_page(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Add a page's notes before it is put into its template.

    A page that lists its own sources needs none: what a citation names is on the page already.
    """
    body = context.get("body")
    if not body or app.builder.name != "html":
        return
    domain = cast("BibtexDomain", app.env.get_domain("cite"))
    # Anchors are counted in every document anew: "id7" is another source in another list.
    lists = {citation.bibliography_key.docname for citation in domain.citations} - {pagename}
    pages = {docname: app.builder.get_relative_uri(pagename, docname) for docname in lists}
    sources = {
        f"{pages[citation.bibliography_key.docname]}#{citation.citation_id}": citation.entry
        for citation in domain.citations
        if citation.bibliography_key.docname in pages
    }
    context["body"] = with_notes(body, sources)
    context[NOTED] = 'class="book-note"' in context["body"]


def setup(app: Sphinx) -> None:
    """Connect the notes."""
    app.connect("html-page-context", add_to_page)
