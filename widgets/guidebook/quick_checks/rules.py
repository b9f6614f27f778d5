"""What a file of questions must keep to beyond its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidebook.directory.text import tokens
from guidebook.problems import meant, quoted
from guidebook.quick_checks.model import FIELDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from guidebook.documents import Document
    from guidebook.problems import Problem

Where = tuple[str | int, ...]

_WORDS = {
    "single": "one right option and others that are wrong",
    "several": "options, some of them right",
    "order": "items in the right order",
    "match": "pairs of left and right",
    "short": "the texts to accept and the answer to show",
}


def question_problems(document: Document, keys: Collection[str] | None = None) -> Iterator[Problem]:
    """Yield what is wrong with the questions of a document that follows the schema.

    Parameters
    ----------
    document
        The document.
    keys
        The keys of the bibliography; sources are not looked up when left out.

    Examples
    --------
    >>> from guidebook.documents import parse_document
    >>> text = b'''questions:
    ... - {id: a, kind: single, ask: Which one, explain: So., sources: [who],
    ...    options: [{text: One}, {text: Two}]}'''
    >>> print(next(question_problems(parse_document(text, "a.check.yaml"))))
    a.check.yaml:3:questions[1].options: none of the options is right; write “right: true” under one
    """
    questions: list[Mapping[str, Any]] = document.value["questions"]
    seen: set[str] = set()
    for at, question in enumerate(questions):
        here: Where = ("questions", at)
        if question["id"] in seen:
            message = f"{quoted(question['id'])} names two questions"
            yield document.problem((*here, "id"), message, "give this one another id")
        seen.add(question["id"])
        yield from _other_fields(document, here, question)
        yield from _answer_problems(document, here, question)
        yield from _source_problems(document, here, question, keys)


def _other_fields(
    document: Document, here: Where, question: Mapping[str, Any]
) -> Iterator[Problem]:
    kind = question["kind"]
    for name in sorted({field for fields in FIELDS.values() for field in fields}):
        if name in question and name not in FIELDS[kind]:
            message = f"a question of the kind “{kind}” has no {name}"
            remedy = f"take it away; this kind has {_WORDS[kind]}"
            yield document.problem((*here, name), message, remedy)


def _answer_problems(
    document: Document, here: Where, question: Mapping[str, Any]
) -> Iterator[Problem]:
    kind = question["kind"]
    if kind in ("single", "several"):
        yield from _option_problems(document, here, question)
    elif kind == "order":
        yield from _repeated(document, (*here, "items"), question["items"])
    elif kind == "match":
        for side in ("left", "right"):
            words = [pair[side] for pair in question["pairs"]]
            yield from _repeated(document, (*here, "pairs"), words, side)
    else:
        yield from _repeated(document, (*here, "accept"), question["accept"])
        for at, word in enumerate(question["accept"]):
            if not tokens(word):
                where = (*here, "accept", at)
                yield document.problem(where, "no letter or digit is left of this", "write a word")
        if tokens(question["answer"]) not in [tokens(word) for word in question["accept"]]:
            message = "the answer that is shown is not among those accepted"
            yield document.problem((*here, "answer"), message, "add it to “accept” too")


def _option_problems(
    document: Document, here: Where, question: Mapping[str, Any]
) -> Iterator[Problem]:
    where = (*here, "options")
    options = question["options"]
    right = sum(option.get("right", False) for option in options)
    if not right:
        yield document.problem(
            where, "none of the options is right", "write “right: true” under one"
        )
    elif question["kind"] == "single" and right > 1:
        remedy = "leave one, or write “kind: several”"
        yield document.problem(where, f"{right} of the options are right", remedy)
    elif right == len(options):
        yield document.problem(where, "all of the options are right", "add one that is wrong")
    yield from _repeated(document, where, [option["text"] for option in options], "text")


def _repeated(
    document: Document, where: Where, words: Iterable[str], field: str = ""
) -> Iterator[Problem]:
    seen: list[list[str]] = []
    for at, word in enumerate(words):
        plain = tokens(word) or [word]
        if plain in seen:
            place = (*where, at, field) if field else (*where, at)
            message = f"{quoted(word)} stands here twice"
            yield document.problem(place, message, "write something else, or take one away")
        seen.append(plain)


def _source_problems(
    document: Document, here: Where, question: Mapping[str, Any], keys: Collection[str] | None
) -> Iterator[Problem]:
    yield from _repeated(document, (*here, "sources"), question["sources"])
    if keys is None:
        return
    for at, key in enumerate(question["sources"]):
        if key not in keys:
            remedy = meant(key, sorted(keys)) if keys else "list it in references.bib"
            where = (*here, "sources", at)
            yield document.problem(where, f"no source has the key {quoted(key)}", remedy)
