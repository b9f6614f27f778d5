"""Looks for words that guides advise to leave, in prose alone.

Left alone are quotations, code, addresses, citation keys, the lines above a page, names of
organisations and titles of sources, and what stands below a comment ``<!-- wording: discussed -->``
on a line of its own: the section if a heading follows, the directive if one opens, otherwise the
paragraph. Such a comment that spares nothing is a problem itself, so that none outlives its reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidebook.language import review

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidebook.language import Span, Term
    from guidebook.prose.findings import Finding
    from guidebook.prose.markup import Link
    from guidebook.prose.page import Page

_DISCUSSED = "discussed"
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,}|:{3,})")


def term_findings(page: Page, terms: Sequence[Term], names: Iterable[str]) -> Iterator[Finding]:
    """Yield every term to avoid, with what to say instead.

    Parameters
    ----------
    page
        The page.
    terms
        The terms of ``data/language.csv``.
    names
        Names of organisations and titles of sources, in which any word is right.

    Examples
    --------
    >>> from pathlib import Path
    >>> from guidebook.language import load_terms
    >>> from guidebook.prose.page import Page
    >>> page = Page(Path("a.md"), "a.md", "It says “addict” of addicts.")
    >>> [str(one).split(";")[0] for one in term_findings(page, load_terms(), ())]
    ['a.md:1:21: “addicts”: The word makes a single condition stand for somebody’s whole life']
    """
    spans = [one for one in review(page.markup.prose, terms, names) if one.term.advice == "avoid"]
    spared: set[Span] = set()
    for marker in page.markup.markers:
        if marker.target != _DISCUSSED:
            message = f"no comment about wording says “{marker.target}”"
            yield page.finding(marker.offset, message, f"write “{_DISCUSSED}”, or take it away")
            continue
        start, end = _scope(page, marker)
        here = {span for span in spans if start <= span.start < end}
        if not here:
            message = "the comment about wording spares nothing below it"
            yield page.finding(marker.offset, message, "take it away, or move it to the words")
        spared |= here
    for span in spans:
        if span not in spared:
            words = " ".join(span.text.split())
            instead = " or ".join(f"“{one}”" for one in span.term.instead)
            message = f"“{words}”: {span.term.why.rstrip('.')}"
            yield page.finding(span.start, message, f"write {instead}, or quote whoever says it")


def _scope(page: Page, marker: Link) -> tuple[int, int]:
    """Give what a comment about wording stands above, as a range of the text."""
    text = page.text
    begin = text.index("-->", marker.offset) + len("-->")
    while begin < len(text) and text[begin].isspace():
        begin += 1
    for number, heading in enumerate(page.markup.headings):
        if heading.offset == begin:
            following = page.markup.headings[number + 1 :]
            ends = [one.offset for one in following if one.level <= heading.level]
            return begin, ends[0] if ends else len(text)
    if fence := _FENCE.match(text, begin):
        mark = re.escape(fence[1])
        end = re.compile(rf"^[ \t]*{mark}[ \t]*$", re.MULTILINE).search(text, fence.end())
    else:
        end = re.compile(r"\n[ \t]*(?=\n|\Z)").search(text, begin)
    return begin, end.start() if end else len(text)
