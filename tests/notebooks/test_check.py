"""`guidebook notebook check` names the file, the cell and the first line that differs."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from guidebook.cli import main
from guidebook.notebooks import checking, read
from notebooks.support.made import load, notebook, save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Said = Callable[[], tuple[int, list[str]]]

CELLS = (
    "print('one place')\nprint('another')",
    "import pandas as pd\npd.DataFrame({'city': ['Chicago', 'Łódź']})",
    "x = 3",
    "from ipywidgets import IntSlider\nIntSlider(3)",
)
RUN = "run `guidebook notebook run own.ipynb` and look at the change"


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = save(tmp_path_factory.mktemp("stored") / "own.ipynb", notebook(*CELLS))
    assert main(["notebook", "run", str(path)]) == 0
    return path


@pytest.fixture
def own(stored: Path, tmp_path: Path) -> Path:
    return shutil.copy(stored, tmp_path / "own.ipynb")


@pytest.fixture
def said(own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    """What a check prints and its exit status; it leaves the file as it is."""
    monkeypatch.chdir(own.parent)

    def check() -> tuple[int, list[str]]:
        before = own.read_bytes()
        capsys.readouterr()
        status = main(["notebook", "check", "own.ipynb"])
        assert own.read_bytes() == before
        return status, capsys.readouterr().out.splitlines()

    return check


@pytest.fixture
def rerun(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a fresh run gives, without one for each test: the run that `stored` was made by."""
    monkeypatch.setattr(checking, "execute", lambda *_: read(stored))


def test_what_was_stored_by_a_run_passes(said: Said) -> None:
    assert said() == (0, ["own.ipynb: a fresh run shows the same; all is well"])


def printed(content: dict[str, Any]) -> None:
    content["cells"][0]["outputs"][0]["text"] = ["one place\n", "an other\n"]


def shortened(content: dict[str, Any]) -> None:
    content["cells"][0]["outputs"][0]["text"] = ["one place\n"]


def table(content: dict[str, Any]) -> None:
    data = content["cells"][1]["outputs"][0]["data"]
    data["text/html"] = [line.replace("Łódź", "Lodz") for line in data["text/html"]]


def unstored(content: dict[str, Any]) -> None:
    content["cells"][1]["outputs"] = []


def left_over(content: dict[str, Any]) -> None:
    content["cells"][2]["outputs"] = content["cells"][0]["outputs"]


def control(content: dict[str, Any]) -> None:
    (kept,) = content["metadata"]["widgets"].values()
    (slider,) = (one for one in kept["state"].values() if one["model_name"] == "IntSliderModel")
    slider["state"]["value"] = 4


def error(content: dict[str, Any]) -> None:
    stop = {"output_type": "error", "ename": "KeyError", "evalue": "'city'", "traceback": []}
    content["cells"][0]["outputs"] = [stop]


def somebody(content: dict[str, Any]) -> None:
    content["cells"][0]["outputs"][0]["text"] = ["read /home/ana/own.csv\n"]


def memory(content: dict[str, Any]) -> None:
    content["cells"][0]["outputs"][0]["text"] = ["<f at 0x7f52aa0c1b20>\n"]


def elsewhere(content: dict[str, Any]) -> None:
    content["cells"][0]["id"] = "3f2b9ac1"


def unrun(content: dict[str, Any]) -> None:
    for cell in content["cells"]:
        cell["outputs"], cell["execution_count"] = [], None


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (
            printed,
            (
                "own.ipynb[1]: line 2 of what it prints is stored as “an other”,"
                f" and is now “another”; {RUN}"
            ),
        ),
        (
            shortened,
            f"own.ipynb[1]: line 2 of what it prints is not stored; it is “another”; {RUN}",
        ),
        (
            table,
            (
                "own.ipynb[2]: line 29 of its result (HTML) is stored as “      <td>Lodz</td>”,"
                f" and is now “      <td>Łódź</td>”; {RUN}"
            ),
        ),
        (
            unstored,
            (f"own.ipynb[2]: it shows something, and nothing is stored; {RUN}"),
        ),
        (left_over, f"own.ipynb[3]: something is stored, and it shows nothing now; {RUN}"),
        (
            control,
            f"own.ipynb: the stored state of its controls is not what a fresh run gives; {RUN}",
        ),
        (
            error,
            (
                "own.ipynb[1]: an error is stored as its output, “KeyError: 'city'”;"
                " mend the cell; an error that is meant is caught with `try` and printed"
            ),
        ),
        (
            somebody,
            (
                "own.ipynb[1]: an output names a folder of one machine, “/home/ana/own.csv”;"
                " print a name without its folder, as in `path.name`"
            ),
        ),
        (
            memory,
            (
                "own.ipynb[1]: an output names an address in memory, “at 0x7f52aa0c1b20”;"
                " show a value that says something, or end the line with `;`"
            ),
        ),
        (
            elsewhere,
            (
                "own.ipynb: it shows what it should, but holds ids or notes of the program that saved"
                " it; run `guidebook notebook run own.ipynb`"
            ),
        ),
        (
            unrun,
            "own.ipynb: it was saved without its outputs; run `guidebook notebook run own.ipynb`",
        ),
    ],
)
@pytest.mark.usefixtures("rerun")
def test_a_difference_is_one_line_that_says_where_and_what_to_do(
    own: Path, said: Said, spoil: Callable[[dict[str, Any]], None], line: str
) -> None:
    content = load(own)
    spoil(content)
    save(own, content)
    assert said() == (1, [line])


def test_a_change_of_the_code_is_found_and_a_run_makes_it_right(
    own: Path, said: Said, capsys: pytest.CaptureFixture[str]
) -> None:
    content = load(own)
    content["cells"][2]["source"] = ["print(3)"]
    save(own, content)
    status, lines = said()
    assert status == 1
    assert [line.partition(":")[0] for line in lines] == ["own.ipynb[3]"]
    assert main(["notebook", "run", "own.ipynb"]) == 0
    assert capsys.readouterr().out == "own.ipynb: stored; new outputs in cell 3\n"
    assert said()[0] == 0


def test_what_changes_on_every_run_is_found(own: Path, said: Said) -> None:
    save(own, notebook("import random\nrandom.random()"))
    assert main(["notebook", "run", "own.ipynb"]) == 0
    status, lines = said()
    assert status == 1
    assert lines[0].startswith("own.ipynb[1]: line 1 of its result is stored as “0.")


@pytest.mark.usefixtures("rerun")
def test_one_notebook_that_fails_does_not_hide_the_next(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (own.parent / "broken.ipynb").write_text("{", encoding="utf-8")
    monkeypatch.chdir(own.parent)
    assert main(["notebook", "check", "."]) == 1
    said = capsys.readouterr()
    files = [line.partition(":")[0] for line in said.out.splitlines()]
    assert files == ["broken.ipynb", "own.ipynb"]
    assert said.err == "1 problem found\n"
