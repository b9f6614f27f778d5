"""JupyterLab for a test: started in a copy of the project, and a notebook worked as a person does."""

from __future__ import annotations

import json
import os
import re
import secrets
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

    from browser.support.watch import Watch

ROOT = Path(__file__).resolve().parents[3]
NOTEBOOKS = "book"

START_S = 60
CELLS_MS = 60_000
"""A notebook's first cells start a kernel and import pandas, on two cores that others share."""

# JupyterLab asks its users whether they want news, and the network for a newer self.
QUIET = ("@jupyterlab/apputils-extension", "notification.jupyterlab-settings")
QUIETLY = '{"fetchNews": "false", "checkForUpdates": false}'


class Lab(NamedTuple):
    """A running JupyterLab."""

    address: str
    token: str
    folder: Path

    def file(self, notebook: str) -> Path:
        return self.folder / NOTEBOOKS / notebook

    def url(self, notebook: str) -> str:
        return f"{self.address}/lab/tree/{NOTEBOOKS}/{notebook}?token={self.token}"


def copy_book(folder: Path) -> Path:
    """Copy the notebooks and their tables, so that nothing is written into the working copy."""
    skip = shutil.ignore_patterns(".ipynb_checkpoints", ".virtual_documents", "__pycache__")
    for part in (NOTEBOOKS, "data"):
        shutil.copytree(ROOT / part, folder / part, ignore=skip)
    return folder


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which all that Jupyter keeps lies in one folder.

    Kernels are still found: they stand beside the Python that runs the tests.
    """
    folders = {
        name: str(home / name.lower())
        for name in (
            *("HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR"),
            *("JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR"),
        )
    }
    for path in folders.values():
        Path(path).mkdir(parents=True)
    settings = Path(folders["JUPYTERLAB_SETTINGS_DIR"], *QUIET)
    settings.parent.mkdir(parents=True)
    settings.write_text(QUIETLY, encoding="utf-8")
    return {**os.environ, **folders}


def command() -> list[str]:
    """Return what `make live` starts."""
    planned = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", "live"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    words = shlex.split(planned.stdout.replace("\\\n", " ").splitlines()[-1])
    assert words[:2] == ["jupyter", "lab"]
    return words


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serve_lab(folder: Path, home: Path) -> Iterator[Lab]:
    """Start JupyterLab on a folder and yield once it answers."""
    lab = Lab(f"http://127.0.0.1:{free_port()}", secrets.token_hex(16), folder)
    home.mkdir()
    log = home / "jupyterlab.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", *command(), "--no-browser", "--allow-root"),
                *("--ip=127.0.0.1", f"--port={lab.address.rpartition(':')[2]}"),
                "--ServerApp.port_retries=0",
            ],
            cwd=folder,
            # The token is in nobody's list of processes.
            env={**environment(home / "jupyter"), "JUPYTER_TOKEN": lab.token},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(lab, server, log)
            yield lab
        finally:
            server.terminate()
            server.wait(20)


def wait_for(lab: Lab, server: subprocess.Popen[bytes], log: Path) -> None:
    request = urllib.request.Request(  # noqa: S310 (the server that was started here)
        f"{lab.address}/api/status", headers={"Authorization": f"token {lab.token}"}
    )
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(request, timeout=20):  # noqa: S310 (the same)
                return
        except urllib.error.URLError:
            time.sleep(0.1)  # between two tries to reach it, not for something to happen
    raise AssertionError(log.read_text())


class Open(Protocol):
    """Opens a notebook by its path below `book/`, such as `history/read-the-timeline.ipynb`."""

    def __call__(self, name: str) -> tuple[Notebook, Watch]: ...


class Notebook:
    """The notebook that is open in JupyterLab."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.file = file
        self.panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        self.cells = self.panel.locator(".jp-Notebook .jp-CodeCell")
        expect(self.panel.get_by_role("button", name=re.compile("Python 3"))).to_be_visible()
        # JupyterLab puts the cells of a long notebook into its page one after the other.
        stored = json.loads(file.read_text(encoding="utf-8"))["cells"]
        code = sum(cell["cell_type"] == "code" for cell in stored)
        expect(self.cells).to_have_count(code)
        self.kernel = page.locator("#jp-main-statusbar").get_by_text(re.compile(r"Python 3.* \| "))
        expect(self.kernel).to_contain_text("Idle", timeout=CELLS_MS)

    def run_all(self) -> None:
        """Run every cell, and wait until each has been run."""
        self.menu("Run", "Run All Cells")
        self.finished()

    def menu(self, name: str, item: str) -> None:
        self.page.get_by_role("menubar").get_by_role("menuitem", name=name, exact=True).click()
        self.page.get_by_role("menuitem", name=item, exact=True).click()

    def finished(self) -> None:
        """Wait until no cell waits or runs, and assert that none failed."""
        expect(self.panel.locator(".jp-InputPrompt").get_by_text("[*]:")).to_have_count(
            0, timeout=CELLS_MS
        )
        expect(self.kernel).to_contain_text("Idle", timeout=CELLS_MS)
        failures = self.panel.locator('[data-mime-type="application/vnd.jupyter.error"]')
        assert failures.all_text_contents() == []

    def cell(self, text: str) -> Locator:
        """The code cell whose source begins with a text."""
        return self.cells.filter(
            has=self.page.locator(".cm-content", has_text=re.compile(rf"^{re.escape(text)}"))
        )

    def run(self, source: str) -> str:
        """Add a cell at the end, run it and return what it printed."""
        before = self.cells.count()
        self.cells.last.locator(".jp-InputPrompt").click()
        tools = self.panel.get_by_role("toolbar", name="main area toolbar")
        tools.get_by_role("button", name="Insert a cell below").click()
        expect(self.cells).to_have_count(before + 1)
        added = self.cells.last
        added.locator(".cm-content").click()
        # As one piece: letter by letter the editor would close brackets by itself.
        self.page.keyboard.insert_text(source)
        self.page.keyboard.press("Control+Enter")
        expect(added.locator(".jp-InputPrompt")).to_have_text(
            re.compile(r"^\[\d+\]:$"), timeout=CELLS_MS
        )
        self.finished()
        return "\n".join(added.locator(".jp-OutputArea-output").all_inner_texts())
