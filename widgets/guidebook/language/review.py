"""Finds the terms of ``data/language.csv`` in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidebook.language.patterns import compile_pattern
from guidebook.language.terms import load_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidebook.language.terms import Term

Range = tuple[int, int]

# What stands between two marks of a quotation: anything but a blank line.
_INSIDE = r"(?:[^{marks}\n]|\n(?!\s*\n))*"
_QUOTATIONS = tuple(
    re.compile(pattern)
    for pattern in (
        "“" + _INSIDE.format(marks="“”") + "”",
        "«" + _INSIDE.format(marks="«»") + "»",
        r'(?<!\w)"' + _INSIDE.format(marks='"') + '"',
        # A closing mark is an apostrophe where a letter follows.
        r"(?<!\w)‘(?:[^‘\n]|\n(?!\s*\n))*?’(?!\w)",
    )
)


@dataclass(frozen=True, slots=True)
class Span:
    """A term that was found: ``text`` stands at ``[start:end]`` of what was reviewed."""

    start: int
    end: int
    text: str
    term: Term


def quotations(text: str) -> tuple[Range, ...]:
    """Find where a text quotes, marks included.

    Parameters
    ----------
    text
        Plain text; a quotation does not run across a blank line.

    Examples
    --------
    >>> text = "She said “call me what I am” and ‘don’t’."
    >>> [text[start:end] for start, end in quotations(text)]
    ['“call me what I am”', '‘don’t’']
    """
    return tuple(sorted(found.span() for one in _QUOTATIONS for found in one.finditer(text)))


def review(
    text: str, terms: Sequence[Term] | None = None, names: Iterable[str] = ()
) -> tuple[Span, ...]:
    """Find every term that guides advise to avoid or to weigh.

    Quoted speech is left alone, and so are the names given, the phrases that a term's row calls
    fine and the terms that the table says to keep. Where finds overlap, the one that begins
    first counts, and of those the longest.

    Parameters
    ----------
    text
        Plain text.
    terms
        The terms; those of the nearest data package when left out.
    names
        Names and titles in which any word is right, such as those of organisations.

    Returns
    -------
    tuple of Span
        What was found, in order, without overlaps.

    Examples
    --------
    >>> text = "Former addicts joined the drug users’ union; “addict” is their word."
    >>> [(span.text, span.term.instead[0]) for span in review(text)]
    [('Former addicts', 'person in recovery')]
    """
    terms = load_terms() if terms is None else terms
    found = sorted(
        (Span(start, end, text[start:end], term) for start, end, term in _matches(text, terms)),
        key=lambda span: (span.start, -span.end, span.term.advice != "avoid"),
    )
    if not found:
        return ()
    fine = [*quotations(text), *_phrases(text, terms), *_named(text, names, terms)]
    spans: list[Span] = []
    for span in found:
        free = not spans or span.start >= spans[-1].end
        if free and not any(start <= span.start and span.end <= end for start, end in fine):
            spans.append(span)
    return tuple(spans)


def mentions(text: str, terms: Iterable[Term]) -> bool:
    """Say whether a text holds any term to avoid or to weigh, quoted or not.

    Parameters
    ----------
    text
        Plain text.
    terms
        The terms to look for.

    Examples
    --------
    >>> mentions("Narcotics Anonymous", load_terms()), mentions("Addicts Anonymous", load_terms())
    (False, True)
    """
    return any(True for _ in _matches(text, terms))


def _matches(text: str, terms: Iterable[Term]) -> Iterator[tuple[int, int, Term]]:
    for term in terms:
        if term.advice != "keep":
            for pattern in term.patterns:
                for found in compile_pattern(pattern).finditer(text):
                    yield found.start(), found.end(), term


def _phrases(text: str, terms: Iterable[Term]) -> Iterator[Range]:
    for term in terms:
        for pattern in (*term.fine_in, *(term.patterns if term.advice == "keep" else ())):
            for found in compile_pattern(pattern).finditer(text):
                yield found.span()


def _named(text: str, names: Iterable[str], terms: Sequence[Term]) -> Iterator[Range]:
    for name in names:
        # Only a name that itself holds a term can make a difference.
        if mentions(name, terms):
            words = (
                re.escape(word).replace("'", "['’]") for word in name.replace("’", "'").split()
            )
            for found in re.finditer(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", text):
                yield found.span()
