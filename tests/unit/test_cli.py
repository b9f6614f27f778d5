"""The command: every problem in one line, an honest exit status, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guidebook.cli import main

if TYPE_CHECKING:
    from tests.unit.conftest import Workshop


def test_a_sound_package_is_summed_up_in_one_line(
    workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [resource.name for resource in workshop.package.resources]
    rows = sum(len(workshop.rows(name)) for name in names)
    assert main(["check"]) == 0
    said = capsys.readouterr()
    assert said.out == (
        f"data/datapackage.json: {len(names)} tables, {rows} rows,"
        " edition 2026-11-22; all is well\n"
    )
    assert said.err == ""


def test_every_problem_is_printed_sorted_with_status_1(
    workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.edit("directory", lambda rows: [row.update(note="<b>") for row in rows])
    workshop.edit("services", lambda rows: [row.update(label="") for row in rows])
    assert main(["check"]) == 1
    said = capsys.readouterr()
    assert [line.split(": ")[0] for line in said.out.splitlines()] == [
        *(f"data/directory.csv:{row}:note" for row in range(2, 6)),
        *(f"data/services.csv:{row}:label" for row in range(2, 5)),
    ]
    assert said.err == "7 problems found\n"


def test_more_problems_than_an_error_shows_are_all_printed(
    workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    row = workshop.rows("directory")[0]
    workshop.write("directory", [row | {"id": f"row-{n}", "note": "<b>"} for n in range(50)])
    assert main(["check"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 50


@pytest.mark.parametrize("path", ["data", ".", "data/datapackage.json", "../{}"])
def test_a_path_may_be_the_folder_the_project_or_the_file(
    workshop: Workshop, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", path.format(workshop.root.parent.name)]) == 0
    assert "all is well" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nowhere", "nowhere/datapackage.json: the file cannot be read (No such file"),
        ("data/types.csv", "data/types.csv: this is no data package; name the folder"),
        ("data/datapackage.json/x", "cannot be read (Not a directory)"),
        ("a\0b", "cannot be read"),
        ("x" * 5000, "cannot be read (File name too long)"),
    ],
)
def test_a_path_that_is_no_package_is_said_plainly(
    workshop: Workshop, path: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert workshop.root.is_dir()
    assert main(["check", path]) == 1
    said = capsys.readouterr()
    assert words in said.out
    assert said.err == "1 problem found\n"


def test_bad_json_is_said_with_its_line(
    workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    (workshop.root / "datapackage.json").write_text('{\n  "name": \n}', encoding="utf-8")
    assert main(["check"]) == 1
    assert capsys.readouterr().out.startswith(
        "data/datapackage.json:3: the file is not valid JSON at character 1"
    )


def test_a_folder_that_may_not_be_read_is_said(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "types.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    # The tests may run as root, who may read everything.
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert main(["check", str(workshop.root)]) == 1
    assert "types.csv: the file cannot be read (Permission denied)" in capsys.readouterr().out


def test_help_tells_what_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, words in (
        (["--help"], "check the tables"),
        (["check", "--help"], "exit status"),
    ):
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        assert stop.value.code == 0
        assert words in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "a", "b"]])
def test_a_misspelt_command_has_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage: guidebook" in capsys.readouterr().err


def test_a_terminal_without_unicode_still_gets_every_problem(workshop: Workshop) -> None:
    workshop.set("directory", 2, type="Łódź")
    done = subprocess.run(
        [sys.executable, "-m", "guidebook.cli", "check"],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stdout.startswith(b"data/directory.csv:2:type: ")


def test_help_is_shown_on_a_terminal_without_unicode() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "guidebook.cli", "--help"],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"usage: guidebook")


def test_a_reader_who_stops_early_ends_it_quietly(workshop: Workshop) -> None:
    row = workshop.rows("directory")[0]
    workshop.write("directory", [row | {"id": f"row-{n}", "note": "<b>"} for n in range(5000)])
    command = [sys.executable, "-m", "guidebook.cli", "check"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as check:
        assert check.stdout
        assert check.stderr
        assert check.stdout.readline().startswith(b"data/directory.csv:")
        check.stdout.close()
        assert check.stderr.read() == b""
        assert check.wait() == 1


def test_reading_tables_needs_neither_frictionless_nor_widgets(workshop: Workshop) -> None:
    assert workshop.root.is_dir()
    code = (
        "import sys, guidebook.tables as t; t.read_table('directory');"
        "print({'frictionless', 'ipywidgets', 'sphinx'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "set()"
