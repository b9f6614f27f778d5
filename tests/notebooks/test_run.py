"""`guidebook notebook run`: the same bytes on every machine, a clear word on whatever goes wrong."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from guidebook.cli import main
from guidebook.notebooks import NotebookError, run, write
from guidebook.notebooks import files as notebook_files
from notebooks.support.made import guidebook, load, notebook, save, text

if TYPE_CHECKING:
    from collections.abc import Callable

    Said = Callable[[], Any]


@pytest.fixture
def said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Said:
    """What the command printed, run in the test's folder."""
    monkeypatch.chdir(tmp_path)
    return capsys.readouterr


# What a student's own notebook may show, none of it in the book's own way of drawing.
OWN = (
    """
%config InlineBackend.figure_formats = ["svg"]
import matplotlib.pyplot as plt
plt.plot([1, 2, 3], marker="o")
plt.fill_between([0, 1, 2], [1, 2, 3], hatch="//")
plt.show()
""",
    """
import folium
m = folium.Map((41.5, -87.5), tiles=None)
folium.Marker((41.5, -87.5), popup="here").add_to(m)
m
""",
    """
import pandas as pd
pd.DataFrame({"a": [1, 2]}).style.format("{:.1f}")
""",
    """
import sys, tempfile, warnings
from pathlib import Path
print("first")
warnings.warn("an old way")
print("last")
print(Path.cwd(), Path.home() / "own.csv", tempfile.mkdtemp())
print(lambda row: row)
""",
    "%time sum(range(10))",
)


def test_a_notebook_is_the_same_bytes_wherever_it_runs(tmp_path: Path) -> None:
    one = save(tmp_path / "here" / "own.ipynb", notebook(*OWN))
    other = save(tmp_path / "far" / "away from" / "here" / "own.ipynb", notebook(*OWN))
    first = guidebook("notebook", "run", one.name, cwd=one.parent, PYTHONHASHSEED="1")
    second = guidebook(
        "notebook", "run", other, cwd=tmp_path, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LANG="C"
    )
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert first.stdout == "own.ipynb: stored; new outputs in cells 1, 2, 3, 4 and 5\n"
    assert one.read_bytes() == other.read_bytes()
    words = one.read_text(encoding="utf-8")
    assert str(tmp_path) not in words
    assert str(Path.home()) not in words
    said = [text(output) for output in load(one)["cells"][3]["outputs"]]
    assert said[0].splitlines() == [
        "first",
        "last",
        ". ~/own.csv temporary",
        said[0].splitlines()[3],
    ]
    assert said[0].splitlines()[3] == "<function <lambda> at 0x…>"
    assert said[1].startswith("cell.py:4: UserWarning: an old way\n")
    svg = text(load(one)["cells"][0]["outputs"][0], "image/svg+xml")
    assert "clip-path" in svg
    assert "dc:date" not in svg


