"""Has Lighthouse judge pages of the built book as a phone would load them.

Lighthouse comes from npm when this runs and not before: nothing else needs its hundred packages.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from benchmarks.elsewhere import BENCH, ROOT
from benchmarks.report import NOTHING, Table
from tests.chromium import ARGUMENTS, find

from guidebook.edition.node import find_node

LIGHTHOUSE = "lighthouse@13"
SITE = ROOT / "_build" / "html"
PAGES = {
    "home": "index.html",
    "a chapter": "practice/naloxone.html",
    "the explorer": "directory/explore.html",
    "the check-up": "practice/a-drinking-check-up.html",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
REPEATS = 5


class _Compressed(SimpleHTTPRequestHandler):
    """Hands out the copies that lie beside the files, and lets browsers keep what has a mark."""

    protocol_version = "HTTP/1.1"
    # As any real server: a file's head and body do not wait for each other's receipt.
    disable_nagle_algorithm = True

    def send_head(self) -> BinaryIO | None:
        """Give the compressed copy to a browser that takes it."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        copy = path.with_name(f"{path.name}.br")
        if not copy.is_file() or "br" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(copy.stat().st_size))
        self.end_headers()
        return copy.open("rb")

    def end_headers(self) -> None:
        """Say how long the file may be kept."""
        kept = "public, max-age=31536000, immutable" if "?v=" in self.path else "no-cache"
        self.send_header("Cache-Control", kept)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def measure() -> Table:
    """Judge the pages; a table that says why, where Lighthouse cannot be had."""
    heads = ("page", "performance", "accessibility", "best practices", "SEO", "KB", "LCP s")
    title = "Lighthouse, mobile preset"
    try:
        program = _program()
    except (OSError, subprocess.CalledProcessError) as error:
        return Table(title, heads, [], (f"Lighthouse could not be had: {error}",))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rows = []
    remarks = [f"Medians of {REPEATS}; served with brotli and cache headers."]
    for label, page in PAGES.items():
        print(f"Lighthouse: {label} …", file=sys.stderr)
        address = f"http://127.0.0.1:{server.server_port}/{page}"
        try:
            runs = [_run(program, address) for _ in range(REPEATS)]
        except subprocess.CalledProcessError as error:
            # What was measured before, for many minutes, is not lost for it.
            rows.append((label, *[NOTHING] * (len(heads) - 1)))
            remarks.append(f"Lighthouse failed on {label}: {_reason(error)}.")
        else:
            rows.append(
                (label, *(f"{statistics.median(each):.4g}" for each in zip(*runs, strict=True)))
            )
    server.shutdown()
    return Table(title, heads, rows, remarks)


def _reason(error: subprocess.CalledProcessError) -> str:
    """Give the first line of a program's complaint; places in its own code follow."""
    said: str = error.stderr.strip() or "it said nothing"
    return said.splitlines()[0].rstrip(".")


def _program() -> Path:
    """Install Lighthouse beside the benchmark's results, once."""
    folder = BENCH / "lighthouse"
    program = folder / "node_modules/lighthouse/cli/index.js"
    if not program.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text("{}", encoding="utf-8")
        npm = shutil.which("npm") or "npm"
        subprocess.run(
            [npm, "install", "--no-save", "--ignore-scripts", "--loglevel=error", LIGHTHOUSE],
            cwd=folder,
            check=True,
            capture_output=True,
        )
    return program


def _run(program: Path, address: str) -> tuple[float, ...]:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "report.json"
        subprocess.run(
            [
                *(find_node(), program, address, "--quiet", "--output=json"),
                f"--output-path={output}",
                f"--only-categories={','.join(CATEGORIES)}",
                f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}",
            ],
            check=True,
            capture_output=True,
            text=True,
            # Its option for the same is passed over where the path is no Chrome's.
            env={**os.environ, "CHROME_PATH": find() or ""},
        )
        report = json.loads(output.read_text(encoding="utf-8"))
    scores = [report["categories"][name]["score"] * 100 for name in CATEGORIES]
    audits = report["audits"]
    weight = audits["total-byte-weight"]["numericValue"] / 1024
    painted = audits["largest-contentful-paint"]["numericValue"] / 1000
    return (*scores, weight, painted)
