"""Text as search and order see it: without accents, case or punctuation.

The browser folds by the same rules; ``tests/cases/text.json`` holds both to them.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that no decomposition turns into their plain form, and the sigma that ends a word.
_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ"}
)
# In Python's regular expressions \w is categories L and N and the underscore.
_TOKEN = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\W_]+")
_ASCII_BETWEEN = {code: " " for code in range(128) if not chr(code).isalnum()}


def fold(text: str) -> str:
    """Fold a text for comparison: accents, case and a few letters of Europe are made plain.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        The text decomposed (NFKD, Unicode Standard Annex 15), without combining marks, in lower
        case, with ß ø ł đ æ œ ı ς written as ss o l d ae oe i σ.

    Examples
    --------
    >>> fold("Łódź"), fold("STRASSE") == fold("Straße")
    ('lodz', True)
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(one for one in decomposed if unicodedata.category(one)[0] != "M")
    return plain.lower().translate(_PLAIN)


def tokens(text: str) -> list[str]:
    """Cut a text into its runs of letters and digits, folded.

    Parameters
    ----------
    text
        Any text.

    Examples
    --------
    >>> tokens("Where They’re At, room 12b")
    ['where', 'they', 're', 'at', 'room', '12b']
    """
    return _TOKEN.findall(fold(text))


def spaced(text: str) -> str:
    """Fold a text and leave nothing but spaces between its tokens.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        The tokens in order; a query's token begins one of them if " " and the token is found in " "
        and this.

    Examples
    --------
    >>> spaced("room 12b/c").split() == tokens("room 12b/c")
    True
    """
    # Most cells are ASCII, and a search over 100,000 rows prepares some 300,000 of them.
    if text.isascii():
        return text.lower().translate(_ASCII_BETWEEN)
    return _BETWEEN.sub(" ", fold(text))
