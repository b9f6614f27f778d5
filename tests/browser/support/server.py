"""Serves a folder to the browser, and to nothing else."""

from __future__ import annotations

import functools
import http.server
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serve a folder without a line of log for each file."""

    # One connection serves many files, as with any real server.
    protocol_version = "HTTP/1.1"
    # A file's head and body are sent one after the other: neither waits 40 ms for the other's receipt.
    disable_nagle_algorithm = True

    def handle_one_request(self) -> None:
        # A connection that is still open outlives the server: one that was stopped answers nobody.
        if self.server.is_stopped:
            self.close_connection = True
        else:
            super().handle_one_request()

    def log_message(self, *_: object) -> None:
        pass


class QuietServer(http.server.ThreadingHTTPServer):
    """A server that takes it calmly when a page is closed while it loads."""

    daemon_threads = True
    is_stopped = False

    def handle_error(self, *_: object) -> None:
        pass


@contextmanager
def serve(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve a folder on a port of this machine, a free one by default, and yield its address."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with QuietServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.is_stopped = True
        server.shutdown()
