"""Measures how many years of school a page asks for, by the formula of Flesch and Kincaid.

The grade is a hint and no gate: it counts words and syllables and knows nothing of meaning.
Kincaid et al. (1975), Derivation of new readability formulas, Naval Technical Training Command.
"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from guidebook.prose.findings import ProseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidebook.prose.page import Page

_LEAST = 100  # words; the grade of less means nothing
_SCRAP = 6  # words
_ITEM = re.compile(r"[ \t]*(?:[-+]|\d+\.)[ \t]")
_ENDS = (".", "!", "?", ":", ".”", "?”", ".)")


def sentences(page: Page) -> str:
    r"""Give the running text of a page: paragraphs and items, each ended by a full stop.

    Tables are left out, and so are headings and other scraps of under six words: counted as
    sentences they would make any page look easy.

    Parameters
    ----------
    page
        The page.

    Examples
    --------
    >>> from pathlib import Path
    >>> from guidebook.prose.page import Page
    >>> sentences(Page(Path("a.md"), "a.md", "# Title\n\n- one thing and then\n  some more\n- short"))
    'one thing and then some more.'
    """
    blocks = (block for block in _blocks(page.markup.prose) if len(block.split()) >= _SCRAP)
    return " ".join(block if block.endswith(_ENDS) else f"{block}." for block in blocks)


def _blocks(prose: str) -> Iterator[str]:
    block: list[str] = []
    for line in (*prose.splitlines(), ""):
        table = line.lstrip().startswith("|")
        if block and (table or not line.strip() or _ITEM.match(line)):
            yield " ".join(" ".join(block).split())
            block = []
        if not table:
            block.append(_ITEM.sub("", line))


def grade(page: Page) -> float | None:
    """Measure a page.

    Parameters
    ----------
    page
        The page.

    Returns
    -------
    float or None
        The grade, in years of school; None for a page of fewer than a hundred words.

    Raises
    ------
    ProseError
        If textstat, which counts the syllables, is not installed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it reads its lists in a way that has grown old
            import textstat  # noqa: PLC0415 - only this asks for it
    except ModuleNotFoundError:
        message = "textstat is not installed; run 'make widgets', which installs it"
        raise ProseError(message) from None
    text = sentences(page)
    if len(text.split()) < _LEAST:
        return None
    measured: float = textstat.flesch_kincaid_grade(text)
    return measured
