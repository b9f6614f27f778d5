"""Every notebook of the book runs in its page, top to bottom, on a real Jupyter server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from live.support.jupyter_server import JupyterServer
    from live.support.live_page import OpenLive

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted(path.relative_to(ROOT / "book") for path in ROOT.glob("book/*/*.ipynb"))
SAMPLE = {"first-look", "make-a-map", "make-a-filter"}

WIDGET = "application/vnd.jupyter.widget-view+json"


def code_cells(notebook: Path) -> list[dict[str, Any]]:
    cells = json.loads((ROOT / "book" / notebook).read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def text_of(cell: dict[str, Any]) -> str | None:
    """What a cell shows, where all of it is text."""
    parts = []
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            parts.append("".join(output["text"]))
        elif [*output.get("data", {})] == ["text/plain"]:
            parts.append("".join(output["data"]["text/plain"]))
        else:
            return None
    return "\n".join(part.strip("\n") for part in parts)


@pytest.mark.slow
@pytest.mark.parametrize(
    "notebook",
    [
        path if path.stem in SAMPLE else pytest.param(path, marks=pytest.mark.walk)
        for path in NOTEBOOKS
    ],
    ids=str,
)
def test_notebook_runs_in_its_page(
    notebook: Path, open_live: OpenLive, jupyter: JupyterServer
) -> None:
    live = open_live(notebook.with_suffix(".html").as_posix())
    cells = code_cells(notebook)
    live.start(jupyter)
    sources = [live.code(place).input_value() for place in range(1, len(cells) + 1)]
    assert sources == ["".join(cell["source"]).strip("\n") for cell in cells]

    live.run_all()
    expect(live.status).to_have_text(f"All {len(cells)} cells have run.")
    expect(live.page.locator(".guidebook-live-error")).to_have_count(0)
    for place, cell in enumerate(cells, start=1):
        if not cell["outputs"]:
            continue
        shown = live.outputs(place)
        expect(shown.locator("> *").first).to_be_attached()
        expected = text_of(cell)
        if expected is not None:
            drawn = [part.rstrip("\n") for part in shown.locator("pre").all_text_contents()]
            assert "\n".join(drawn) == expected, f"cell {place}"
        kinds = {kind for output in cell["outputs"] for kind in output.get("data", {})}
        if WIDGET in kinds:
            alive = ".jupyter-widgets, .lm-Widget"
            assert shown.locator(alive).count() > 0, f"cell {place}: its widget is not alive"
    assert live.asked(jupyter) == []
    assert live.watch.errors == []