def test_a_second_run_leaves_the_file_untouched(tmp_path: Path, said: Said) -> None:
    path = save(tmp_path / "own.ipynb", notebook("print('one place')"))
    main(["notebook", "run", "own.ipynb"])
    before = path.stat()
    said()
    main(["notebook", "run", "own.ipynb"])
    assert said().out == "own.ipynb: its outputs are what they were\n"
    after = path.stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_the_settings_in_a_home_folder_change_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    startup = home / ".ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "own.py").write_text("print = lambda *words: None\n", encoding="utf-8")
    (home / "hello.py").write_text("hello = 'from home'\n", encoding="utf-8")
    kernel = home / ".local/share/jupyter/kernels/python3"
    kernel.mkdir(parents=True)
    spec = {"argv": ["false"], "display_name": "Python 3", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    path = save(tmp_path / "own.ipynb", notebook("print('hello' in globals())"))
    variables = {
        "HOME": str(home),
        "IPYTHONDIR": str(home / ".ipython"),
        "JUPYTER_PATH": str(home / ".local/share/jupyter"),
        "PYTHONSTARTUP": str(home / "hello.py"),
    }
    done = guidebook("notebook", "run", path, cwd=tmp_path, **variables)
    assert done.returncode == 0, done.stderr
    assert text(load(path)["cells"][0]["outputs"][0]) == "False\n"


def test_a_cell_that_raises_is_named_with_its_line_and_no_file_is_written(
    tmp_path: Path, said: Said
) -> None:
    good = save(tmp_path / "good.ipynb", notebook("print(1)"))
    bad = save(tmp_path / "bad.ipynb", notebook("x = 1", "y = x\nprint(directry)"))
    before = good.read_bytes(), bad.read_bytes()
    assert main(["notebook", "run", "good.ipynb", "bad.ipynb"]) == 1
    assert said().err == (
        "bad.ipynb[2]: this cell stops in line 2 with"
        " “NameError: name 'directry' is not defined”;"
        " mend it; an error that is meant is caught with `try` and printed\n"
    )
    assert (good.read_bytes(), bad.read_bytes()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.ipynb", "good.ipynb"]


@pytest.mark.parametrize("source", ["if True print(1)", "%nothing", "input('name?')", "1/0"])
def test_whatever_a_cell_raises_is_one_line(tmp_path: Path, source: str) -> None:
    path = save(tmp_path / "own.ipynb", notebook(source))
    with pytest.raises(NotebookError, match=r"own\.ipynb\[1\]: this cell stops") as stop:
        run(path)
    assert str(stop.value).count("\n") == 0


def test_an_error_that_a_tag_allows_is_not_stored_either(tmp_path: Path) -> None:
    made = notebook("1/0")
    made["cells"][0]["metadata"]["tags"] = ["raises-exception"]
    with pytest.raises(NotebookError, match="ZeroDivisionError"):
        run(save(tmp_path / "own.ipynb", made))


def kernels() -> set[int]:
    below = psutil.Process().children(recursive=True)
    return {child.pid for child in below if "ipykernel_launcher" in " ".join(child.cmdline())}


def test_a_cell_that_never_ends_is_stopped_with_its_kernel(tmp_path: Path) -> None:
    before = kernels()
    path = save(tmp_path / "own.ipynb", notebook("x = 1", "while True:\n    pass"))
    with pytest.raises(NotebookError) as stop:
        run(path, timeout=2)
    assert str(stop.value).endswith(
        "own.ipynb[2]: this cell did not end within 2 seconds;"
        " make it quicker, or allow more with --timeout SECONDS"
    )
    assert kernels() == before


def test_a_kernel_that_dies_is_said(tmp_path: Path) -> None:
    path = save(tmp_path / "own.ipynb", notebook("import os\nos._exit(9)"))
    with pytest.raises(
        NotebookError, match=r"own\.ipynb\[1\]: the kernel died while this cell ran"
    ):
        run(path)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a process there by other ways")
def test_ctrl_c_ends_it_at_once_and_stores_nothing(tmp_path: Path) -> None:
    started = tmp_path / "started"
    source = f"open({str(started)!r}, 'w').close()\nimport time\ntime.sleep(600)"
    path = save(tmp_path / "own.ipynb", notebook(source))
    before = path.read_bytes()
    command = [sys.executable, "-m", "guidebook.cli", "notebook", "run", path]
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        # As from a terminal: what starts these tests may have switched it off for all below it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 (no threads)
    ) as running:
        while not started.exists():
            assert running.poll() is None
            time.sleep(0.1)
        below = psutil.Process(running.pid).children(recursive=True)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said == "stopped; notebooks that had not been stored stay as they were\n"
    assert below
    psutil.wait_procs(below, timeout=10)
    assert not any(child.is_running() for child in below)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("own.md", "# Words", "own.md: this is no notebook; name a file that ends in .ipynb"),
        ("own.ipynb", "", "own.ipynb: it is empty; make a new notebook"),
        ("own.ipynb", '{\n"cells": [\n', "own.ipynb: it is broken at line 3: "),
        ("own.ipynb", "[]", "own.ipynb: it is JSON, but no notebook"),
        ("own.ipynb", '{"nbformat": 4}', "own.ipynb: it does not hold what a notebook holds: "),
        ("own.ipynb", '{"nbformat": 3, "worksheets": []}', "own.ipynb: it has format 3"),
        (
            "own.ipynb",
            '{\n "cells": [\n<<<<<<< HEAD\n',
            "own.ipynb: it holds the marks of an unfinished merge (line 3)",
        ),
        ("own.ipynb", '{"cells": [{"cell_type": "code"}], "nbformat": 4}', "does not hold what"),
        ("own.ipynb", "[" * 100_000, "own.ipynb: it is nested deeper than any notebook"),
    ],
)
def test_a_file_that_is_no_notebook_is_said(
    tmp_path: Path, said: Said, name: str, content: str, words: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    for verb in ("run", "check"):
        assert main(["notebook", verb, name]) == 1
        assert words in "".join(said())
    assert (tmp_path / name).read_text(encoding="utf-8") == content


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nowhere.ipynb", "nowhere.ipynb: it cannot be read (No such file or directory)"),
        ("empty", "empty: there is no notebook in this folder"),
    ],
)
def test_a_name_that_leads_nowhere_is_said(
    tmp_path: Path, said: Said, path: str, words: str
) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["notebook", "run", path]) == 1
    assert said().err.startswith(words)


