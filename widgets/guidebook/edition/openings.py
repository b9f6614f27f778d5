"""Opens a chapter as books do: the part it belongs to and how long it takes stand over its title.

Authors write the time as the first sentence of a chapter's note, ``*Nine minutes. Content note:
overdose.*``; it moves up, and what else the note says stays where it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from guidebook.edition.chrome import parts

if TYPE_CHECKING:
    from sphinx.application import Sphinx

EYEBROW = "book-eyebrow"
NOTE = "book-before"
TIME = re.compile(r"\s*(?P<time>[A-Z][a-z-]+ minutes(?P<more>[^.;]*))\.(?P<rest>\s.*|$)", re.DOTALL)
BEGINS = re.compile(r"[A-Z][a-z-]+ minutes|Content note")
"""How the note before a chapter begins."""
LONGEST = 40
"""A longer sentence about the time stays in the note, where it can be read in peace."""


def split_time(text: str) -> tuple[str, str]:
    """Split a note into the time that a chapter takes and the rest.

    Parameters
    ----------
    text
        How the note begins.

    Examples
    --------
    >>> split_time("Nine minutes. Content note: overdose.")
    ('Nine minutes', 'Content note: overdose.')
    >>> split_time("Two minutes are enough to breathe, and more if you can; stop then.")
    ('', 'Two minutes are enough to breathe, and more if you can; stop then.')
    """
    found = TIME.fullmatch(text)
    if not found or len(found["time"]) > LONGEST:
        return "", text
    return found["time"], found["rest"].lstrip()


def note_of(section: nodes.section) -> nodes.paragraph | None:
    """Find the note before a chapter's text: a paragraph in italics.

    Parameters
    ----------
    section
        The chapter.
    """
    for child in section.children:
        if isinstance(child, nodes.section):
            return None
        if not isinstance(child, nodes.paragraph) or not child.children:
            continue
        if isinstance(child[0], nodes.emphasis) and BEGINS.match(child.astext()):
            return child
    return None


def take_time(note: nodes.paragraph) -> str:
    """Take the time out of a note, and the note away if nothing else stood in it.

    Parameters
    ----------
    note
        The note; it is changed.
    """
    note["classes"].append(NOTE)
    emphasis = note[0]
    if not isinstance(emphasis, nodes.emphasis):
        return ""
    first = emphasis[0]
    if not isinstance(first, nodes.Text):
        return ""
    time, rest = split_time(str(first))
    if time:
        emphasis.replace(first, nodes.Text(rest))
    if not note.astext().strip():
        note.parent.remove(note)
    return time


def open_chapter(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Write part and time over a chapter's title."""
    if app.builder.name != "html":
        return
    section = next((child for child in doctree.children if isinstance(child, nodes.section)), None)
    part = next((one for one in parts(app, docname) if one["current"]), None)
    if section is None:
        return
    note = note_of(section)
    time = take_time(note) if note else ""
    # The first page of a part has the part's name as its title.
    named = part["title"] if part and part["docname"] != docname else ""
    words = " · ".join(filter(None, (named, time)))
    if words:
        section.insert(0, nodes.paragraph("", words, classes=[EYEBROW]))


def setup(app: Sphinx) -> None:
    """Connect the openings."""
    app.connect("doctree-resolved", open_chapter)
