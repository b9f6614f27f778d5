"""Notes what a page does that it must not do: ask another host, or fail in its console."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Request

WITHIN = ("data", "blob", "about")


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


@dataclass
class Watch:
    """Requests to other hosts, and errors in the console; the security policy complains there."""

    origin: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @classmethod
    def over(cls, context: BrowserContext, url: str) -> Watch:
        """Watch every page and frame of a context that is about to open an address."""
        watch = cls(origin_of(url))
        context.on("request", watch.note)
        context.on("console", watch.read)
        context.on("weberror", lambda failure: watch.errors.append(str(failure.error)))
        return watch

    def note(self, request: Request) -> None:
        self.requests.append(request.url)
        if urlsplit(request.url).scheme not in WITHIN and origin_of(request.url) != self.origin:
            self.foreign.append(request.url)

    def read(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location['url']})")

    def clean(self) -> None:
        """Assert that nothing left the site and that the console is free of errors."""
        assert not self.foreign, f"asked of other hosts: {self.foreign}"
        assert not self.errors, f"errors in the console: {self.errors}"
