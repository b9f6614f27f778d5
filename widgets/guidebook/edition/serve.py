"""Serves the built book on this machine, and builds it again when a source changes.

Run by ``make serve``: ``python -m guidebook.edition.serve --port 8000``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SITE = Path("_build/html")
WATCHED = ("_config.yml", "_toc.yml", "book", "data", "widgets/guidebook")
IGNORED = {"__pycache__", ".ipynb_checkpoints"}
SECONDS = 1.0
BUILD = (
    sys.executable,
    "-c",
    "from jupyter_book.cli.main import main; main()",
    *("build", ".", "--quiet", "-n", "--keep-going"),
)


def state(root: Path) -> dict[Path, int]:
    """Note when each source was last changed.

    Parameters
    ----------
    root
        The project's root.
    """
    found: dict[Path, int] = {}
    for name in WATCHED:
        start = root / name
        for path in [start, *start.rglob("*")]:
            if IGNORED.isdisjoint(path.parts):
                try:
                    found[path] = path.stat().st_mtime_ns
                except FileNotFoundError:
                    continue  # an editor's passing file
    return found


def watch(root: Path, build: Callable[[], object], stop: threading.Event) -> None:
    """Build again after every change, once the sources have come to rest.

    Parameters
    ----------
    root
        The project's root.
    build
        What to do after a change.
    stop
        Ends the watch.
    """
    before = state(root)
    while not stop.wait(SECONDS):
        now = state(root)
        if now == before:
            continue
        while now != (later := state(root)) and not stop.wait(SECONDS):
            now = later
        before = later
        build()


def rebuild(root: Path) -> None:
    """Build the book and say how it went.

    Parameters
    ----------
    root
        The project's root.
    """
    begun = time.monotonic()
    result = subprocess.run(BUILD, cwd=root, check=False)  # noqa: S603 (our own command)
    said = "built" if result.returncode == 0 else "NOT built: see above; the last pages stay"
    print(f"{said} in {time.monotonic() - begun:.0f} s", flush=True)  # noqa: T201 (a program's word)


class Pages(SimpleHTTPRequestHandler):
    """Serves files that a browser never keeps, and stays silent."""

    disable_nagle_algorithm = True
    """A file's head and body are sent one after the other; neither waits for the other's receipt."""

    def end_headers(self) -> None:
        """Ask the browser to look again each time."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_words: object) -> None:
        """Say nothing of single requests."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve until interrupted.

    Parameters
    ----------
    arguments
        The command line.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args(arguments).port
    root = Path.cwd()
    if not (root / SITE / "index.html").is_file():
        rebuild(root)
    stop = threading.Event()
    watcher = threading.Thread(target=watch, args=(root, partial(rebuild, root), stop))
    # This machine only: nobody else on the network sees what is read or written here.
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Pages, directory=str(root / SITE)))
    watcher.start()
    print(f"http://localhost:{server.server_port} (Ctrl+C ends it)", flush=True)  # noqa: T201
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
        server.server_close()
        watcher.join()


if __name__ == "__main__":
    main()
