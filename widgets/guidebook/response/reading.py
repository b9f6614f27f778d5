"""Reads ``response.yaml``: the schema first, then what a schema cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidebook.documents import Document, read_document
from guidebook.package import find_package
from guidebook.problems import DataError, meant, quoted
from guidebook.response.model import (
    After,
    Choice,
    Difference,
    Moment,
    Response,
    Source,
    Step,
    View,
    Wait,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from guidebook.package import DataPackage
    from guidebook.problems import Problem

FILE = "response.yaml"
SCHEMA = "schemas/response.json"


def load_response(package: DataPackage | None = None) -> Response:
    """Read the published response.

    Parameters
    ----------
    package
        The data package; the nearest when left out.

    Raises
    ------
    DataError
        If the file cannot be trusted; every fault is named with its line.

    Examples
    --------
    >>> len(load_response().steps)
    7
    """
    root = (package or find_package()).root
    return read_response(root / FILE, root / SCHEMA)


def read_response(path: Path, schema: Path | None = None) -> Response:
    """Read a response from a file of one's own.

    Parameters
    ----------
    path
        A file such as ``data/response.yaml``.
    schema
        Its schema; the published one when left out.

    Raises
    ------
    DataError
        If the file cannot be trusted; every fault is named with its line.
    """
    document = read_document(path, schema or find_package().root / SCHEMA)
    if problems := list(response_rules(document)):
        raise DataError(problems)
    return _response(document.value)


def response_problems(package: DataPackage) -> Iterator[Problem]:
    """Yield what is wrong with a package's response, if it has one.

    Parameters
    ----------
    package
        The data package.

    Examples
    --------
    >>> list(response_problems(find_package()))
    []
    """
    if not (package.root / FILE).is_file():
        return
    try:
        load_response(package)
    except DataError as error:
        yield from error.problems


def response_rules(document: Document) -> Iterator[Problem]:
    """Yield ids that name nothing, and moments that lead nowhere or back.

    Parameters
    ----------
    document
        A document that fits the schema.
    """
    content = document.value
    known = {}
    for group in ("steps", "differs", "moments", "sources"):
        known[group] = [each["id"] for each in content[group]]
        yield from _repeated(document, (group,), content[group])
    names = {"sources": "sources", "differs": "differs", "step": "steps", "leads_to": "moments"}
    yield from _references(document, content, (), names, known)
    yield from _order_rules(document)
    yield from _moment_rules(document)


def _repeated(
    document: Document, where: tuple[Any, ...], parts: Sequence[Mapping[str, Any]]
) -> Iterator[Problem]:
    seen = set()
    for index, part in enumerate(parts):
        if part["id"] in seen:
            message = f"the id {quoted(part['id'])} stands here twice"
            yield document.problem(
                (*where, index, "id"), message, "give each part an id of its own"
            )
        seen.add(part["id"])


def _references(
    document: Document,
    value: Any,  # noqa: ANN401 (any JSON value)
    where: tuple[Any, ...],
    names: Mapping[str, str],
    known: Mapping[str, Sequence[str]],
) -> Iterator[Problem]:
    """Yield every id that should name a part and does not."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _references(document, each, (*where, index), names, known)
    if not isinstance(value, dict):
        return
    for name, each in value.items():
        inner = (*where, name)
        group = names.get(name) if where else None
        given = [each] if isinstance(each, str) else each
        if group is None:
            yield from _references(document, each, inner, names, known)
            continue
        for index, one in enumerate(given):
            if one not in known[group]:
                place = inner if isinstance(each, str) else (*inner, index)
                message = f"there is no {quoted(one)} among the {group}"
                yield document.problem(place, message, meant(one, known[group]))


def _order_rules(document: Document) -> Iterator[Problem]:
    """Yield steps that stand before what they come after."""
    seen: set[str] = set()
    for index, step in enumerate(document.value["steps"]):
        for number, after in enumerate(step.get("after", ())):
            if after["step"] not in seen:
                message = f"{quoted(step['id'])} stands before {quoted(after['step'])}"
                where = ("steps", index, "after", number, "step")
                yield document.problem(where, message, "move the step, or take this line out")
        seen.add(step["id"])


def _moment_rules(document: Document) -> Iterator[Problem]:
    """Yield moments that nothing leads to, and those from which the walk cannot go on."""
    moments = document.value["moments"]
    reached = {moments[0]["id"]}
    reached |= {each.get("leads_to") for moment in moments for each in moment.get("choices", ())}
    for index, moment in enumerate(moments):
        where = ("moments", index)
        choices = moment.get("choices", ())
        if moment["id"] not in reached:
            message = f"no choice leads to {quoted(moment['id'])}"
            yield document.problem((*where, "id"), message, "lead a choice to it, or take it out")
        if choices and not any(choice["kind"] == "fits" for choice in choices):
            message = "no choice of this moment fits"
            yield document.problem((*where, "choices"), message, "write one that does")
        if not choices and "sources" not in moment:
            message = "the last moment says something without a source"
            yield document.problem(where, message, "add “sources: […]”")
        yield from _repeated(document, (*where, "choices"), choices)
        for number, choice in enumerate(choices):
            yield from _choice_rules(document, (*where, "choices", number), choice)


def _choice_rules(
    document: Document, where: tuple[Any, ...], choice: Mapping[str, Any]
) -> Iterator[Problem]:
    """Yield what keeps a choice from leading on, or a time from passing."""
    moments = [moment["id"] for moment in document.value["moments"]]
    target = choice.get("leads_to")
    if (target is None) != (choice["kind"] == "back"):
        message = "a wrong turn leads nowhere, and every other choice leads on"
        yield document.problem(where, message, "add “leads_to: …”, or take it out")
    elif target is not None and target in moments[: where[1] + 1]:
        message = f"{quoted(target)} does not stand below this moment"
        remedy = "lead to a moment further down: the walk has to end"
        yield document.problem((*where, "leads_to"), message, remedy)
    wait = choice.get("wait")
    if wait and wait["from"] > wait["to"]:
        message = "the time to wait ends before it begins"
        yield document.problem((*where, "wait"), message, "exchange the two numbers")


def _response(content: Mapping[str, Any]) -> Response:
    return Response(
        title=content["title"],
        content_note=content["content_note"],
        advice=content["advice"],
        steps=tuple(_step(each) for each in content["steps"]),
        avoid=View(content["avoid"]["text"], tuple(content["avoid"]["sources"])),
        differs=tuple(_difference(each) for each in content["differs"]),
        moments=tuple(_moment(each) for each in content["moments"]),
        sources=tuple(Source(**each) for each in content["sources"]),
    )


def _step(part: Mapping[str, Any]) -> Step:
    lists = {
        "after": tuple(After(**each) for each in part.get("after", ())),
        "sources": tuple(part["sources"]),
        "differs": tuple(part.get("differs", ())),
    }
    return Step(**{**part, **lists})


def _difference(part: Mapping[str, Any]) -> Difference:
    views = tuple(View(each["says"], tuple(each["sources"])) for each in part["views"])
    return Difference(part["id"], part["question"], views)


def _moment(part: Mapping[str, Any]) -> Moment:
    choices = tuple(_choice(each) for each in part.get("choices", ()))
    return Moment(**{**part, "choices": choices, "sources": tuple(part.get("sources", ()))})


def _choice(part: Mapping[str, Any]) -> Choice:
    wait = part.get("wait")
    rest = {
        "sources": tuple(part["sources"]),
        "differs": tuple(part.get("differs", ())),
        "wait": Wait(wait["from"], wait["to"], wait.get("breath_every")) if wait else None,
    }
    return Choice(**{**part, **rest})
