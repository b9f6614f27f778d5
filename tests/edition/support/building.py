"""Builds books for tests, as `make book` does.

More than half of the time of a small book's build goes into importing what builds it. So that is
imported once, in a process that forks one of its own for each build.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[3]
SITE = ROOT / "_build" / "html"
ARGUMENTS = ("build", ".", "--quiet", "-n", "-W", "--keep-going")
SOURCES = ("_config.yml", "_toc.yml", "book", "data", "widgets/guidebook")


def newest(*places: Path) -> float:
    """Give the time of the last change below some places."""
    times = [
        path.stat().st_mtime
        for place in places
        for path in [place, *place.rglob("*")]
        if path.is_file() and "__pycache__" not in path.parts
    ]
    return max(times, default=0.0)


FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    [
        "guidebook.edition",
        "jupyter_book.cli.main",
        "jupyter_book.sphinx",
        "myst_nb.sphinx_ext",
        "sphinx.builders.html",
    ]
)


def run_here(folder: Path, environment: dict[str, str], said: Path) -> None:
    """Build in this process, which is one of its own; what it says goes into a file."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    with said.open("wb") as file:
        os.dup2(file.fileno(), sys.stdout.fileno())
        os.dup2(file.fileno(), sys.stderr.fileno())
    from jupyter_book.cli.main import main  # noqa: PLC0415 (imported before the fork)

    main(ARGUMENTS, prog_name="jupyter-book")


def build(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a book as `make book` does; the test's own repository is never asked."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GUIDEBOOK_")}
    with tempfile.NamedTemporaryFile() as said:
        process = FORKS.Process(
            target=run_here, args=(folder, {**kept, **environment}, Path(said.name))
        )
        process.start()
        process.join()
        words = Path(said.name).read_text(encoding="utf-8")
    return subprocess.CompletedProcess(ARGUMENTS, process.exitcode or 0, words, "")
