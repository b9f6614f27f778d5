"""Gives every page its Content-Security-Policy, as the last step of the build.

A page may load what ships with the book and nothing else. Scripts that stand in a page are
allowed one by one, by their hashes, so a script that data smuggled in does not run. The
explorer's page may also load pictures from the street map's server, since its reader may ask
for them. A page with live code may reach a Jupyter server, once its reader names one, and import the
modules of that server's widgets. The frames that show a kernel's maps have policies of their own.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

TILES = "https://tile.openstreetmap.org"
EXPLORER = 'class="guidebook-widget" data-widget="explorer"'
LIVE = 'class="guidebook-live-offer"'

# One's own device may be reached without encryption: browsers take it for safe, and so it is.
SERVERS = " ".join(
    (
        "https: wss:",
        *(
            f"{scheme}://{host}:*"
            for host in ("localhost", "127.0.0.1")
            for scheme in ("http", "ws")
        ),
    )
)
# A widget's module comes from the kernel as text; only a script that runs can make a blob of it.
MODULES = "blob:"

FRAME = re.compile(r'<html[^>]*\sdata-frame="(?P<kind>strict|open)"')
"""A frame for a kernel's maps: `guidebook.edition.live.frames`."""

INLINE = re.compile(
    r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE
)
TYPE = re.compile(r"""\stype=["']?(?P<type>[^"'\s>]+)""", re.IGNORECASE)
SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
RUNS = {"text/javascript", "application/javascript", "module"}
OLD = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)


def inline_scripts(page: str) -> Iterator[str]:
    """Find the scripts that stand in a page and run.

    Parameters
    ----------
    page
        The page's HTML.

    Yields
    ------
    str
        Each script's code; blocks of data such as JSON are none.

    Examples
    --------
    >>> list(inline_scripts('<script>a()</script><script type="application/json">{}</script>'))
    ['a()']
    """
    for found in INLINE.finditer(page):
        kind = TYPE.search(found["attributes"])
        if SOURCE.search(found["attributes"]) or (kind and kind["type"].lower() not in RUNS):
            continue
        if found["code"].strip():
            yield found["code"]


def source_hash(code: str) -> str:
    """Give a script's hash as a policy writes it.

    Parameters
    ----------
    code
        The script as it stands between its tags.

    Notes
    -----
    Content Security Policy Level 3, section 8.3: the SHA-256 of the UTF-8 text, in base64. A
    browser reads line ends of a page as one line feed before it compares.
    """
    plain = code.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(plain.encode()).digest()).decode()}'"


def policy(page: str) -> str:
    """Write the policy of a page.

    Parameters
    ----------
    page
        The page's HTML.
    """
    if framed := FRAME.search(page):
        return frame_policy(is_open=framed["kind"] == "open")
    hashes = sorted({source_hash(code) for code in inline_scripts(page)})
    tiles = f" {TILES}" if EXPLORER in page else ""
    is_live = LIVE in page
    return "; ".join(
        (
            "default-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            f"img-src 'self' data: blob:{tiles}",
            " ".join(["script-src", "'self'", *([MODULES] if is_live else []), *hashes]),
            *([f"connect-src 'self' {SERVERS}"] if is_live else []),
            "object-src 'none'",
            "base-uri 'none'",
        )
    )


def frame_policy(*, is_open: bool) -> str:
    """Write the policy of a frame that shows a document of a kernel's.

    Its scripts stand in the document and cannot be known beforehand; the sandbox keeps them from
    the page. They load what ships with the book; in the open frame, which a reader asks for by a
    press, they may load from other hosts too.

    Parameters
    ----------
    is_open
        Whether the reader has asked for it.

    Examples
    --------
    >>> "https:" in frame_policy(is_open=False), "https:" in frame_policy(is_open=True)
    (False, True)
    """
    also = " https:" if is_open else ""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'unsafe-inline'{also}",
            f"style-src 'self' 'unsafe-inline'{also}",
            f"img-src 'self' data: blob:{also}",
            f"font-src 'self' data:{also}",
            *(["connect-src https:"] if is_open else []),
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def with_policy(page: str) -> str:
    """Put a page's policy at the beginning of its head.

    Parameters
    ----------
    page
        The page's HTML; a policy that it has already is replaced.
    """
    plain = OLD.sub("", page)
    head = HEAD.search(plain)
    if head is None:
        return page
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{policy(plain)}">'
    return plain[: head.end()] + meta + plain[head.end() :]


def write(app: Sphinx, exception: Exception | None) -> None:
    """Give every page of the build its policy."""
    if exception or app.builder.format != "html":
        return
    for path in sorted(Path(app.outdir).rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        changed = with_policy(page)
        if changed != page:
            path.write_text(changed, encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Connect the last step of the build."""
    # Hashes are of what the files hold in the end: nothing may change a page after this.
    app.connect("build-finished", write, priority=990)
