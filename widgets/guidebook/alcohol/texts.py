"""The words of the check-up, from ``data/drinking_checkup.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from guidebook.alcohol.checkup import GOALS
from guidebook.alcohol.scoring import ALLOWED
from guidebook.alcohol.sources import Source
from guidebook.documents import read_document
from guidebook.package import find_package
from guidebook.problems import DataError, Problem, meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from guidebook.documents import Document
    from guidebook.package import DataPackage

FILE = "drinking_checkup.yaml"
SCHEMA = "schemas/drinking_checkup.json"
STEPS = ("where", "drink", "means", "likes", "goal", "limits", "triggers", "rewards")
_PARTS = ("use",) * 3 + ("dependence",) * 3 + ("harm",) * 4
_SCALES = ("days", "amount", *("often",) * 6, "ever", "ever")


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of the check-up.

    Parameters
    ----------
    words
        The content of the file, as its schema describes it.
    sources
        The sources, by their ids.

    Examples
    --------
    >>> texts = load_texts()
    >>> len(texts.words["questions"]), len(texts.words["steps"])
    (10, 8)
    """

    words: Mapping[str, Any]
    sources: Mapping[str, Source]

    @property
    def questions(self) -> list[dict[str, Any]]:
        """The ten questions, each with its number, part, text, hint and options.

        Examples
        --------
        >>> [option["points"] for option in load_texts().questions[8]["options"]]
        [0, 2, 4]
        """
        scales = self.words["scales"]
        return [
            {
                "number": number,
                "part": question["part"],
                "text": question["text"],
                "hint": question["hint"],
                "options": [dict(option) for option in scales[question["scale"]]],
            }
            for number, question in enumerate(self.words["questions"], start=1)
        ]


def load_texts(package: DataPackage | None = None) -> Texts:
    """Read and check the words of the check-up.

    Parameters
    ----------
    package
        The data package beside whose tables they stand; the nearest one when left out.

    Raises
    ------
    DataError
        If the file breaks its schema, or names a source that it does not hold.
    """
    return read_texts((package or find_package()).root)


def read_texts(root: Path) -> Texts:
    """Read and check the words of the check-up in a folder of data.

    Parameters
    ----------
    root
        The folder with ``drinking_checkup.yaml`` and ``schemas``.

    Raises
    ------
    DataError
        If the file breaks its schema, or names a source that it does not hold.
    """
    document = read_document(root / FILE, root / SCHEMA)
    if problems := list(_problems(document)):
        raise DataError(problems)
    sources = {
        name: Source(given["title"], given["url"], given.get("year"), given["evidence"])
        for name, given in document.value["sources"].items()
    }
    return Texts(document.value, sources)


def checkup_problems(package: DataPackage) -> Iterator[Problem]:
    """Yield what is wrong with a package's words of the check-up, if it has any.

    Parameters
    ----------
    package
        The data package.

    Examples
    --------
    >>> list(checkup_problems(find_package()))
    []
    """
    if not (package.root / FILE).is_file():
        return
    try:
        load_texts(package)
    except DataError as error:
        yield from error.problems


def _problems(document: Document) -> Iterator[Problem]:
    """Yield what a schema cannot say: orders, points, and sources that are not there."""
    words = document.value
    for name, order in (("steps", STEPS), ("goals", GOALS)):
        if tuple(one["id"] for one in words[name]) != order:
            remedy = f"write {', '.join(order)}"
            yield document.problem((name,), "these stand in another order", remedy)
    yield from _unlike_audit(document)
    ids = [one["id"] for one in words["pace"]]
    for place, name in enumerate(ids):
        if name in ids[:place]:
            where = ("pace", place, "id")
            yield document.problem(where, f"“{name}” stands twice", "write another id")
    known = words["sources"]
    for where, name in _cited(words, ()):
        if name not in known:
            yield document.problem(where, f"there is no source “{name}”", meant(name, known))


def _unlike_audit(document: Document) -> Iterator[Problem]:
    """Yield questions and points that are not those of AUDIT, whose sum would mean nothing."""
    words = document.value
    for place, question in enumerate(words["questions"]):
        for key, wanted in (("part", _PARTS[place]), ("scale", _SCALES[place])):
            if question[key] != wanted:
                message = f"question {place + 1} of AUDIT is another"
                yield document.problem(("questions", place, key), message, f"write “{wanted}”")
    for name, points in (("days", 0), ("amount", 1), ("often", 2), ("ever", 8)):
        if tuple(option["points"] for option in words["scales"][name]) != ALLOWED[points]:
            remedy = f"write {', '.join(map(str, ALLOWED[points]))}, in this order"
            yield document.problem(("scales", name), "these are not the points of AUDIT", remedy)


def _cited(value: Any, where: tuple[str | int, ...]) -> Iterator[tuple[Any, str]]:  # noqa: ANN401
    """Yield the ids of sources that are named anywhere, with where they stand."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if where == () and key == "sources":
                continue  # the sources themselves
            if key in ("sources", "triggers_sources"):
                for place, name in enumerate(inner):
                    yield (*where, key, place), name
            elif key == "source":
                yield (*where, key), inner
            else:
                yield from _cited(inner, (*where, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _cited(inner, (*where, place))
