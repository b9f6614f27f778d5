"""Makes the edition fit to be kept on a device: a service worker that knows every file.

The worker is registered when a reader asks for it on the page with ``{keep-offline}``, and by no
other page. It carries the checksum of each file, so that an update fetches what changed and old
and new never mix.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from guidebook.edition.book import Book
from guidebook.edition.dates import in_words
from guidebook.edition.widgets import FOLDER
from guidebook.resources import STATIC

if TYPE_CHECKING:
    from sphinx.application import Sphinx

WORKER = "worker.js"
ABOUT = f"_static/{FOLDER}/keep-edition.js"
MANIFEST = "site.webmanifest"
SERVER_ONLY = {WORKER, "404.html", "robots.txt", "sitemap.xml", "objects.inv", ".buildinfo"}
"""What a reader of a copy has no use for, beside the compressed copies."""
NEEDS_A_SERVER = re.compile(
    rf"_static/{FOLDER}/live(?:-kernel|-frame|-frame-open)?\.(?:js|css|html)"
)
"""Live code runs on a server only: a device that keeps the book is spared its scripts."""
NAME, SHORT_NAME = "Where They’re At", "Where"
"""On a home screen somebody else may read the name."""


def members(site: Path) -> list[Path]:
    """List the files that a copy of the edition consists of, kept or packed, in order.

    Parameters
    ----------
    site
        The folder of the site.
    """
    return [
        path
        for path in sorted(site.rglob("*"))
        if path.is_file()
        and path.relative_to(site).as_posix() not in SERVER_ONLY
        and path.suffix not in {".br", ".gz"}
    ]


def files(site: Path) -> list[dict[str, str]]:
    """List the files of an edition with their checksums.

    Parameters
    ----------
    site
        The folder of the site.
    """
    found = []
    for path in members(site):
        name = path.relative_to(site).as_posix()
        # What is written last tells the size of all the others.
        if name != ABOUT and not NEEDS_A_SERVER.fullmatch(name):
            mark = sha256(path.read_bytes()).hexdigest()[:16]
            found.append({"url": name, "revision": mark})
    return found


def manifest() -> str:
    """Write the web app manifest: a short neutral name, a neutral sign.

    See Also
    --------
    https://www.w3.org/TR/appmanifest/
    """
    sizes = (192, 512)
    icons = [
        {"src": f"_static/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
        for size in sizes
    ]
    return json.dumps(
        {
            "name": NAME,
            "short_name": SHORT_NAME,
            "lang": "en",
            "start_url": "index.html",
            "scope": "./",
            "display": "browser",
            "background_color": "#fbf8f3",
            "theme_color": "#0b5f5a",
            "icons": [{"src": "_static/icon.svg", "sizes": "any", "type": "image/svg+xml"}, *icons],
        },
        ensure_ascii=False,
        indent=1,
    )


def write_worker(site: Path, edition: str) -> None:
    """Write the worker and what the page with the button says of the edition.

    Parameters
    ----------
    site
        The folder of the site, in which every file is as it will stay.
    edition
        The date of the edition, in words.
    """
    # The page that names the size is a part of what is kept: its script changes with any file.
    kept = files(site)
    version = sha256(json.dumps(kept).encode()).hexdigest()[:16]
    size = sum((site / one["url"]).stat().st_size for one in kept)
    about = {"bytes": size, "files": len(kept), "edition": edition}
    script = f"globalThis.guidebookKept={json.dumps(about, ensure_ascii=False)};\n"
    (site / ABOUT).write_text(script, encoding="utf-8")
    kept.append({"url": ABOUT, "revision": version})
    listing = json.dumps({"version": version, "files": kept}, separators=(",", ":"))
    worker = (STATIC / "page" / WORKER).read_text(encoding="utf-8")
    (site / WORKER).write_text(f"self.guidebookEdition={listing};\n{worker}", encoding="utf-8")


def write_manifest(app: Sphinx) -> None:
    """Write the manifest, before pages are written that name it."""
    if app.builder.name == "html":
        path = Path(app.outdir) / MANIFEST
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(manifest(), encoding="utf-8")


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the worker once every file is as it will stay."""
    if exception or app.builder.name != "html":
        return
    site = Path(app.outdir)
    # The host's copies of page scripts hold the worker too; it works at the root alone.
    (site / "_static" / FOLDER / WORKER).unlink(missing_ok=True)
    write_worker(site, in_words(Book.of(app).package.edition))


def setup(app: Sphinx) -> None:
    """Connect the writing: after the policies, before the compressed copies."""
    app.connect("builder-inited", write_manifest)
    app.connect("build-finished", write, priority=995)
