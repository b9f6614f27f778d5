"""The table schemas of ``datapackage.json``, as plain objects.

The descriptor follows the Frictionless Data Package standard, version 2
(https://datapackage.org/standard/data-package/). Four keys are our own: ``separator`` (a cell holds
several values), ``vocabulary`` (the table whose ids they are), ``notAfter`` (a date that cannot lie
after the edition) and ``optionalForeignKeys`` (keys that are followed only where every part is
given).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeGuard

from guidebook.problems import DataError, Problem, meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TYPES = ("string", "number", "integer", "year")
_CONSTRAINTS = ("required", "unique", "enum", "pattern", "minimum", "maximum")


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its words and the constraints of its cells."""

    name: str
    title: str
    description: str
    type: str = "string"
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    separator: str = ""
    vocabulary: str = ""
    not_after_edition: bool = False

    @property
    def is_number(self) -> bool:
        """Whether the frame holds floats here, with NaN for an empty cell."""
        return self.type in {"number", "integer"}


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values must stand in another table.

    ``optional`` keys are followed only where all their cells are filled, others where any is.
    """

    fields: tuple[str, ...]
    resource: str
    reference: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Resource:
    """A table: its name, its file (below the descriptor's folder), its columns and its keys."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(field.name for field in self.fields)


class _Reader:
    """Reads parts of the descriptor and remembers what is wrong with them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def wrong(self, where: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(self.file, 0, where, message, remedy))

    def text(self, source: Mapping[str, Any], key: str, where: str, *, needed: bool = True) -> str:
        value = source.get(key, "")
        if not isinstance(value, str) or (needed and not value.strip()):
            self.wrong(where, f"“{key}” is missing or is no text", f"give it a “{key}” in words")
            return ""
        return value

    def names(self, value: object, where: str) -> tuple[str, ...]:
        """Read a key, which the standard lets be one name or a list of names."""
        listed = [value] if isinstance(value, str) else value
        if isinstance(listed, list) and listed and all(isinstance(one, str) for one in listed):
            return tuple(listed)
        self.wrong(where, "a key does not name its columns", "write a list of column names")
        return ()

    def objects(self, value: object, where: str) -> Iterator[dict[str, Any]]:
        if not isinstance(value, list):
            self.wrong(where, "a list is expected here", "write it in square brackets")
            return
        for one in value:
            if _is_object(one):
                yield one
            else:
                self.wrong(where, "an object is expected here", "write it in curly brackets")


def read_resources(descriptor: Mapping[str, Any], file: str) -> tuple[Resource, ...]:
    """Read the tables that a data package describes.

    Parameters
    ----------
    descriptor
        The content of ``datapackage.json``.
    file
        How messages name that file.

    Raises
    ------
    DataError
        If the descriptor is incomplete or contradicts itself.

    Examples
    --------
    >>> read_resources({"resources": []}, "datapackage.json")
    Traceback (most recent call last):
        ...
    guidebook.problems.DataError: datapackage.json:resources: no table is described; ...
    """
    reader = _Reader(file)
    found = [
        _resource(one, reader) for one in reader.objects(descriptor.get("resources"), "resources")
    ]
    if not found:
        reader.wrong("resources", "no table is described", "list the tables under “resources”")
    _cross_check(found, reader)
    if reader.problems:
        raise DataError(reader.problems)
    return tuple(found)


def _resource(source: Mapping[str, Any], reader: _Reader) -> Resource:
    name = reader.text(source, "name", "resources")
    where = name or "resources"
    path = reader.text(source, "path", where)
    pure = PurePosixPath(path)
    if path and (pure.is_absolute() or ".." in pure.parts or "\\" in path or ":" in path):
        reader.wrong(where, f"the path “{path}” leaves the folder", "name a file below the folder")
    schema = source.get("schema")
    if not _is_object(schema):
        reader.wrong(where, "the table has no schema", "describe its columns under “schema”")
        schema = {"fields": []}
    fields = tuple(
        _field(one, where, reader) for one in reader.objects(schema.get("fields"), where)
    )
    keys = [
        _foreign_key(one, where, reader, optional=optional)
        for part, optional in (("foreignKeys", False), ("optionalForeignKeys", True))
        for one in reader.objects(schema.get(part, []), where)
    ]
    primary = schema.get("primaryKey", [])
    return Resource(
        name=name,
        path=path,
        title=reader.text(source, "title", where),
        description=reader.text(source, "description", where),
        fields=fields,
        primary_key=reader.names(primary, where) if primary else (),
        foreign_keys=tuple(keys),
    )


def _field(source: Mapping[str, Any], table: str, reader: _Reader) -> Field:
    name = reader.text(source, "name", table)
    where = f"{table}.{name}" if name else table
    type_ = source.get("type", "string")
    if type_ not in _TYPES:
        reader.wrong(where, f"the type “{type_}” is not read here", meant(str(type_), _TYPES))
        type_ = "string"
    rules = source.get("constraints", {})
    if not _is_object(rules):
        reader.wrong(where, "the constraints are no object", "write them in curly brackets")
        rules = {}
    for key in rules:
        if key not in _CONSTRAINTS:
            reader.wrong(where, f"the constraint “{key}” is not checked", meant(key, _CONSTRAINTS))
    enum = rules.get("enum", [])
    pattern = rules.get("pattern", "")
    return Field(
        name=name,
        title=reader.text(source, "title", where),
        description=reader.text(source, "description", where),
        type=type_,
        required=rules.get("required") is True,
        unique=rules.get("unique") is True,
        enum=reader.names(enum, where) if enum else (),
        pattern=_pattern(pattern, where, reader),
        minimum=_bound(rules, "minimum", where, reader),
        maximum=_bound(rules, "maximum", where, reader),
        separator=reader.text(source, "separator", where, needed=False),
        vocabulary=reader.text(source, "vocabulary", where, needed=False),
        not_after_edition=source.get("notAfter") == "edition",
    )


def _pattern(pattern: object, where: str, reader: _Reader) -> str:
    try:
        re.compile(pattern if isinstance(pattern, str) else "(")
    except re.error:
        reader.wrong(where, "the pattern is no regular expression", "mend its brackets")
        return ""
    return str(pattern)


def _bound(rules: Mapping[str, Any], key: str, where: str, reader: _Reader) -> float | None:
    value = rules.get(key)
    if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return value
    reader.wrong(where, f"the {key} is no number", "write it as a plain number")
    return None


def _foreign_key(
    source: Mapping[str, Any], where: str, reader: _Reader, *, optional: bool
) -> ForeignKey:
    reference = source.get("reference")
    if not _is_object(reference):
        reader.wrong(where, "a foreign key refers to nothing", "give it a “reference”")
        reference = {"fields": "?"}
    return ForeignKey(
        fields=reader.names(source.get("fields"), where),
        resource=reader.text(reference, "resource", where),
        reference=reader.names(reference.get("fields"), where),
        optional=optional,
    )


def _cross_check(resources: list[Resource], reader: _Reader) -> None:
    """Refuse names that are given twice and keys that lead nowhere."""
    tables = {resource.name: resource for resource in resources}
    if len(tables) != len(resources):
        reader.wrong("resources", "two tables have the same name", "name each table once")
    for resource in resources:
        own = resource.columns
        if not own or len(set(own)) != len(own):
            reader.wrong(resource.name, "columns are missing or named twice", "name each once")
        _check_names(resource.primary_key, resource, resource.name, reader)
        for key in resource.foreign_keys:
            _check_names(key.fields, resource, resource.name, reader)
            _check_target(key, tables, resource.name, reader)
        for field in resource.fields:
            where = f"{resource.name}.{field.name}"
            if field.vocabulary:
                target = ForeignKey((field.name,), field.vocabulary, ("id",))
                _check_target(target, tables, where, reader)


def _check_names(names: tuple[str, ...], table: Resource, where: str, reader: _Reader) -> None:
    for name in names:
        if name not in table.columns:
            message = f"the key “{name}” is no column of “{table.name}”"
            reader.wrong(where, message, meant(name, table.columns))


def _check_target(
    key: ForeignKey, tables: Mapping[str, Resource], where: str, reader: _Reader
) -> None:
    target = tables.get(key.resource)
    if target is None:
        reader.wrong(where, f"there is no table “{key.resource}”", meant(key.resource, tables))
    else:
        _check_names(key.reference, target, where, reader)
        if len(key.fields) != len(key.reference):
            reader.wrong(where, "a foreign key has two lengths", "pair each column with one")


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)
