"""Codes as text: which cell of a dictionary each row has, a letter or two for each.

Short, quick to read in a browser, and smaller once compressed than numbers with commas between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ALPHABET = "".join(chr(code) for code in range(ord("#"), ord("~") + 1) if chr(code) not in "<\\")
"""The 90 digits: plain letters that JSON and HTML take as they are."""


def width(distinct: int) -> int:
    """Tell how many letters a code takes.

    Parameters
    ----------
    distinct
        How many codes there are: they go from 0 up to, without, this.

    Examples
    --------
    >>> width(1), width(90), width(91), width(8101)
    (1, 1, 2, 3)
    """
    letters = 1
    while len(ALPHABET) ** letters < distinct:
        letters += 1
    return letters


def pack(codes: Sequence[int], distinct: int) -> str:
    """Write codes as text, the last digit of each first.

    Parameters
    ----------
    codes
        Numbers from 0.
    distinct
        How many there are to choose from; all codes are smaller.

    Examples
    --------
    >>> pack([0, 1, 89], 90), pack([0, 1, 90], 91)
    ('#$~', '##$##$')
    """
    digits = width(distinct)
    words = []
    for number in range(distinct):
        rest, word = number, ""
        for _ in range(digits):
            rest, digit = divmod(rest, len(ALPHABET))
            word += ALPHABET[digit]
        words.append(word)
    return "".join(words[code] for code in codes)
