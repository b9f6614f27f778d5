"""Documents in YAML: read exactly, and every fault said with its line and field."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from guidebook.documents import parse_document, read_document
from guidebook.documents.reading import LARGEST, path_words
from guidebook.problems import DataError

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = {
    "type": "object",
    "required": ["title"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "string", "minLength": 1, "description": "write a title"},
        "kind": {"enum": ["single", "several"]},
        "steps": {"type": "array", "items": {"type": "string"}, "minItems": 2},
        "year": {"type": "integer", "description": "write a year such as 2026"},
    },
}


@pytest.fixture
def refused(tmp_path: Path):  # noqa: ANN201 (a function)
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps(SCHEMA), encoding="utf-8")

    def read(content: str | bytes) -> str:
        path = tmp_path / "a.yaml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        with pytest.raises(DataError) as raised:
            read_document(path, schema)
        return str(raised.value).replace(str(path), "a.yaml")

    return read


def test_only_what_json_has_is_read() -> None:
    document = parse_document(
        b'a: no\nb: 1\nc: 1.5\nd: true\ne: "1"\nf: 2026-11-22\ng:\nh: 0x10\n', "a.yaml"
    )
    assert document.value == {
        "a": "no",
        "b": 1,
        "c": 1.5,
        "d": True,
        "e": "1",
        "f": "2026-11-22",
        "g": None,
        "h": "0x10",
    }


def test_a_file_that_fits_its_schema_is_read(tmp_path: Path) -> None:
    schema, path = tmp_path / "schema.json", tmp_path / "a.yaml"
    schema.write_text(json.dumps(SCHEMA), encoding="utf-8")
    path.write_text("title: A\nsteps:\n  - one\n  - two\n", encoding="utf-8")
    assert read_document(path, schema).value == {"title": "A", "steps": ["one", "two"]}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "a.yaml: the file is empty; write its fields"),
        ("title: A\nyear: soon\n", "a.yaml:2:year: this is not a whole number; write a year"),
        ("kind: single\n", "a.yaml:1: there is no “title”; add “title: …”"),
        ("title: A\nkind: singel\n", "a.yaml:2:kind: “singel” is not one of the values; did you"),
        ("title: A\ntitel: B\n", "a.yaml:2:titel: there is no field “titel”; did you mean “title”"),
        ('title: ""\n', "a.yaml:1:title: this is empty; write a title"),
        ("title: A\nsteps:\n  - one\n", "a.yaml:2:steps: this is shorter than 2"),
        ("title: A\nsteps:\n  - one\n  - 2\n", "a.yaml:4:steps[2]: this is not text"),
        ("title: A\ntitle: B\n", "a.yaml:2:title: “title” stands here twice; delete one"),
        ("title: [A\n", "a.yaml:2: this is not YAML"),
        ("title: A: B\n", "a.yaml:1: this is not YAML"),
        ("title: &a A\nkind: *a\n", "a.yaml:1: a word begins with “&”"),
        ("title: !!python/object:os.system A\n", "a.yaml:1: a word begins with “&”"),
        ("title: A\n---\ntitle: B\n", "a.yaml:2: this is not YAML"),
        ("title: <script>\n", "a.yaml:1:title: “<s” looks like markup"),
        ("? [a]\n: b\n", "a.yaml:1: a name is no text"),
        (b"title: A\nkind: \xff\n", "a.yaml:2: a letter is not UTF-8"),
        (b"title: \x00\n", "a.yaml: this is not YAML"),
        ("title: " + "[" * 3000, "a.yaml"),
        ("title: " + "[" * 30 + "]" * 30, "nested too deeply"),
        ("a" * (LARGEST + 1), "a.yaml: the file has 200,001 bytes"),
        ("- one\n- two\n", "a.yaml:1: this is not fields with names"),
    ],
)
def test_a_fault_is_said_with_its_line(refused, content: str | bytes, said: str) -> None:  # noqa: ANN001
    assert said in refused(content)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read_document(tmp_path / "none.yaml")


def test_positions_are_counted_from_one() -> None:
    assert path_words(("a", 0, "b", 1)) == "a[1].b[2]"
    assert path_words(()) == ""
