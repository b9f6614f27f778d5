"""The notebooks in JupyterLab, in a real browser, as a student has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import chromium
import pytest
from browser.support.explorer import Explorer
from browser.support.watch import Watch
from live.support.lab import ROOT, Lab, Notebook, copy_book, serve_lab
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from guidebook import Directory, load_directory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Open = Callable[[str], tuple[Notebook, Watch]]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Whatever a page asks of another host fails at once, and without leaving this machine.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
LIBRARIES = "https://cdn.jsdelivr.net/npm/"

expect.set_options(timeout=15_000)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("clone")
    with serve_lab(copy_book(folder / "project"), folder / "home") as lab:
        yield lab


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(
            executable_path=chromium.install(), args=[*chromium.ARGUMENTS, ALONE]
        )
        yield instance
        instance.close()


@pytest.fixture
def open_notebook(browser: Browser, lab: Lab) -> Iterator[Open]:
    context = browser.new_context(
        viewport={"width": 1500, "height": 1100}, reduced_motion="reduce", bypass_csp=False
    )
    context.set_default_timeout(15_000)

    def opener(name: str) -> tuple[Notebook, Watch]:
        watch = Watch.over(context, lab.address)
        page = context.new_page()
        page.goto(lab.url(name))
        return Notebook(page), watch

    yield opener
    context.close()


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory()


def explorer_of(notebook: Notebook, watch: Watch, number: int = 0) -> Explorer:
    live = notebook.panel.locator(".jp-OutputArea-output", has=notebook.page.locator(".gb-explorer"))
    live.nth(number).scroll_into_view_if_needed()
    return Explorer(notebook.page, watch, live.nth(number))


def results(notebook: Notebook) -> list[str]:
    """What `explorer.results` holds, asked in a cell of its own."""
    return json.loads(notebook.run("import json; print(json.dumps(list(explorer.results['id'])))"))


def test_the_explorer_by_mouse_and_from_python(open_notebook: Open, directory: Directory) -> None:
    notebook, watch = open_notebook("make-a-filter.ipynb")
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
    explorer.radius.select_option(label="within 100 km")
    expected = directory.filter(near="Toronto", within_km=100)
    expect(explorer.summary).to_contain_text(expected.summary)
    assert results(notebook) == expected.frame["id"].tolist() == explorer.ids()
    assert notebook.run("print(explorer.near['label'])").strip() == expected.query.near.label
    # So are borders and towns, without which the map stays empty.
    expect(explorer.live.locator("canvas.gb-ground")).to_be_visible()
    expect(explorer.live.get_by_text("Toronto", exact=True).first).to_be_visible()

    watch.clean()
