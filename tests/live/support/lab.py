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
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Locator, Page, Route

    from browser.support.watch import Watch

ROOT = Path(__file__).resolve().parents[3]
NOTEBOOKS = "book"
LAB, NOTEBOOK_7 = "lab/tree", "notebooks"
"""Where JupyterLab and Notebook 7 open a notebook; one server has both."""
LIBRARIES = "https://cdn.jsdelivr.net/npm/"
"""Where a folium map in a running notebook gets its libraries from."""

START_S = 180
"""Before a test gives up on a server or a page; on two busy cores JupyterLab takes a minute."""
CELLS_MS = 60_000
"""A notebook's first cells start a kernel and import pandas, on two cores that others share."""


class Lab(NamedTuple):
    """A running JupyterLab, with which Notebook 7 runs too."""

    address: str
    token: str
    project: Path
    """The clone it was started in."""
    home: Path
    """The home of whoever started it."""

    @property
    def folder(self) -> Path:
        """The student's own copy."""
        return self.project / "my-copy"

    def file(self, notebook: str) -> Path:
        return self.folder / NOTEBOOKS / notebook

    def url(self, notebook: str, app: str = LAB) -> str:
        """Where a notebook opens; JupyterLab alone with it, without what was open before."""
        reset = "&reset" if app == LAB else ""
        return f"{self.address}/{app}/{NOTEBOOKS}/{notebook}?token={self.token}{reset}"

    def ask(self, path: str, method: str = "GET") -> bytes:
        """Ask the server itself."""
        request = urllib.request.Request(  # noqa: S310 (the server that was started here)
            f"{self.address}/api/{path}",
            headers={"Authorization": f"token {self.token}"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 (the same)
            content: bytes = answer.read()
        return content

    def end_kernels(self) -> None:
        for session in json.loads(self.ask("sessions")):
            self.ask(f"sessions/{session['id']}", "DELETE")


def copy_book(folder: Path) -> Path:
    """Copy the notebooks and their tables, so that nothing is written into the working copy."""
    skip = shutil.ignore_patterns(".ipynb_checkpoints", ".virtual_documents", "__pycache__")
    for part in (NOTEBOOKS, "data"):
        shutil.copytree(ROOT / part, folder / part, ignore=skip)
    return folder


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a person whose home is empty, and who told Jupyter nothing."""
    told = ("JUPYTER", "IPYTHON", "MPL", "XDG_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(told)}
    return {**kept, "HOME": str(home)}


def command() -> list[str]:
    """Return what `make live` starts."""
    planned = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", "live"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    python, *words = shlex.split(planned.stdout.splitlines()[-1])
    assert Path(python).name == "python"
    return [sys.executable, *words]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serve_lab(project: Path, home: Path, log: Path) -> Iterator[Lab]:
    """Start JupyterLab in a clone, as `make live` does, and yield once it answers."""
    lab = Lab(f"http://127.0.0.1:{free_port()}", secrets.token_hex(16), project, home)
    home.mkdir()
    with log.open("w") as output:
        server = subprocess.Popen(
            [
                *(*command(), "--no-browser", "--allow-root"),
                *("--ip=127.0.0.1", f"--port={lab.address.rpartition(':')[2]}"),
                "--ServerApp.port_retries=0",
            ],
            cwd=project,
            # The token is in nobody's list of processes.
            env={**environment(home), "JUPYTER_TOKEN": lab.token},
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
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            lab.ask("status")
        except urllib.error.URLError:
            time.sleep(0.1)  # between two tries to reach it, not for something to happen
        else:
            return
    raise AssertionError(log.read_text())


PYTHON = {"name": "python3", "display_name": "Python 3", "language": "python"}
"""What a notebook says of its kernel."""


def until(page: Page, is_so: Callable[[], bool]) -> None:
    """Wait until something is so, while the page goes on."""
    deadline = time.monotonic() + START_S
    while not is_so():
        assert time.monotonic() < deadline, "it never came to be"
        page.wait_for_timeout(50)


def cells_of(file: Path) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return cells


def code_of(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [cell for cell in cells if cell["cell_type"] == "code"]


def serve_libraries(context: BrowserContext) -> None:
    """Give a folium map the libraries it asks a public server for, from npm's packages."""

    def from_npm(route: Route) -> None:
        name, _, path = route.request.url.removeprefix(LIBRARIES).partition("/")
        route.fulfill(path=ROOT / "node_modules" / name.partition("@")[0] / path)

    context.route(f"{LIBRARIES}**", from_npm)


# What Jupyter writes into the console by itself, on any notebook.
JUPYTERS_OWN = (
    "Cannot read properties of undefined (reading 'schema')",  # Notebook 7: settings not there yet
    "Command 'filebrowser:open-path' not registered",  # Notebook 7: it has no file browser
    "Comm not found for comm",  # a new kernel is asked for the widgets of the old one
    # A view from the file is drawn while no cell was run yet: what stands there then, and that it
    # is gone after a run, is asked of the page itself.
    "Error: widget model not found",
    "Could not restore the debugger state",  # a kernel that restarts answers the debugger no more
)


def errors_of(watch: Watch) -> list[str]:
    """The errors in the console that are not Jupyter's own."""
    return [error for error in watch.errors if not error.startswith(JUPYTERS_OWN)]


class Open(Protocol):
    """Opens a notebook by its path below `book/`, such as `history/read-the-timeline.ipynb`."""

    def __call__(self, name: str, app: str = LAB) -> tuple[Notebook, Watch]: ...


class Notebook:
    """The notebook that is open in JupyterLab, or in Notebook 7."""

    def __init__(self, page: Page, file: Path, lab: Lab | None = None, app: str = LAB) -> None:
        self.page = page
        self.file = file
        self.lab = lab
        self.app = app
        self.panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        self.cells = self.panel.locator(".jp-Notebook .jp-CodeCell")
        self.ready()

    def ready(self) -> None:
        """Wait until the cells are there, and a kernel that answers."""
        python = self.panel.get_by_role("button", name=re.compile("Python 3"))
        expect(python).to_be_visible(timeout=CELLS_MS)
        # JupyterLab puts the cells of a long notebook into its page one after the other.
        expect(self.cells).to_have_count(len(code_of(self.stored())))
        until(self.page, self.has_kernel)

    def has_kernel(self) -> bool:
        """Whether the page is connected to a kernel that waits for work."""
        if self.lab is None:  # a server that somebody else started: only JupyterLab says it
            bar = self.page.locator("#jp-main-statusbar")
            return bar.get_by_text(re.compile(r"Python 3.* \| Idle")).count() > 0
        path = self.file.relative_to(self.lab.folder).as_posix()
        sessions = json.loads(self.lab.ask("sessions"))
        kernels = [session["kernel"] for session in sessions if session["path"] == path]
        return any(one["connections"] and one["execution_state"] == "idle" for one in kernels)

    def stored(self) -> list[dict[str, Any]]:
        """The cells as the file has them."""
        return cells_of(self.file)

    def run_all(self) -> None:
        """Run every cell, and wait until each has been run."""
        self.menu("Run", "Run All Cells")
        self.finished()
        until(self.page, self.has_kernel)  # cells that are folded away do not show that they wait

    def restart_and_run_all(self) -> None:
        """Clear every output, then run all cells in a new kernel, and save what came of it."""
        self.menu("Edit", "Clear Outputs of All Cells")
        self.menu("Kernel", "Restart Kernel and Run All Cells…")
        dialog = self.page.get_by_role("dialog", name=re.compile("^Restart Kernel"))
        dialog.get_by_role("button", name="Confirm Kernel Restart").click()
        expect(self.panel.locator(".jp-InputPrompt").get_by_text("[ ]:")).to_have_count(
            0, timeout=CELLS_MS
        )
        self.finished()
        # The cells of the solutions are folded away: only the file tells that they were run.
        until(self.page, self.was_run)

    def was_run(self) -> bool:
        """Whether the file, saved after the kernel came to rest, has every cell as run once."""
        idle = self.has_kernel()
        self.save()
        counts = [cell["execution_count"] for cell in code_of(self.stored())]
        return idle and counts == [*range(1, len(counts) + 1)]

    def save(self) -> None:
        """Save, and wait until the file was written."""
        before = self.file.stat().st_mtime_ns
        self.menu("File", "Save Notebook")
        until(self.page, lambda: self.is_written(before))

    def is_written(self, before: int) -> bool:
        """Whether the file is a later one, and whole."""
        try:
            return self.file.stat().st_mtime_ns != before and bool(self.stored())
        except json.JSONDecodeError:
            return False

    def reopen(self, *, kernel: bool) -> None:
        """Close the notebook and open it again, with its kernel still running or not."""
        assert self.lab
        if not kernel:
            self.lab.end_kernels()
        self.page.goto("about:blank")
        name = self.file.relative_to(self.lab.folder / NOTEBOOKS).as_posix()
        self.page.goto(self.lab.url(name, self.app))
        self.ready()

    def menu(self, name: str, item: str) -> None:
        self.page.get_by_role("menubar").get_by_role("menuitem", name=name, exact=True).click()
        wanted = re.compile(rf"^{re.escape(item)}")
        switch = self.page.get_by_role("menuitemcheckbox", name=wanted)
        self.page.get_by_role("menuitem", name=wanted).or_(switch).first.click()

    def finished(self) -> None:
        """Wait until no cell waits or runs, and assert that none failed."""
        expect(self.panel.locator(".jp-InputPrompt").get_by_text("[*]:")).to_have_count(
            0, timeout=CELLS_MS
        )
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

    def ask(self, expression: str) -> Any:  # noqa: ANN401 (whatever JSON holds)
        """Ask Python for a value that JSON can hold."""
        said = self.run(f"import json; print(json.dumps({expression}, default=str))")
        return json.loads(said)

    def show(self, source: str, selector: str) -> Locator:
        """Run a cell that ends in a widget, and return its view once it is there."""
        before = self.panel.locator(selector).count()
        self.run(source)
        live = self.panel.locator(selector).nth(before)
        expect(live).to_be_attached()
        live.scroll_into_view_if_needed()
        return live
