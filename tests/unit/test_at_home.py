"""A student's own copy: laid out once, brought up to date, and never written over."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from guidebook.at_home.copying import CopyError, Laid, lay_out
from guidebook.at_home.jupyter import environment

if TYPE_CHECKING:
    from pathlib import Path

NOTEBOOK, TABLE = "book/directory/first-look.ipynb", "data/directory.csv"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    root = tmp_path / "clone"
    for name, text in ((NOTEBOOK, "first"), (TABLE, "id\n"), ("book/index.md", "# Hello\n")):
        write(root, name, text)
    return root


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def read(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def everything(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_a_copy_holds_the_book_and_its_tables(source: Path, tmp_path: Path) -> None:
    for passing in ("book/.ipynb_checkpoints/x.ipynb", "data/__pycache__/x.pyc", "book/.new"):
        write(source, passing, "passing")
    before = everything(source)
    copy = tmp_path / "copy"
    assert lay_out(source, copy) == Laid((NOTEBOOK, "book/index.md", TABLE), (), ())
    assert everything(source) == before
    assert set(everything(copy)) == {NOTEBOOK, "book/index.md", TABLE, ".given.json"}
    assert lay_out(source, copy) == Laid((), (), ())


def test_what_a_student_changed_stays(source: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    lay_out(source, copy)
    write(copy, NOTEBOOK, "mine")
    write(copy, "book/my-own.ipynb", "also mine")
    assert lay_out(source, copy) == Laid((), (), ())

    # The book moves on: what was not touched follows, what was is left and named, each time.
    write(source, NOTEBOOK, "second")
    write(source, TABLE, "id\nnew\n")
    for _ in range(2):
        laid = lay_out(source, copy)
        assert laid.kept == (NOTEBOOK,)
        assert read(copy, NOTEBOOK) == "mine"
        assert read(copy, "book/my-own.ipynb") == "also mine"
        assert read(copy, TABLE) == "id\nnew\n"
    assert laid.renewed == ()

    # Moved away, it makes room for the book's.
    (copy / NOTEBOOK).rename(copy / "book/mine.ipynb")
    assert lay_out(source, copy).new == (NOTEBOOK,)
    assert (read(copy, NOTEBOOK), read(copy, "book/mine.ipynb")) == ("second", "mine")


@pytest.mark.parametrize("memory", ["", "{", "[]", '{"book/index.md": 1}'])
def test_a_copy_that_forgot_what_it_was_given_loses_nothing(
    source: Path, tmp_path: Path, memory: str
) -> None:
    copy = tmp_path / "copy"
    lay_out(source, copy)
    (copy / ".given.json").write_text(memory, encoding="utf-8")
    write(source, TABLE, "id\nnew\n")
    assert lay_out(source, copy).kept == (TABLE,)
    assert read(copy, TABLE) == "id\n"


def test_a_folder_that_cannot_hold_a_copy_is_refused(source: Path, tmp_path: Path) -> None:
    before = everything(source)
    with pytest.raises(CopyError, match="would be copied into itself"):
        lay_out(source, source / "book" / "mine")
    (tmp_path / "file").write_text("here", encoding="utf-8")
    with pytest.raises(CopyError, match="is a file"):
        lay_out(source, tmp_path / "file")
    with pytest.raises(CopyError, match="start this in the book’s own folder"):
        lay_out(tmp_path / "elsewhere", tmp_path / "copy")
    assert everything(source) == before
    assert not (tmp_path / "copy").exists()


def test_a_folder_where_a_file_should_be_is_left(source: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    (copy / TABLE).mkdir(parents=True)
    assert lay_out(source, copy).kept == (TABLE,)
    assert (copy / TABLE).is_dir()


def test_all_that_jupyter_keeps_lies_in_one_folder(tmp_path: Path) -> None:
    given = environment(tmp_path / "kept", {"HOME": "/nobody", "JUPYTER_DATA_DIR": "/elsewhere"})
    assert given.pop("HOME") == "/nobody"
    assert all(value.startswith(str(tmp_path)) for value in given.values())

    # What a student chose is not chosen again.
    (settings,) = (tmp_path / "kept").rglob("notification.jupyterlab-settings")
    settings.write_text('{"fetchNews": "true"}', encoding="utf-8")
    environment(tmp_path / "kept", {})
    assert "true" in settings.read_text(encoding="utf-8")


def test_outside_of_the_book_it_says_so_and_makes_nothing(tmp_path: Path) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "guidebook.at_home"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 1
    assert "start this in the book’s own folder" in finished.stderr
    assert "Traceback" not in finished.stderr
    assert list(tmp_path.iterdir()) == []
