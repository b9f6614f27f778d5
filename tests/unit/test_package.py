"""Finding the data package, and refusing a descriptor that cannot be trusted."""

from __future__ import annotations

import contextlib
import copy
import json
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook import package as module
from guidebook.package import find_package, open_package
from guidebook.problems import DataError
from guidebook.tables import read_table

if TYPE_CHECKING:
    from tests.unit.conftest import Workshop

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tables as the wheel carries them, and a working folder outside every clone."""
    installed = tmp_path / "site-packages" / "guidebook" / "_data"
    shutil.copytree(PROJECT / "data", installed)
    monkeypatch.setattr(module, "_INSTALLED", installed)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    return installed


def test_the_nearest_package_above_is_found(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = workshop.root.parent / "book" / "directory"
    below.mkdir(parents=True)
    for folder in (below, workshop.root, workshop.root.parent):
        monkeypatch.chdir(folder)
        found = find_package()
        assert found.root == workshop.root
        assert found.origin == "working copy"


@pytest.mark.usefixtures("workshop")
def test_a_start_can_be_given() -> None:
    assert find_package(PROJECT / "tests").root == PROJECT / "data"


def test_the_wheels_copy_is_used_elsewhere(wheel: Path) -> None:
    found = find_package()
    assert (found.root, found.origin) == (wheel, "installed")
    assert len(read_table("directory")) > 300


def test_an_editable_install_finds_the_tables_beside_its_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_INSTALLED", tmp_path / "nothing")
    found = find_package()
    assert (found.root, found.origin) == (PROJECT / "data", "working copy")


def test_no_package_anywhere_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "_INSTALLED", tmp_path / "nothing")
    monkeypatch.setattr(module, "__file__", str(tmp_path / "a" / "b" / "package.py"))
    with pytest.raises(DataError, match=r"no data package is found.*change to a clone"):
        find_package()


@pytest.mark.usefixtures("wheel")
def test_another_projects_package_is_passed_over() -> None:
    Path("data").mkdir()
    other = {"name": "rain", "resources": [{"name": "rain", "path": "rain.csv"}]}
    Path("data/datapackage.json").write_text(json.dumps(other), encoding="utf-8")
    assert find_package().origin == "installed"


@pytest.mark.usefixtures("wheel")
def test_a_broken_package_nearby_is_not_passed_over() -> None:
    Path("data").mkdir()
    Path("data/datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(DataError, match=r"data/datapackage\.json:1: the file is not valid JSON"):
        find_package()


@pytest.mark.usefixtures("wheel")
def test_a_working_folder_that_is_gone_falls_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert find_package().origin == "installed"
    monkeypatch.chdir(tmp_path)


def test_the_edition_and_the_words_are_read() -> None:
    package = open_package(PROJECT / "data")
    assert package.edition >= date(2026, 11, 22)
    assert package.descriptor["licenses"][0]["name"] == "CC-BY-4.0"
    field = package.resource("directory").fields[0]
    assert (field.name, field.title, field.required) == ("id", "Id", True)


def test_every_column_is_described_in_one_plain_sentence() -> None:
    for resource in open_package(PROJECT / "data").resources:
        for words in (resource, *resource.fields):
            where = (resource.name, words.name)
            assert words.title[0].isupper(), where
            assert words.description.endswith("."), where
            assert words.description.count(". ") == 0, where


def test_keys_are_read_with_their_targets() -> None:
    keys = open_package(PROJECT / "data").resource("directory").foreign_keys
    assert {(key.fields, key.resource, key.optional) for key in keys} >= {
        (("country",), "countries", False),
        (("country", "region"), "regions", True),
    }


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", r"not valid JSON at character 2"),
        (b"[]", "holds no JSON object"),
        (b"\xff\xfe{}", "not UTF-8"),
        (b"{}", "a list is expected here"),
        (b'{"resources": []}', "no table is described"),
        (b'{"resources": [3]}', "an object is expected here"),
        (b"[" * 100_000, "nests or counts without end"),
        (b"1" * 10_000, "nests or counts without end"),
    ],
)
def test_a_descriptor_that_is_none_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "datapackage.json").write_bytes(content)
    with pytest.raises(DataError, match=words):
        open_package(tmp_path)


def test_a_missing_descriptor_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"cannot be read.*name a folder that holds"):
        open_package(tmp_path)


def resource(descriptor: dict[str, Any], name: str = "directory") -> dict[str, Any]:
    (found,) = [one for one in descriptor["resources"] if one["name"] == name]
    assert isinstance(found, dict)
    return found


def schema(descriptor: dict[str, Any]) -> dict[str, Any]:
    found = resource(descriptor)["schema"]
    assert isinstance(found, dict)
    return found


BREAKS = {
    "the edition’s date is missing": lambda d: d.pop("edition"),
    "no date": lambda d: d.update(edition="November"),
    "two tables have the same name": lambda d: d["resources"].append(resource(d)),
    "leaves the folder": lambda d: resource(d).update(path="../secret.csv"),
    "“title” is missing": lambda d: schema(d)["fields"][0].pop("title"),
    "the type “date” is not read here": lambda d: schema(d)["fields"][0].update(type="date"),
    "the constraint “minLength” is not checked": lambda d: schema(d)["fields"][0][
        "constraints"
    ].update(minLength=3),
    "the pattern is no regular expression": lambda d: schema(d)["fields"][0]["constraints"].update(
        pattern="("
    ),
    "the maximum is no number": lambda d: schema(d)["fields"][0]["constraints"].update(
        maximum="high"
    ),
    "columns are missing or named twice": lambda d: schema(d)["fields"].append(
        schema(d)["fields"][0]
    ),
    "the key “ident” is no column": lambda d: schema(d).update(primaryKey="ident"),
    "there is no table “kinds”": lambda d: schema(d)["foreignKeys"][0]["reference"].update(
        resource="kinds"
    ),
    "the key “ident” is no column of “types”": lambda d: schema(d)["foreignKeys"][0][
        "reference"
    ].update(fields=["ident"]),
    "a foreign key has two lengths": lambda d: schema(d)["foreignKeys"][0].update(
        fields=["type", "id"]
    ),
    "there is no table “servces”": lambda d: schema(d)["fields"][6].update(vocabulary="servces"),
    "the table has no schema": lambda d: resource(d).pop("schema"),
}


@pytest.mark.parametrize("words", BREAKS)
def test_a_descriptor_that_contradicts_itself_is_refused(workshop: Workshop, words: str) -> None:
    descriptor = copy.deepcopy(dict(workshop.package.descriptor))
    BREAKS[words](descriptor)
    (workshop.root / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    with pytest.raises(DataError) as error:
        open_package(workshop.root)
    assert words in str(error.value)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@given(st.data())
@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_value_anywhere_in_the_descriptor_is_read_or_refused(
    workshop: Workshop, data: st.DataObject
) -> None:
    descriptor: Any = json.loads((PROJECT / "data" / "datapackage.json").read_text("utf-8"))
    inside = descriptor
    for _ in range(data.draw(st.integers(0, 7))):
        keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        onward = [key for key in keys if isinstance(inside[key], (dict, list)) and inside[key]]
        if not onward:
            break
        inside = inside[data.draw(st.sampled_from(onward))]
    keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
    inside[data.draw(st.sampled_from(keys))] = data.draw(values)
    file = workshop.root / "datapackage.json"
    file.write_text(json.dumps(descriptor), encoding="utf-8")
    with contextlib.suppress(DataError):
        package = open_package(workshop.root)
        read_table(package.resources[0].name, package)
