"""Notebooks made for a test, and the guidebook command run on them as an author would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def notebook(*sources: str, **metadata: object) -> dict[str, Any]:
    """A notebook of code cells that have not been run."""
    cells = [
        {
            "cell_type": "code",
            "id": f"cell-{index}",
            "metadata": {},
            "source": source.strip(),
            "outputs": [],
            "execution_count": None,
        }
        for index, source in enumerate(sources)
    ]
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def save(path: Path, content: dict[str, Any]) -> Path:
    """Save a notebook as a program would that knows nothing of this book."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def load(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def text(output: dict[str, Any], kind: str = "") -> str:
    """What an output says, whether stored as a text or as lines."""
    value = output["data"][kind] if kind else output["text"]
    return value if isinstance(value, str) else "".join(value)


def guidebook(*words: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own; no traceback ever reaches its user."""
    done = subprocess.run(
        [sys.executable, "-m", "guidebook.cli", *words],
        cwd=cwd,
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done
