"""A real Jupyter server for pages with live code: on a copy of the book, for one site only."""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from live.support.lab import copy_book, environment, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START_S = 180
"""It is there in two seconds, unless two cores are shared by many."""

# The server alone: its applications take longer to start than all that a page asks of it.
ALONE = {
    "ServerApp": {
        "jpserver_extensions": dict.fromkeys(
            ("jupyterlab", "notebook", "notebook_shim", "jupyter_lsp", "jupyter_server_terminals"),
            False,
        )
    }
}


class JupyterServer(NamedTuple):
    """A running Jupyter server."""

    url: str
    token: str
    folder: Path

    def ask(self, path: str, method: str = "GET") -> Any:  # noqa: ANN401 (whatever it answers)
        request = urllib.request.Request(  # noqa: S310 (the server that was started here)
            f"{self.url}/{path}", headers={"Authorization": f"token {self.token}"}, method=method
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 (the same)
            text = answer.read()
            return json.loads(text) if text else None

    def kernels(self) -> list[str]:
        return [kernel["id"] for kernel in self.ask("api/kernels")]


@contextmanager
def serve_jupyter(folder: Path, origin: str | None) -> Iterator[JupyterServer]:
    """Start a server on a copy of the book, which allows pages of one origin, or none."""
    book = copy_book(folder / "project")
    server = JupyterServer(f"http://127.0.0.1:{free_port()}", secrets.token_hex(16), book)
    log = folder / "server.log"
    settings = folder / "alone.json"
    settings.write_text(json.dumps(ALONE), encoding="utf-8")
    with log.open("w") as output:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "jupyter", "server", "--no-browser", "--allow-root"),
                *("--ip=127.0.0.1", f"--port={server.url.rpartition(':')[2]}"),
                *(
                    f"--config={settings}",
                    "--ServerApp.port_retries=0",
                    f"--ServerApp.root_dir={book}",
                ),
                *([f"--ServerApp.allow_origin={origin}"] if origin else []),
            ],
            cwd=book,
            # The token is in nobody's list of processes.
            env={**environment(folder / "jupyter"), "JUPYTER_TOKEN": server.token},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            deadline = time.monotonic() + START_S
            while True:
                assert process.poll() is None, log.read_text()
                try:
                    server.ask("api/status")
                    break
                except urllib.error.URLError:
                    assert time.monotonic() < deadline, log.read_text()
                    time.sleep(0.1)  # between two tries to reach it, not for something to happen
            yield server
        finally:
            process.terminate()
            process.wait(20)
