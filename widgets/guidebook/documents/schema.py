"""Checks a document against a JSON Schema, and says what is wrong in a teacher's words."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from guidebook.documents.reading import Document, parse_document, text_problems
from guidebook.problems import DataError, Problem, meant, quoted, refuse, shown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from jsonschema.exceptions import ValidationError

_KINDS = {
    "object": "fields with names",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}
_QUOTE = "put text in quotation marks, and begin each part of a list with “- ”"


def read_document(path: Path, schema: Path | None = None) -> Document:
    """Read a document and check it against its schema.

    Parameters
    ----------
    path
        A file in YAML, UTF-8.
    schema
        A file with a JSON Schema (draft 2020-12); unchecked when left out. A ``description`` in
        it says what would be right.

    Raises
    ------
    DataError
        If the file cannot be read, is not the YAML that is asked for, or differs from the schema.

    Examples
    --------
    >>> from pathlib import Path
    >>> read_document(Path("no-such-file.yaml"))
    Traceback (most recent call last):
        ...
    guidebook.problems.DataError: no-such-file.yaml: the file cannot be read (...); check its name
    """
    file = shown_path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise refuse(file, f"the file cannot be read ({reason})", "check its name") from None
    document = parse_document(data, file)
    problems = [*text_problems(document)]
    if schema is not None:
        problems += check_document(document, schema)
    if problems:
        raise DataError(problems)
    return document


def check_document(document: Document, schema: Path) -> Iterator[Problem]:
    """Yield how a document differs from its schema.

    Parameters
    ----------
    document
        The document.
    schema
        A file with a JSON Schema, as for `read_document`.
    """
    for fault in _validator(schema).iter_errors(document.value):
        yield from explain(document, fault)


def explain(document: Document, error: ValidationError) -> Iterator[Problem]:
    """Say what a schema finds wrong: where it stands, and what would be right.

    Parameters
    ----------
    document
        The document that was checked.
    error
        What the validator found.
    """
    schema: Mapping[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    where = tuple(error.absolute_path)
    if error.validator in ("oneOf", "anyOf") and (inner := _nearest(error)):
        yield from explain(document, inner)
        return
    if error.validator == "additionalProperties":
        known = list(schema["properties"])
        given: Any = error.instance
        for name in given:
            if name not in known:
                message = f"there is no field {quoted(str(name))}"
                yield document.problem((*where, name), message, meant(str(name), known))
        return
    message, remedy = _SAYINGS.get(str(error.validator), _other)(error)
    # What the schema says of a field is nearer to what was meant than what can be said of all.
    if error.validator not in ("required", "enum"):
        remedy = schema.get("description", remedy)
    yield document.problem(where, message, remedy)


def _nearest(error: ValidationError) -> ValidationError | None:
    """Of several things that could stand here, find the one that was nearly written."""
    depth = len(error.absolute_path)
    deeper = [each for each in error.context or [] if len(each.absolute_path) > depth]
    return max(deeper, key=lambda each: len(each.absolute_path), default=None)


def _required(error: ValidationError) -> tuple[str, str]:
    missing = next(name for name in _asked(error) if f"'{name}'" in error.message)
    return f"there is no “{missing}”", f"add “{missing}: …”"


def _enum(error: ValidationError) -> tuple[str, str]:
    given = str(error.instance)
    return f"{quoted(given)} is not one of the values", meant(given, map(str, _asked(error)))


def _type(error: ValidationError) -> tuple[str, str]:
    asked = _asked(error)
    kinds = [asked] if isinstance(asked, str) else asked
    return f"this is not {' or '.join(_KINDS.get(kind, kind) for kind in kinds)}", _QUOTE


def _short(error: ValidationError) -> tuple[str, str]:
    asked = _asked(error)
    return (f"this is shorter than {asked}" if error.instance else "this is empty"), (
        f"write at least {asked}"
    )


def _long(error: ValidationError) -> tuple[str, str]:
    unit = "characters" if error.validator == "maxLength" else "parts"
    given: Any = error.instance
    return f"this has {len(given)} {unit}", f"write at most {_asked(error)}"


def _pattern(error: ValidationError) -> tuple[str, str]:
    message = f"{quoted(str(error.instance))} is not written as it should be"
    return message, f"write it as {_asked(error)}"


def _choice(_error: ValidationError) -> tuple[str, str]:
    return "this is none of what can stand here", "write one of what the schema names"


def _other(error: ValidationError) -> tuple[str, str]:
    return error.message, "write what the schema asks for"


def _asked(error: ValidationError) -> Any:  # noqa: ANN401 (whatever the schema holds)
    return error.validator_value


_SAYINGS: Mapping[str, Callable[[ValidationError], tuple[str, str]]] = {
    "required": _required,
    "enum": _enum,
    "type": _type,
    "minLength": _short,
    "minItems": _short,
    "maxLength": _long,
    "maxItems": _long,
    "pattern": _pattern,
    "oneOf": _choice,
    "anyOf": _choice,
}


@cache
def _validator(schema: Path) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
