"""Reads YAML strictly, and remembers where each part stands.

Only what JSON has is read: no anchors, no tags, no second document; and only ``true`` and
``false`` are truth values, so that ``no`` stays the word that was written.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import yaml

from guidebook.faults import faults
from guidebook.problems import DataError, Problem, quoted, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
Key = str | int
Where = tuple[Key, ...]

LARGEST = 200_000
"""Bytes; a document that a person wrote is far smaller."""
_DEEPEST = 20
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says, and where in the file each part of it stands.

    Parameters
    ----------
    file
        The file as messages name it.
    value
        Its content: dicts, lists, text, numbers and truth values.
    lines
        The line of each part, by its path from the top.
    """

    file: str
    value: Any
    lines: Mapping[Where, int] = field(repr=False)

    def problem(self, where: Where, message: str, remedy: str) -> Problem:
        """Say what is wrong with a part.

        Parameters
        ----------
        where
            The path of the part, such as ``("questions", 2, "answer")``.
        message
            What is wrong.
        remedy
            What would be right.

        Examples
        --------
        >>> document = parse_document(b"title: A", "a.yaml")
        >>> str(document.problem(("title",), "it is short", "write more"))
        'a.yaml:1:title: it is short; write more'
        """
        near = where
        while near not in self.lines:
            near = near[:-1]
        return Problem(self.file, self.lines[near], path_words(where), message, remedy)


def path_words(where: Where) -> str:
    """Write a path as a reader counts: the first of a list is 1.

    Parameters
    ----------
    where
        Names and, in lists, positions from 0.

    Examples
    --------
    >>> path_words(("questions", 0, "answer"))
    'questions[1].answer'
    """
    return "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in where)[
        0 if where and isinstance(where[0], int) else 1 :
    ]


def parse_document(data: bytes, file: str) -> Document:
    r"""Read YAML exactly, as JSON would mean it.

    Parameters
    ----------
    data
        The content of the file.
    file
        How messages name the file.

    Raises
    ------
    DataError
        If it is not UTF-8, is too large, or is not YAML of the kind that is asked for.

    Examples
    --------
    >>> parse_document(b"title: no\nsteps: [1, true]\n", "a.yaml").value
    {'title': 'no', 'steps': [1, True]}
    """
    if len(data) > LARGEST:
        raise refuse(file, f"the file has {len(data):,} bytes", f"write at most {LARGEST:,}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refuse(file, "a letter is not UTF-8", "save the file as UTF-8", line) from None
    try:
        _refuse_references(text, file)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = f"this is not YAML: {error.problem or error.context}"
        remedy = "check the indentation, and put text that holds a colon in quotation marks"
        raise refuse(file, message, remedy, mark.line + 1 if mark else 0) from None
    except (yaml.YAMLError, RecursionError) as error:
        message = f"this is not YAML: {' '.join(str(error).split())}"
        raise refuse(file, message, "delete what cannot be seen") from None
    if node is None:
        raise refuse(file, "the file is empty", "write its fields")
    lines: dict[Where, int] = {}
    problems: list[Problem] = []
    value = _value(node, (), Document(file, None, lines), lines, problems)
    if problems:
        raise DataError(problems)
    return Document(file, value, lines)


def _refuse_references(text: str, file: str) -> None:
    """Refuse anchors and aliases before they are followed: a few lines can mean gigabytes."""
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken)):
            line = token.start_mark.line + 1
            message = "a word begins with “&”, “*” or “!”, which YAML takes for a reference or tag"
            raise refuse(file, message, "put the text in quotation marks", line)


def _value(
    node: yaml.Node,
    where: Where,
    document: Document,
    lines: dict[Where, int],
    problems: list[Problem],
) -> Any:  # noqa: ANN401 (any JSON value)
    lines[where] = node.start_mark.line + 1
    if len(where) > _DEEPEST:
        problems.append(document.problem(where, "parts are nested too deeply", "write it flatter"))
        return None
    if isinstance(node, yaml.MappingNode):
        content: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                line = key_node.start_mark.line + 1
                problems.append(
                    Problem(
                        document.file, line, path_words(where), "a name is no text", "write a word"
                    )
                )
                continue
            name = str(key_node.value)
            inner = (*where, name)
            if name in content:
                lines[inner] = key_node.start_mark.line + 1
                problems.append(
                    document.problem(inner, f"{quoted(name)} stands here twice", "delete one")
                )
                continue
            content[name] = _value(value_node, inner, document, lines, problems)
            # The line of a field is where its name stands.
            lines[inner] = key_node.start_mark.line + 1
        return content
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(each, (*where, index), document, lines, problems)
            for index, each in enumerate(node.value)
        ]
    return _scalar(cast("yaml.ScalarNode", node))


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    """Give a scalar's value by JSON's rules; whatever is quoted is text."""
    text: str = node.value
    if node.style is not None:
        return text
    if text in ("true", "false"):
        return text == "true"
    if text in ("", "null", "~"):
        return None
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    return text


def text_problems(document: Document) -> Iterator[Problem]:
    """Yield texts that hide something, hold markup, or were damaged.

    Parameters
    ----------
    document
        The document.

    Examples
    --------
    >>> damaged = parse_document(b"title: <b>A</b>", "a.yaml")
    >>> print(next(text_problems(damaged)))
    a.yaml:1:title: “<b” looks like markup or a script; write plain text
    """
    for where, text in texts(document.value):
        # A block of text (after "|" or ">") ends with a line end and may hold several.
        for line in text.rstrip("\n").split("\n"):
            if fault := next(faults(line), None):
                yield document.problem(where, *fault)
                break


def texts(value: Any, where: Where = ()) -> Iterator[tuple[Where, str]]:  # noqa: ANN401 (any JSON value)
    """Yield every text in a value, with its path.

    Parameters
    ----------
    value
        A document's value.
    where
        The path of that value.

    Examples
    --------
    >>> list(texts({"a": ["b", 1]}))
    [(('a', 0), 'b')]
    """
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from texts(each, (*where, name))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from texts(each, (*where, index))
