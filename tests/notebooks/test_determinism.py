"""The book's notebooks give the stored bytes on two machines that have little in common.

Both runs start from the committed files, each in a folder, a time zone and a language of its own,
and with its own order of sets. A notebook that is no part of the book shows that they do differ.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from notebooks.support.made import load, notebook, save, text

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.slow, pytest.mark.walk]

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.relative_to(ROOT) for path in (ROOT / "book").rglob("*.ipynb"))
# Python's own habit of reading files as UTF-8 everywhere is off: a cell must say so itself.
MACHINES = {
    "east": {
        "PYTHONHASHSEED": "1",
        "TZ": "Pacific/Kiritimati",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    },
    "a folder far away/wést": {
        "PYTHONHASHSEED": "20261122",
        "TZ": "America/St_Johns",
        "LANG": "POSIX",
        "LC_ALL": "POSIX",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
}
# Three things that differ between the machines, a cell each.
CANARY = (
    "print(hash('guidebook'))",
    "import time\nprint(time.tzname)",
    "import locale\nprint(locale.getpreferredencoding(False))",
)


def start(folder: Path, variables: dict[str, str]) -> subprocess.Popen[str]:
    """Copy the notebooks with the tables that they read, and begin to run them."""
    for path in NOTEBOOKS:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, folder / path)
    shutil.copytree(ROOT / "data", folder / "data")
    save(folder / "book" / "canary.ipynb", notebook(*CANARY))
    return subprocess.Popen(
        [sys.executable, "-m", "guidebook.cli", "notebook", "run", "book"],
        cwd=folder,
        env={**os.environ, **variables},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Path]]:
    """The folders of both machines, after the notebooks ran there, side by side."""
    root = tmp_path_factory.mktemp("machines")
    folders = [root / name for name in MACHINES]
    started = [
        start(folder, variables)
        for folder, variables in zip(folders, MACHINES.values(), strict=True)
    ]
    try:
        for process in started:
            _, said = process.communicate()
            assert process.returncode == 0, said
        yield folders
    finally:
        for process in started:
            process.kill()


def test_the_two_machines_differ(machines: list[Path]) -> None:
    one, other = (load(folder / "book" / "canary.ipynb")["cells"] for folder in machines)
    for ours, theirs in zip(one, other, strict=True):
        assert text(ours["outputs"][0]) != text(theirs["outputs"][0])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_the_same_bytes_everywhere(machines: list[Path], path: Path) -> None:
    one, other = ((folder / path).read_bytes() for folder in machines)
    assert one == other
    assert one == (ROOT / path).read_bytes()
