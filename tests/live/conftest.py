"""What tests of other machines need: the project as cloned, a bare environment, JupyterLab."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

import chromium
from browser.support.built import SITE
from browser.support.server import serve
from browser.support.watch import Watch
from live.support.lab import (
    LAB,
    NOTEBOOK_7,
    PYTHON,
    Lab,
    Notebook,
    copy_book,
    errors_of,
    serve_lab,
    serve_libraries,
)
from live.support.live_page import jupyter, live_site, open_live  # noqa: F401 (fixtures)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Playwright

    from live.support.lab import Open

ROOT = Path(__file__).resolve().parents[2]

# Whatever a page asks of another host fails at once, and without leaving this machine.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"

expect.set_options(timeout=15_000)

# What a shell script may call; Node is not among it.
PROGRAMS = ("bash", "cp", "dirname", "env", "git", "ls", "mktemp", "rm", "sed", "sh", "uname")


class Run(Protocol):
    """Runs a program to its end and returns what it printed."""

    def __call__(self, *command: str | Path, cwd: Path) -> str: ...


class OpenPage(Protocol):
    """Opens a page of the built book, by its path."""

    def __call__(self, path: str) -> tuple[Page, Watch]: ...


def start(*command: str | Path, cwd: Path, env: dict[str, str]) -> str:
    finished = subprocess.run(
        command,
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, f"{command} failed:\n{finished.stdout[-6000:]}"
    return finished.stdout


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a machine that has a shell and git, and neither Node nor Python."""
    programs = tmp_path_factory.mktemp("programs")
    for name in PROGRAMS:
        found = shutil.which(name)
        assert found, f"{name} is not on the PATH"
        (programs / name).symlink_to(found)
    gone = ("PYTHON", "VIRTUAL_ENV", "GUIDEBOOK_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(gone)}
    return {**kept, "PATH": str(programs)}


@pytest.fixture(scope="session")
def run(bare: dict[str, str]) -> Run:
    def in_the_bare(*command: str | Path, cwd: Path) -> str:
        return start(*command, cwd=cwd, env=bare)

    return in_the_bare


@pytest.fixture(scope="session")
def uv() -> Path:
    beside = Path(sys.executable).with_name("uv")
    found = beside if beside.is_file() else shutil.which("uv")
    assert found, "uv is missing from the environment"
    return Path(found)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """The files that git knows or would take; nothing built and nothing installed."""
    folder = tmp_path_factory.mktemp("clone") / "project"
    options = ("-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, run("git", "ls-files", *options, cwd=ROOT).split("\0")):
        if (ROOT / name).is_file():  # git may not have been told of a deleted file yet
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    assert not (folder / "node_modules").exists()
    assert not (folder / "widgets/guidebook/static").exists()
    return folder


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab in a clone of the project; its files stay as the tests leave them."""
    folder = tmp_path_factory.mktemp("clone")
    project = copy_book(folder / "project")
    with serve_lab(project, folder / "home", folder / "jupyterlab.log") as lab:
        yield lab


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    instance = playwright.chromium.launch(
        executable_path=chromium_path, args=[*chromium.ARGUMENTS, ALONE]
    )
    yield instance
    instance.close()


@pytest.fixture
def open_notebook(browser: Browser, lab: Lab) -> Iterator[Open]:
    with opening(browser, lab) as opener:
        yield opener


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(LAB, id="lab"),
        pytest.param(NOTEBOOK_7, id="notebook-7", marks=pytest.mark.walk),
    ],
)
def desk(
    browser: Browser, lab: Lab, request: pytest.FixtureRequest
) -> Iterator[tuple[Notebook, Watch]]:
    """A notebook of one's own that stays open from test to test, with one kernel."""
    file = lab.file("desk.ipynb")
    book = new_notebook(cells=[new_code_cell("import guidebook")], metadata={"kernelspec": PYTHON})
    nbformat.write(book, file)
    with opening(browser, lab) as opener:
        notebook, watch = opener(file.name, request.param)
        notebook.run_all()
        yield notebook, watch


@contextmanager
def opening(browser: Browser, lab: Lab) -> Iterator[Open]:
    context = browser.new_context(viewport={"width": 1500, "height": 1100}, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    serve_libraries(context)

    def opener(name: str, app: str = LAB) -> tuple[Notebook, Watch]:
        watch = Watch.over(context, lab.address)
        page = context.new_page()
        page.goto(lab.url(name, app))
        notebook = Notebook(page, lab.file(name), lab, app)
        watch.errors[:] = errors_of(watch)
        return notebook, watch

    yield opener
    context.close()
    # Kernels outlive their pages, and each keeps pandas in memory.
    lab.end_kernels()


@pytest.fixture(scope="module")
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open a page of the static book, with no Python anywhere: `page, watch = open_page(path)`."""
    assert (SITE / "index.html").is_file(), "build the book first: make book"
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    with serve(SITE) as address:

        def opener(path: str) -> tuple[Page, Watch]:
            watch = Watch.over(context, address)
            page = context.new_page()
            page.goto(f"{address}/{path}")
            return page, watch

        yield opener
    context.close()