def test_a_notebook_of_another_language_is_said(tmp_path: Path, said: Said) -> None:
    kernel = {"name": "ir", "language": "R", "display_name": "R"}
    save(tmp_path / "own.ipynb", notebook("x <- 1", kernelspec=kernel))
    assert main(["notebook", "run", "own.ipynb"]) == 1
    assert said().err == (
        "own.ipynb: it asks for the kernel “ir” (R), and this command runs Python;"
        " choose a Python kernel in JupyterLab and save it\n"
    )


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("ipykernel", "own.ipynb: there is no Python kernel here (ipykernel is missing)"),
        ("nbclient", "own.ipynb: running notebooks needs “nbclient”, which is not installed here"),
        ("nbformat", "own.ipynb: running notebooks needs “nbformat”, which is not installed here"),
    ],
)
def test_a_missing_kernel_or_library_is_said(tmp_path: Path, missing: str, words: str) -> None:
    save(tmp_path / "own.ipynb", notebook("1"))
    code = (
        f"import sys; sys.modules[{missing!r}] = None; from guidebook.cli import main;"
        "sys.exit(main(['notebook', 'run', 'own.ipynb']))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(words)
    assert done.stderr.count("\n") == 1


def test_a_notebook_that_changes_while_it_runs_keeps_the_change(tmp_path: Path, said: Said) -> None:
    path = save(tmp_path / "own.ipynb", notebook("open('own.ipynb', 'a').write(' ');"))
    assert main(["notebook", "run", "own.ipynb"]) == 1
    assert "own.ipynb: it was changed while it ran, and nothing was stored" in said().err
    assert path.read_text(encoding="utf-8").endswith(" ")


def test_a_disk_that_fails_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(tmp_path / "own.ipynb", notebook("1"))
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(notebook_files.os, "fsync", full)
    with pytest.raises(NotebookError, match="cannot be written \\(No space left on device\\)"):
        write(path, notebook("2"))
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["own.ipynb"]


def test_a_link_stays_a_link_and_a_file_keeps_its_rights(tmp_path: Path) -> None:
    path = save(tmp_path / "kept" / "own.ipynb", notebook("1"))
    path.chmod(0o640)
    link = tmp_path / "own.ipynb"
    link.symlink_to(path)
    assert write(link, notebook("2"))
    assert link.is_symlink()
    assert "2" in load(path)["cells"][0]["source"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_folder_means_its_notebooks_and_no_checkpoints(tmp_path: Path) -> None:
    save(tmp_path / "book" / "a.ipynb", notebook("1"))
    save(tmp_path / "book" / "part" / "b.ipynb", notebook("2"))
    save(tmp_path / "book" / ".ipynb_checkpoints" / "a.ipynb", notebook("3"))
    found = notebook_files.find([str(tmp_path / "book"), str(tmp_path / "book" / "a.ipynb")])
    assert [path.name for path in found] == ["a.ipynb", "b.ipynb"]


@pytest.mark.parametrize("words", ["-1", "soon", "1.5"])
def test_a_timeout_is_a_number_of_seconds(said: Said, words: str) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["notebook", "run", f"--timeout={words}", "own.ipynb"])
    assert stop.value.code == 2
    assert "is no number of seconds; write a whole number, 0 for no limit" in said().err
