"""Serves a contender's page on this machine, and counts what goes over the wire."""

from __future__ import annotations

import gzip
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

LEVEL = 6
"""Of gzip: what web servers use unless told otherwise."""


def zipped(content: bytes) -> int:
    """Count the bytes of a response's content as gzip sends it.

    Parameters
    ----------
    content
        The content.

    Examples
    --------
    >>> zipped(b"a" * 10_000) < 100
    True
    """
    return len(gzip.compress(content, LEVEL))


class _Quiet(SimpleHTTPRequestHandler):
    # As any real server: a file's head and body do not wait for each other's receipt.
    disable_nagle_algorithm = True

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 (as its parent has it)
        """Say nothing."""


class Server:
    """A web server for one folder; use it as a context."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server.server_port}/"

    def __enter__(self) -> Self:
        """Start it."""
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        self.server.shutdown()
        self.server.server_close()

    def is_here(self, address: str) -> bool:
        """Tell whether an address is one of this server.

        Parameters
        ----------
        address
            A request's address.
        """
        return address.startswith(self.address)

    def content(self, address: str) -> bytes:
        """Give what an address of this server is answered with.

        Parameters
        ----------
        address
            A request's address.
        """
        path = address.removeprefix(self.address).partition("?")[0].partition("#")[0]
        file = self.folder / (path or "index.html")
        return file.read_bytes() if file.is_file() else b""
