"""A small stand-in for Binder: BinderHub's stream of build phases, told by a test.

The stream is what BinderHub documents: ``GET /build/PROVIDER/SPEC`` answers with server-sent
events, each a JSON object with a phase; ``ready`` brings the address and token of a server.
"""

from __future__ import annotations

import http.server
import json
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Event = dict[str, Any]

PHASES = ("waiting", "fetching", "building", "pushing", "built", "launching")


class Binder:
    """What the next build says, and what was asked."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[str] = []
        self.origins: list[str | None] = []
        self.events: list[Event] = []
        self.hold = threading.Event()
        """Between two events the stream waits for this, where the test says `step`."""
        self.stepwise = False
        self.breaks_off = False
        self.status = 200
        self._next = threading.Semaphore(0)
        self.closed = threading.Event()

    def will_say(
        self, *events: Event, stepwise: bool = False, breaks_off: bool = False, status: int = 200
    ) -> None:
        self.events = list(events)
        self.stepwise, self.breaks_off, self.status = stepwise, breaks_off, status
        self._next = threading.Semaphore(0)
        self.closed = threading.Event()
        self.asked.clear()

    def step(self) -> None:
        """Let the next event go."""
        self._next.release()

    def wait(self) -> None:
        if self.stepwise:
            self._next.acquire(timeout=60)


def stream(binder: Binder) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            binder.asked.append(self.path)
            binder.origins.append(self.headers["Origin"])
            self.send_response(binder.status)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            try:
                for event in binder.events:
                    binder.wait()
                    self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
                    self.wfile.flush()
                while not binder.breaks_off:
                    # BinderHub keeps a silent stream open with a comment now and then.
                    self.wfile.write(b":keepalive\n\n")
                    self.wfile.flush()
                    if binder.hold.wait(0.2):
                        return
            except OSError:
                binder.closed.set()  # the page has hung up

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@contextmanager
def stand_in() -> Iterator[Binder]:
    """Serve the stand-in on a port of this machine."""
    binder = Binder()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), stream(binder)) as server:
        server.daemon_threads = True
        binder.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield binder
        binder.hold.set()
        server.shutdown()
