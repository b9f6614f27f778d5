"""Every cell that should show something has a stored output, so that nbval has what to compare."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "book").glob("**/*.ipynb"))
VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"
SVG = "image/svg+xml"
WIDTH = re.compile(r'<svg [^>]*width="([\d.]+)pt"')
WIDEST_PT = 340
"""On a phone's 356 px this leaves four fifths: letters of 11 pt are 11.5 px high there."""
UNCOMPARED = "nbval-ignore-output"
SHOWING = {"print", "display", "show", "interact"}
# What nbval passes over or what differs from run to run, so that it proves nothing.
PICTURES = {"image/png", "image/jpeg"}
# An address such as https://example.org/home/ is nobody's folder.
PASSING = re.compile(
    r" at 0x[0-9a-f]{6,}|(?<!\.[a-z]{3})/(?:home|Users|tmp|root|work)/|\b\d\d:\d\d:\d\d\b"
)


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def source(cell: dict) -> str:
    return "".join(cell["source"])


def code_cells(path: Path) -> list[dict]:
    return [cell for cell in read(path)["cells"] if cell["cell_type"] == "code"]


def tags(cell: dict) -> list[str]:
    return cell["metadata"].get("tags", [])


def kinds(cell: dict) -> set[str]:
    return {kind for output in cell["outputs"] for kind in output.get("data", {})}


def width_pt(svg: str) -> float:
    """How wide a picture is, in points; 0 where it does not say."""
    found = WIDTH.search(svg)
    return float(found[1]) if found else 0


def compared(cell: dict) -> bool:
    """Whether nbval compares anything of this cell's outputs."""
    streams = any(output["output_type"] == "stream" for output in cell["outputs"])
    return UNCOMPARED not in tags(cell) and (streams or bool(kinds(cell) - PICTURES - {VIEW}))


def shows(code: str) -> bool:
    """Whether a cell's code displays something: a last value, or a call that prints or draws."""
    tree = ast.parse(code)
    if not tree.body:
        return False
    last = tree.body[-1]
    if isinstance(last, ast.Expr) and not code.rstrip().endswith(";"):
        call = last.value
        # A function called for its effect, as `use_book_style()`, shows nothing by itself.
        if not isinstance(call, ast.Call) or not returns_nothing(call):
            return True
    return any(
        isinstance(node, ast.Call)
        and (getattr(node.func, "id", None) or getattr(node.func, "attr", None)) in SHOWING
        for statement in tree.body
        if not isinstance(statement, ast.FunctionDef)
        for node in ast.walk(statement)
    )


def returns_nothing(call: ast.Call) -> bool:
    return getattr(call.func, "id", None) == "use_book_style"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("directory.head()", True),
        ("print('hello')", True),
        ("for row in rows:\n    print(row)", True),
        ("interact(entries, most=(1, 10));", True),
        ("x = 3", False),
        ("import pandas as pd", False),
        ("def f():\n    print('later')", False),
        ("use_book_style()", False),
        ("rows.sort();", False),
        ("", False),
    ],
)
def test_shows(code: str, *, expected: bool) -> None:
    assert shows(code) is expected


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) >= 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestNotebook:
    def test_every_showing_cell_has_an_output(self, path: Path) -> None:
        silent = [
            source(cell) for cell in code_cells(path) if shows(source(cell)) and not cell["outputs"]
        ]
        assert silent == []

    def test_what_nbval_skips_is_followed_by_what_it_compares(self, path: Path) -> None:
        cells = code_cells(path)
        unproven = [
            source(cell)
            for cell, after in zip(cells, [*cells[1:], None], strict=True)
            if cell["outputs"] and not compared(cell) and (after is None or not compared(after))
        ]
        assert unproven == []

    def test_only_widgets_go_uncompared(self, path: Path) -> None:
        excused = [
            source(cell)
            for cell in code_cells(path)
            if UNCOMPARED in tags(cell) and VIEW not in kinds(cell)
        ]
        assert excused == []

    def test_charts_are_svg(self, path: Path) -> None:
        pictures = [source(cell) for cell in code_cells(path) if kinds(cell) & PICTURES]
        assert pictures == []

    def test_charts_fit_a_phone(self, path: Path) -> None:
        """A wider picture is made smaller there, and its letters with it."""
        charts = [
            (source(cell), "".join(output["data"][SVG]))
            for cell in code_cells(path)
            for output in cell["outputs"]
            if SVG in output.get("data", {})
        ]
        # A picture that names no width in points is not known to fit.
        fitting = [code for code, svg in charts if 0 < width_pt(svg) <= WIDEST_PT]
        assert fitting == [code for code, _ in charts]

    def test_charts_have_words(self, path: Path) -> None:
        unworded = [
            source(cell)
            for cell in code_cells(path)
            if SVG in kinds(cell)
            and not cell["metadata"].get("mystnb", {}).get("image", {}).get("alt")
        ]
        assert unworded == []

    def test_outputs_hold_nothing_of_the_machine(self, path: Path) -> None:
        found = [
            match[0]
            for cell in code_cells(path)
            for match in PASSING.finditer(json.dumps(cell["outputs"], ensure_ascii=False))
        ]
        assert found == []

    def test_no_output_is_an_error(self, path: Path) -> None:
        kinds_of_output = {
            output["output_type"] for cell in code_cells(path) for output in cell["outputs"]
        }
        assert "error" not in kinds_of_output

    def test_opens_with_what_it_is_for_and_ends_with_exercises(self, path: Path) -> None:
        text = [source(cell) for cell in read(path)["cells"] if cell["cell_type"] == "markdown"]
        assert text[0].startswith("# ")
        for promise in ("**You will learn**", "**You need**", "**Time:**"):
            assert promise in text[0]
        assert any(part.startswith("## Exercises") for part in text)
        assert sum(part.startswith("### Solution") for part in text) in (2, 3)

    def test_stored_widgets_are_whole(self, path: Path) -> None:
        """A page shows a widget's first result from what it refers to; so does JupyterLab."""
        stored = read(path)["metadata"].get("widgets", {}).get(STATE, {}).get("state", {})
        named = set(re.findall(r"IPY_MODEL_([0-9a-f]+)", json.dumps(stored)))
        assert named <= set(stored)

    def test_it_is_not_heavy(self, path: Path) -> None:
        assert path.stat().st_size < 2_000_000
