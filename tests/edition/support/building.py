"""Builds books for tests, as `make book` does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SITE = ROOT / "_build" / "html"
BUILD = (
    sys.executable,
    "-c",
    "from jupyter_book.cli.main import main; main()",
    *("build", ".", "--quiet", "-n", "-W", "--keep-going"),
)
SOURCES = ("_config.yml", "_toc.yml", "book", "data", "widgets/guidebook")


def newest(*places: Path) -> float:
    """Give the time of the last change below some places."""
    times = [
        path.stat().st_mtime
        for place in places
        for path in [place, *place.rglob("*")]
        if path.is_file() and "__pycache__" not in path.parts
    ]
    return max(times, default=0.0)


def build(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a book as `make book` does; the test's own repository is never asked."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GUIDEBOOK_")}
    return subprocess.run(
        BUILD,
        cwd=folder,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
