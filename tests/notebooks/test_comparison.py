"""nbval notices a changed output of each kind: text, chart and map."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from guidebook.notebooks import normalise, run, write
from notebooks.support.made import notebook

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "print('one place')"
CHART = """
import matplotlib.pyplot as plt
from guidebook.charts import use_book_style

use_book_style()
plt.plot([1, 2, 3])
plt.show()
"""
MAP = """
import folium
from guidebook.maps import basemap

chart = basemap("One circle")
folium.CircleMarker((41.5, -87.5), radius=6).add_to(chart)
chart
"""


def nbval(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "--nbval", "-p", "no:cacheprovider", path.name]
    return subprocess.run(command, cwd=path.parent, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """A notebook with one cell of each kind, run."""
    path = tmp_path_factory.mktemp("stored") / "example.ipynb"
    write(path, normalise(notebook(TEXT, CHART, MAP)))
    return run(path)


def tamper(cell: dict, kind: str, old: str, new: str) -> None:
    """Change one output of a stored cell as little as a wrong figure would."""
    (holder,) = [
        holder
        for output in cell["outputs"]
        for holder in (output, output.get("data", {}))
        if kind in holder
    ]
    assert old in holder[kind]
    holder[kind] = holder[kind].replace(old, new, 1)


def test_untouched_notebook_passes(stored: dict, tmp_path: Path) -> None:
    path = tmp_path / "example.ipynb"
    write(path, stored)
    result = nbval(path)
    assert result.returncode == 0, result.stdout
    assert "3 passed" in result.stdout


def test_changed_outputs_fail(stored: dict, tmp_path: Path) -> None:
    changed = json.loads(json.dumps(stored))
    text, chart, chart_map = changed["cells"]
    tamper(text, "text", "one place", "two places")
    tamper(chart, "image/svg+xml", "stroke-width", "stroke-widht")
    tamper(chart_map, "text/html", "41.5", "42.5")
    path = tmp_path / "example.ipynb"
    write(path, changed)
    result = nbval(path)
    for cell in range(3):
        assert f"FAILED example.ipynb::Cell {cell}" in result.stdout
    assert result.returncode == 1
