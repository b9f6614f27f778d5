"""What a schema cannot say of a scenario: ids that belong together, phrases that really stand there.

Also the wording: terms that ``data/language.csv`` advises against, outside of quotation marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidebook.documents import texts
from guidebook.language import load_terms, review
from guidebook.problems import meant, quoted
from guidebook.scenarios.situation import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidebook.documents import Document
    from guidebook.language import Term
    from guidebook.problems import Problem

Where = tuple[str | int, ...]

_LISTS = ("points", "options", "roles", "sources")
# What these fields hold is not the author's wording.
_NOT_PROSE = {"id", "url", "answers", "sources", "part", "effect", "evidence", "origin", "year"}


def scenario_rules(document: Document, terms: Sequence[Term] | None = None) -> Iterator[Problem]:
    """Yield everything that is wrong with a scenario whose fields fit the schema.

    Parameters
    ----------
    document
        The scenario.
    terms
        The terms to avoid; those of the nearest data package when left out.

    Examples
    --------
    >>> from guidebook.package import find_package
    >>> from guidebook.documents import read_document
    >>> path = find_package().root / "scenarios" / "jessica.yaml"
    >>> list(scenario_rules(read_document(path)))
    []
    """
    yield from _twice(document)
    yield from _phrases(document)
    yield from _references(document)
    yield from _origin(document)
    yield from _wording(document, load_terms() if terms is None else terms)


def _twice(document: Document) -> Iterator[Problem]:
    for name in _LISTS:
        seen: set[str] = set()
        for index, each in enumerate(document.value[name]):
            if each["id"] in seen:
                message = f"the id {quoted(each['id'])} stands here twice"
                yield document.problem((name, index, "id"), message, "give each its own id")
            seen.add(each["id"])


def _phrases(document: Document) -> Iterator[Problem]:
    passages = [one_line(each) for each in document.value["passages"]]
    taken: list[tuple[int, int, int, str]] = []
    for index, point in enumerate(document.value["points"]):
        where: Where = ("points", index)
        number = point["passage"]
        if number > len(passages):
            message = f"there is no passage {number}"
            remedy = f"write a number from 1 to {len(passages)}"
            yield document.problem((*where, "passage"), message, remedy)
            continue
        phrase = one_line(point["phrase"])
        passage = passages[number - 1]
        if passage.count(phrase) != 1:
            yield _misplaced(document, (*where, "phrase"), phrase, number, passages)
            continue
        start = passage.index(phrase)
        end = start + len(phrase)
        for place, inside in (("begins", passage[:start][-1:]), ("ends", passage[end:][:1])):
            edge = phrase[0] if place == "begins" else phrase[-1]
            if edge.isalnum() and inside.isalnum():
                message = f"{quoted(phrase)} {place} within a word"
                yield document.problem((*where, "phrase"), message, "copy whole words")
        for other, begin, finish, known in taken:
            if other == number and start < finish and begin < end:
                message = f"{quoted(phrase)} and {quoted(known)} overlap in passage {number}"
                yield document.problem((*where, "phrase"), message, "shorten one of them")
        taken.append((number, start, end, phrase))


def _misplaced(
    document: Document, where: Where, phrase: str, number: int, passages: list[str]
) -> Problem:
    passage = passages[number - 1]
    if phrase in passage:
        message = f"{quoted(phrase)} stands in passage {number} more than once"
        return document.problem(where, message, "copy a few more words, so that it stands once")
    message = f"{quoted(phrase)} does not stand in passage {number}"
    elsewhere = [index for index, text in enumerate(passages, start=1) if phrase in text]
    if elsewhere:
        return document.problem(where, message, f"write “passage: {elsewhere[0]}”")
    if phrase.lower() in passage.lower():
        return document.problem(where, message, "copy its capital letters too")
    return document.problem(where, message, "copy it from there, letter by letter")


def _references(document: Document) -> Iterator[Problem]:
    value = document.value
    known = [source["id"] for source in value["sources"]]
    points = [point["id"] for point in value["points"]]
    used: set[str] = set()
    for where, names in _cited(value):
        for index, name in enumerate(names):
            used.add(name)
            if name not in known:
                message = f"no source has the id {quoted(name)}"
                yield document.problem((*where, index), message, meant(name, known))
    for index, option in enumerate(value["options"]):
        for at, name in enumerate(option["answers"]):
            if name not in points:
                message = f"no point has the id {quoted(name)}"
                place = ("options", index, "answers", at)
                yield document.problem(place, message, meant(name, points))
    for index, name in enumerate(known):
        if name not in used:
            message = f"nothing rests on the source {quoted(name)}"
            yield document.problem(("sources", index, "id"), message, "cite it, or take it away")


def _cited(value: dict[str, Any]) -> Iterator[tuple[Where, list[str]]]:
    if "told_in" in value:
        yield ("told_in", "sources"), value["told_in"]["sources"]
    for name in ("care", "points", "options"):
        for index, each in enumerate(value[name]):
            yield (name, index, "sources"), each["sources"]


def _origin(document: Document) -> Iterator[Problem]:
    told = "told_in" in document.value
    if document.value["origin"] == "as-told" and not told:
        message = "the scenario is as-told and does not say where"
        yield document.problem(("origin",), message, "add “told_in: …”, or write “invented”")
    if document.value["origin"] == "invented" and told:
        message = "the scenario is invented and yet told somewhere"
        yield document.problem(("told_in",), message, "take it away, or write “origin: as-told”")


def _wording(document: Document, terms: Sequence[Term]) -> Iterator[Problem]:
    for where, text in texts(document.value):
        names = {key for key in where if isinstance(key, str)}
        own = where[-1] if isinstance(where[-1], str) else where[-2]
        # The title of a source is its publisher's wording.
        if own in _NOT_PROSE or ("sources" in names and own == "title"):
            continue
        for span in review(text, terms):
            if span.term.advice == "avoid":
                words = " ".join(span.text.split())
                instead = " or ".join(f"“{one}”" for one in span.term.instead)
                message = f"“{words}”: {span.term.why.rstrip('.')}"
                remedy = f"write {instead}, or quote whoever says it"
                yield document.problem(where, message, remedy)
