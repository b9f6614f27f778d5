"""The notebooks in JupyterLab, in a real browser, as a student has them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from browser.support.explorer import Explorer
from guidebook import Directory, load_directory
from live.support.lab import ROOT, Lab, Notebook

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

    from browser.support.watch import Watch
    from live.support.lab import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LIBRARIES = "https://cdn.jsdelivr.net/npm/"


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory()


def test_make_live_opens_the_first_notebook(browser: Browser, lab: Lab) -> None:
    page = browser.new_page()
    page.goto(f"{lab.address}/?token={lab.token}")
    expect(page.get_by_role("heading", name="First look at the directory")).to_be_visible()
    # The tables can be reached too: what is served is the clone.
    tables = page.request.get(f"{lab.address}/api/contents/data?token={lab.token}").json()
    assert "directory.csv" in {file["name"] for file in tables["content"]}
    page.close()


def explorer_of(notebook: Notebook, watch: Watch, number: int = 0) -> Explorer:
    live = notebook.panel.locator(
        ".jp-OutputArea-output", has=notebook.page.locator(".gb-explorer")
    )
    live.nth(number).scroll_into_view_if_needed()
    return Explorer(notebook.page, watch, live.nth(number))


def results(notebook: Notebook) -> list[str]:
    """What `explorer.results` holds, asked in a cell of its own."""
    return json.loads(notebook.run("import json; print(json.dumps(list(explorer.results['id'])))"))


def test_the_explorer_by_mouse_and_from_python(open_notebook: Open, directory: Directory) -> None:
    notebook, watch = open_notebook("directory/make-a-filter.ipynb")
    notebook.run_all()
    notebook.run("explorer = guidebook.DirectoryExplorer(directory); display(explorer)")
    explorer = explorer_of(notebook, watch, -1)
    expect(explorer.summary).to_have_text(directory.summary)

    # By mouse: a value of a facet, words, and an entry.
    explorer.choose("services", "Naloxone")
    explorer.search.fill("canada")
    expected = directory.filter(text="canada", services=["naloxone"])
    expect(explorer.summary).to_have_text(expected.summary)
    assert results(notebook) == expected.frame["id"].tolist() == explorer.ids()
    chosen = expected.frame["id"].iloc[1]
    explorer.open_entry(chosen)
    assert notebook.run("print(explorer.selected['id'])").strip() == chosen

    # From Python: the view moves.
    notebook.run("explorer.text = ''; explorer.countries = ['AU']; explorer.selected_id = ''")
    expected = directory.filter(services=["naloxone"], countries=["AU"])
    expect(explorer.summary).to_have_text(expected.summary)
    expect(explorer.chip("Country", "Australia")).to_be_visible()
    expect(explorer.search).to_have_value("")
    assert explorer.ids() == expected.frame["id"].tolist()

    # A place: Python sends what the browser looks it up in.
    explorer.chips.get_by_role("button", name="Clear all").click()
    explorer.go_near("Toronto")
    explorer.radius.select_option("100")
    expected = directory.filter(near="Toronto", within_km=100)
    expect(explorer.summary).to_contain_text(expected.summary)
    assert results(notebook) == expected.frame["id"].tolist() == explorer.ids()
    assert notebook.run("print(explorer.near['label'])").strip() == expected.query.near.label
    # So are borders and towns, without which the map stays empty.
    expect(explorer.live.locator("canvas.gb-ground")).to_be_visible()
    expect(explorer.live.locator(".gb-towns").get_by_text("Hamilton", exact=True)).to_be_visible()

    watch.clean()


def test_two_views_of_one_explorer_stay_in_step(open_notebook: Open, directory: Directory) -> None:
    notebook, watch = open_notebook("directory/first-look.ipynb")
    notebook.run("import guidebook; explorer = guidebook.DirectoryExplorer(); display(explorer)")
    notebook.run("display(explorer)")
    first, second = (explorer_of(notebook, watch, number) for number in (0, 1))
    expect(second.summary).to_have_text(directory.summary)

    second.choose("countries", "New Zealand")
    expect(first.chip("Country", "New Zealand")).to_be_visible()
    expect(first.summary).to_have_text(directory.filter(countries=["NZ"]).summary)
    first.chip("Country", "New Zealand").click()
    expect(second.summary).to_have_text(directory.summary)
    watch.clean()


def test_keys_pressed_in_the_explorer_are_not_commands_of_jupyterlab(open_notebook: Open) -> None:
    notebook, watch = open_notebook("directory/first-look.ipynb")
    notebook.run("import guidebook; display(guidebook.DirectoryExplorer())")
    explorer = explorer_of(notebook, watch)
    cells = notebook.cells.count()

    heading = explorer.results.get_by_role("heading").get_by_role("button").first
    heading.focus()
    # Delete a cell, add one above and one below, copy and paste.
    for key in ("d", "d", "a", "b", "c", "v"):
        notebook.page.keyboard.press(key)
    expect(heading).to_be_focused()
    notebook.page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-expanded", "true")
    explorer.map.focus()
    notebook.page.keyboard.press("ArrowDown")
    expect(explorer.map).to_be_focused()
    expect(notebook.cells).to_have_count(cells)


def test_maps_ask_only_for_what_the_notebook_says(open_notebook: Open) -> None:
    notebook, watch = open_notebook("directory/make-a-map.ipynb")

    def from_npm(route: Route) -> None:
        name, _, path = route.request.url.removeprefix(LIBRARIES).partition("/")
        route.fulfill(path=ROOT / "node_modules" / name.partition("@")[0] / path)

    notebook.page.route(f"{LIBRARIES}**", from_npm)
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


def test_a_row_edited_in_the_clone_is_what_a_notebook_reads(lab: Lab, open_notebook: Open) -> None:
    table = lab.folder / "data" / "directory.csv"
    before = table.read_text(encoding="utf-8")
    first = before.splitlines()[1].split(",")[0]
    table.write_text(before.replace(f"\n{first},", "\na-row-of-our-own,", 1), encoding="utf-8")
    try:
        notebook, watch = open_notebook("directory/first-look.ipynb")
        said = notebook.run(
            "import guidebook; print('a-row-of-our-own' in guidebook.load_directory())"
        )
    finally:
        table.write_text(before, encoding="utf-8")
    assert said.strip() == "True"
    assert watch.foreign == []
