"""The notebooks in JupyterLab, in a real browser, as a student has them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from guidebook.at_home.copying import PARTS
from live.support.lab import LIBRARIES, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from live.support.lab import Lab, Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_make_live_opens_the_first_notebook(browser: Browser, lab: Lab) -> None:
    page = browser.new_page()
    page.goto(f"{lab.address}/?token={lab.token}")
    expect(page.get_by_role("heading", name="First look at the directory")).to_be_visible()
    # The tables can be reached too, to be edited beside the notebooks.
    tables = page.request.get(f"{lab.address}/api/contents/data?token={lab.token}").json()
    assert "directory.csv" in {file["name"] for file in tables["content"]}
    page.close()


def test_maps_ask_only_for_what_the_notebook_says(open_notebook: Open) -> None:
    notebook, watch = open_notebook("directory/make-a-map.ipynb")

    notebook.run("import guidebook; from guidebook.maps import clusters")
    notebook.run("clusters(guidebook.load_directory())")
    frame = notebook.cells.last.frame_locator("iframe")
    expect(frame.locator(".leaflet-overlay-pane path").first).to_be_attached()
    expect(frame.get_by_role("button", name=re.compile("places together")).first).to_be_visible()
    said = json.dumps(json.loads(notebook.file.read_text(encoding="utf-8"))["cells"][1])
    assert urlsplit(LIBRARIES).netloc in said
    assert {urlsplit(url).netloc for url in watch.foreign} == {urlsplit(LIBRARIES).netloc}
    assert all(
        url.startswith((f"{LIBRARIES}leaflet@", f"{LIBRARIES}leaflet.markercluster@"))
        for url in watch.foreign
    )
    assert watch.errors == []


def test_a_row_edited_in_the_copy_is_what_a_notebook_reads(lab: Lab, open_notebook: Open) -> None:
    table = lab.folder / "data" / "directory.csv"
    before = table.read_text(encoding="utf-8")
    first = before.splitlines()[1].split(",")[0]
    table.write_text(before.replace(f"\n{first},", "\na-row-of-our-own,", 1), encoding="utf-8")
    try:
        notebook, watch = open_notebook("directory/first-look.ipynb")
        notebook.run("import guidebook; from guidebook.package import find_package")
        said = notebook.ask(
            "['a-row-of-our-own' in guidebook.load_directory(), str(find_package().root)]"
        )
    finally:
        table.write_text(before, encoding="utf-8")
    assert said == [True, str(table.parent)]
    assert watch.foreign == []


def test_nothing_is_written_outside_of_the_copy(lab: Lab, open_notebook: Open) -> None:
    notebook, _watch = open_notebook("history/three-pictures.ipynb")
    notebook.restart_and_run_all()
    # Not in the home, where settings, the history of what was typed and lists of fonts would go.
    assert files(lab.home) == {}
    # Not in the book's own notebooks and tables; whatever earlier tests did counts too.
    assert {part: files(lab.project / part) for part in PARTS} == {
        part: files(ROOT / part) for part in PARTS
    }
    made = {path.name for path in lab.project.iterdir()} - set(PARTS)
    assert made == {"my-copy", "_build"}
    assert [path.name for path in (lab.project / "_build").iterdir()] == ["jupyter"]
    # The copy holds the student's run, and nothing of the machinery.
    known = {*PARTS, ".given.json"}
    assert {path.name for path in lab.folder.iterdir()} <= known


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with what it holds."""
    passing = (".ipynb_checkpoints", "__pycache__")
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not set(passing) & set(path.parts)
    }
