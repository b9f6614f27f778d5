"""Every notebook in JupyterLab and in Notebook 7: run from the top in a new kernel, and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from live.support.lab import (
    LAB,
    LIBRARIES,
    NOTEBOOK_7,
    NOTEBOOKS,
    ROOT,
    cells_of,
    errors_of,
)

if TYPE_CHECKING:
    from live.support.lab import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ALL = sorted(
    path.relative_to(ROOT / NOTEBOOKS).as_posix() for path in (ROOT / NOTEBOOKS).rglob("*.ipynb")
)
# One with tables, core widgets and one of the book's own; the others are walked over.
SAMPLE = "directory/make-a-filter.ipynb"


def sampled(name: str) -> object:
    return name if name == SAMPLE else pytest.param(name, marks=pytest.mark.walk)


def kinds(cell: dict[str, Any]) -> list[set[str]]:
    """What a cell shows, output by output: kinds of data, or the name of a stream."""
    return [
        set(output.get("data", {})) or {output.get("name", output["output_type"])}
        for output in cell.get("outputs", [])
    ]


@pytest.mark.parametrize("app", [LAB, NOTEBOOK_7], ids=["lab", "notebook-7"])
@pytest.mark.parametrize("name", [*map(sampled, ALL)])
def test_restart_and_run_all_is_clean(open_notebook: Open, name: str, app: str) -> None:
    notebook, watch = open_notebook(name, app)
    notebook.restart_and_run_all()

    # Every widget is alive: nothing waits, nothing gave up, nothing was drawn from the file.
    outputs = notebook.panel.locator(".jp-OutputArea-output")
    expect(outputs.get_by_text("Loading widget...")).to_have_count(0)
    expect(outputs.get_by_text("Error displaying widget")).to_have_count(0)
    expect(notebook.panel.locator(".gb-stored")).to_have_count(0)

    # What was stored with the book is there again, cell by cell.
    book = cells_of(ROOT / NOTEBOOKS / name)
    now = notebook.stored()
    assert [cell["source"] for cell in now] == [cell["source"] for cell in book]
    assert [kinds(cell) for cell in now] == [kinds(cell) for cell in book]

    assert {urlsplit(url).netloc for url in watch.foreign} <= {urlsplit(LIBRARIES).netloc}
    assert errors_of(watch) == []
