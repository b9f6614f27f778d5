"""A notebook with every widget: saved, closed, and opened again, with and without its kernel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

from live.support.deeds import DEEDS, View
from live.support.lab import CELLS_MS, LAB, NOTEBOOK_7, PYTHON, until

if TYPE_CHECKING:
    from browser.support.watch import Watch
    from live.support.lab import Lab, Notebook, Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# What is answered in a quick check stays in the page: it has no state to keep.
KEPT = [deed for deed in DEEDS if deed.moves]


def write(lab: Lab, name: str) -> None:
    """A notebook in which each widget was moved away from how it begins."""
    cells = [new_code_cell("import guidebook")]
    cells += [new_code_cell(f"it = {deed.made}\n{deed.begun}\n{deed.moves}\nit") for deed in KEPT]
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": PYTHON}), lab.file(name))


def shown(notebook: Notebook, watch: Watch) -> dict[str, Any]:
    """What all of the widgets show, once they are alive."""
    for deed in KEPT:
        expect(notebook.panel.locator(deed.selector)).to_be_attached(timeout=CELLS_MS)
    return {
        deed.name: deed.shows(
            View(notebook.page, watch, notebook.panel.locator(deed.selector).first)
        )
        for deed in KEPT
    }


@pytest.mark.parametrize(
    "app", [LAB, pytest.param(NOTEBOOK_7, marks=pytest.mark.walk)], ids=["lab", "notebook-7"]
)
def test_widgets_keep_what_they_showed(open_notebook: Open, lab: Lab, app: str) -> None:
    name = f"reopened-{app.partition('/')[0]}.ipynb"
    write(lab, name)
    notebook, watch = open_notebook(name, app)
    notebook.restart_and_run_all()
    before = shown(notebook, watch)

    # The kernel still runs: all is as it was, and alive.
    notebook.reopen(kernel=True)
    until(notebook.page, lambda: shown(notebook, watch) == before)
    notebook.menu("Settings", "Save Widget State Automatically")
    expect(notebook.panel.locator(".gb-stored")).to_have_count(0)

    # The kernel is gone: the file says what each cell showed, and what to do.
    notebook.menu("Settings", "Save Widget State Automatically")
    notebook.save()
    assert "widgets" not in nbformat.read(notebook.file, 4).metadata
    notebook.reopen(kernel=False)
    stored = notebook.panel.locator(".gb-stored")
    expect(stored).to_have_count(len(KEPT))
    expect(notebook.panel.get_by_text("Error displaying widget")).to_have_count(0)
    expect(stored.first).to_contain_text("Run the cell again to use it.")
    expect(stored.first.locator(".guidebook-plain")).to_contain_text(
        re.compile(rf"{len(before['explorer']['ids'])} of \d+ shown")
    )
    notebook.cells.first.click()
    notebook.run_all()
    expect(stored).to_have_count(0)
    until(notebook.page, lambda: shown(notebook, watch) == before)

    # Whoever asks Jupyter to save the widgets too has them alive with no kernel at all.
    notebook.menu("Settings", "Save Widget State Automatically")
    notebook.save()
    notebook.reopen(kernel=False)
    until(notebook.page, lambda: shown(notebook, watch) == before)
    expect(stored).to_have_count(0)
    notebook.menu("Settings", "Save Widget State Automatically")
    assert watch.foreign == []
