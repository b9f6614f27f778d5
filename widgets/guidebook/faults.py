"""What is wrong with a text, wherever it stands: something hidden, markup, a damaged letter."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Embeddings, overrides and isolates reorder the text around them (Unicode Bidirectional Algorithm,
# UAX 9); plain left-to-right and right-to-left marks do not, and some languages need them.
_REORDERING = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
_DAMAGED = re.compile("\ufffd|\u00c3[\u0080-\u00bf]|\u00e2\u20ac|\u00c2[\u0080-\u00bf]")
_MARKUP = re.compile(
    r"<[A-Za-z!/?]|&(#[0-9x]|[A-Za-z]+;)|\b(javascript|vbscript):|\bdata:[a-z]+/", re.IGNORECASE
)
_HIDDEN_KINDS = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
_HIDDEN = {"\ufeff", "\u200b", "\u2060", "\u00ad"}


def faults(cell: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a text and what would be right, the gravest first.

    Parameters
    ----------
    cell
        The text of a cell, or of a field of a document.

    Examples
    --------
    >>> next(faults("a  b"))
    ('the cell holds two spaces in a row', 'write one')
    """
    for one in cell:
        if one in _REORDERING:
            yield f"U+{ord(one):04X} reorders the text around it", "delete that character"
        elif one in _HIDDEN or unicodedata.category(one) in _HIDDEN_KINDS:
            yield f"the cell holds the hidden character U+{ord(one):04X}", "delete it"
    if found := _MARKUP.search(cell):
        yield f"“{found[0]}” looks like markup or a script", "write plain text"
    if cell != cell.strip():
        yield "the cell begins or ends with a space", "delete it"
    if "  " in cell:
        yield "the cell holds two spaces in a row", "write one"
    if _DAMAGED.search(cell):
        yield "the letters were damaged by a wrong encoding", "write the word anew"
    if not unicodedata.is_normalized("NFC", cell):
        yield "an accent stands apart from its letter", "type the letter with its accent anew"
