"""Fits what can be said instead into the place of what was found.

The table gives each alternative once, as for one person. In a sentence it may stand in the plural,
at the beginning, or after an article: “Heroin users” becomes “People who use heroin”, “an addict”
becomes “a person who uses drugs”. The rules are few, and whoever writes reads the sentence again.
The browser has the same ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidebook.language.review import Span

_KEPT = re.compile(r"(?:an?|the|this|that|another|every|each)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)(an?)(\s+)\Z", re.IGNORECASE)
_HEAD = re.compile(r"\s(?:of|from|with|by)\s")
_LAST = re.compile(r"[^\W\d_]+\Z")
_FIRST = re.compile(r"[^\W\d_]+")
# Vowels that are not spoken as such: a use, a union, a European.
_VOWEL = re.compile(r"(?!us|uni|eu|one\b)[aeiou]", re.IGNORECASE)
_PERSON = re.compile(r"person( who (\w+))?(?= )")
_ARTICLES_WITHIN = 12  # how far before a word its article may begin

_VERBS = {"was": "were", "has": "have", "does": "do"}
_NOUNS = {
    "baby": "babies",
    "centre": "centres",
    "enthusiast": "enthusiasts",
    "member": "members",
    "neighbourhood": "neighbourhoods",
    "newborn": "newborns",
    "reader": "readers",
    "result": "results",
    "site": "sites",
    "syringe": "syringes",
}
_SINGULAR_S = ("ss", "is")

# One alternative stands for many drugs: the drug that was found takes the example's place.
_EXAMPLE, _ANY_DRUG = "cocaine", "or whichever drug it is"
_DRUGS = {
    "marijuana": "cannabis",
    "opiate": "opiates",
    "opioid": "opioids",
    "polydrug": "several drugs",
    "stimulant": "stimulants",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words for ``[start:end]`` of a text; without words, ``note`` is advice to whoever writes."""

    start: int
    end: int
    words: str
    note: str

    def apply(self, text: str) -> str:
        """Give the text with the words in their place.

        Parameters
        ----------
        text
            The text that the suggestion was made for.

        Examples
        --------
        >>> Suggestion(0, 3, "one", "").apply("two of them")
        'one of them'
        """
        return text[: self.start] + self.words + text[self.end :]


def suggestions(text: str, span: Span) -> tuple[Suggestion, ...]:
    """Fit each alternative of a term into the place where it was found.

    Parameters
    ----------
    text
        The text that was reviewed.
    span
        What was found in it.

    Examples
    --------
    >>> from guidebook.language import review
    >>> text = "An addict met two heroin users."
    >>> for span in review(text):
    ...     print(suggestions(text, span)[-2].apply(text))
    A person with a substance use disorder met two heroin users.
    An addict met two people who use heroin.
    """
    return tuple(_fit(text, span, cell) for cell in span.term.instead)


def split_advice(alternative: str) -> tuple[str, str]:
    """Split an alternative into what can be written and the advice in brackets after it.

    Parameters
    ----------
    alternative
        One value of the column.

    Examples
    --------
    >>> split_advice("addiction (where it is severe)")
    ('addiction', 'where it is severe')
    >>> split_advice("(the person’s name)")
    ('', 'the person’s name')
    """
    if not alternative.endswith(")") or "(" not in alternative:
        return alternative, ""
    words, _, note = alternative[:-1].partition("(")
    return words.strip(), note


def _fit(text: str, span: Span, alternative: str) -> Suggestion:
    words, note = split_advice(alternative)
    if not words:
        return Suggestion(span.start, span.end, "", note)
    found = text[span.start : span.end]
    start = span.start
    if note == _ANY_DRUG and (drug := _FIRST.match(found)):
        named = drug[0].lower()
        words, note = words.replace(_EXAMPLE, _DRUGS.get(named, named)), ""
    if words.startswith("person ") and (kept := _KEPT.match(found)):
        start += kept.end()
    elif _is_plural(found):
        words = _plural(words)
    words = _with_case(words, text, start)
    # One more letter, so that the word before the article can be told from it.
    article = _ARTICLE.search(text, max(0, start - _ARTICLES_WITHIN - 1), start)
    wanted = "an" if _VOWEL.match(words) else "a"
    if article and article[1].lower() != wanted:
        letter = article[1][0]
        words = f"{letter}{wanted[1:]}{article[2]}{words}"
        start = article.start()
    return Suggestion(start, span.end, words, note)


def _is_plural(found: str) -> bool:
    last = _LAST.search(_HEAD.split(found, maxsplit=1)[0])
    word = last[0].lower() if last else ""
    return word == "people" or (word.endswith("s") and not word.endswith(_SINGULAR_S))


def _plural(words: str) -> str:
    if person := _PERSON.match(words):
        verb = person[2]
        who = f"people who {_many(verb)}" if verb else "people"
        return who + words[person.end() :]
    every = words.split(" ")
    for at, word in enumerate(every):
        if word in _NOUNS:
            return " ".join([*every[:at], _NOUNS[word], *every[at + 1 :]])
    return words


def _many(verb: str) -> str:
    return _VERBS.get(verb, verb.removesuffix("s"))


def _with_case(words: str, text: str, start: int) -> str:
    first = _FIRST.match(text, start)
    if not first or first[0][0] == first[0][0].lower():
        return words
    abbreviation = len(first[0]) > 1 and first[0] == first[0].upper()
    if abbreviation and not _begins_sentence(text[:start]):
        return words
    return words[0].upper() + words[1:]


def _begins_sentence(before: str) -> bool:
    bare = before.rstrip()
    return not bare or bare[-1] in ".!?" or "\n" in before[len(bare) :]
