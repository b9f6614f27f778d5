"""A page with live code before, beside and without it: for every reader, and for nobody else."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from browser.support.built import PAGES, SITE
from live.support.jupyter_server import serve_jupyter
from live.support.live_page import FILTER, FIRST_LOOK

if TYPE_CHECKING:
    from live.support.jupyter_server import JupyterServer
    from live.support.live_page import OpenLive

OFFER = "guidebook-live-offer"
SCRIPTS = SITE / "_static" / "guidebook"


def test_offer_stands_on_every_notebook_and_nowhere_else() -> None:
    notebooks = {path.with_suffix(".html").name for path in SITE.rglob("_sources/**/*.ipynb")}
    offering = {page for page in PAGES if OFFER in (SITE / page).read_text(encoding="utf-8")}
    assert {page.rpartition("/")[2] for page in offering} == notebooks
    for page in PAGES:
        text = (SITE / page).read_text(encoding="utf-8")
        assert ("live-offer.js" in text) == (page in offering), page
        # What is heavy comes with a press.
        assert not re.search(r'(?:src|href)="[^"]*live(?:-kernel)?\.(?:js|css)', text), page
        # Only such a page may reach a server or import a module that a kernel sent.
        assert ("connect-src" in text) == (page in offering), page
        assert "unsafe-eval" not in text, page


def test_loader_weighs_a_few_hundred_bytes_and_the_words_name_the_rest(open_live: OpenLive) -> None:
    def weight(name: str) -> int:
        return len(gzip.compress((SCRIPTS / name).read_bytes(), 9))

    assert weight("live-offer.js") < 600
    kernel = weight("live-kernel.js") + weight("live-kernel.css")
    live = open_live(FIRST_LOOK)
    live.choose()
    said = re.search(r"about (\d+) KB", live.panel.inner_text())
    assert said
    assert abs(kernel / 1024 - int(said[1])) < 10, f"it weighs {kernel / 1024:.0f} KB"


def test_without_scripts_nothing_is_offered_that_could_not_be_done(open_live: OpenLive) -> None:
    live = open_live(FIRST_LOOK, java_script_enabled=False)
    expect(live.page.locator(f".{OFFER}")).to_be_hidden()
    expect(live.cell(1)).to_contain_text("directory.shape")


def test_on_paper_the_offer_is_not_printed(open_live: OpenLive) -> None:
    live = open_live(FIRST_LOOK)
    expect(live.offer).to_be_visible()
    live.page.emulate_media(media="print")
    expect(live.offer).to_be_hidden()


def test_nothing_is_sent_before_a_start_and_nothing_stored_after(
    open_live: OpenLive, jupyter: JupyterServer, live_site: str
) -> None:
    live = open_live(FIRST_LOOK)
    live.choose()
    assert live.watch.foreign == []
    live.give(jupyter.url, jupyter.token)
    live.ready()
    live.run(1)
    assert live.asked(jupyter) == []
    stored = live.page.evaluate(
        "() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]"
    )
    assert stored == [[], [], ""]
    # What a server puts into a browser for itself, when a connection opens, no page can refuse.
    own = f"-{jupyter.url.rpartition(':')[2]}"
    cookies = [cookie["name"] for cookie in live.page.context.cookies()]
    assert [name for name in cookies if not name.endswith(own)] == []
    assert live.page.evaluate("indexedDB.databases()") == []
    assert live.page.url == f"{live_site}/{FIRST_LOOK}"
    referrers = live.page.evaluate("document.referrer")
    assert referrers == ""
    live.page.reload()
    live.choose()
    expect(live.panel.get_by_label("Token")).to_have_value("")
    expect(live.panel.get_by_label("Address of the server")).to_have_value("")


def test_all_of_it_by_keyboard_alone(open_live: OpenLive, jupyter: JupyterServer) -> None:
    live = open_live(FIRST_LOOK)
    keys = live.page.keyboard
    live.offer.focus()
    keys.press("Enter")
    expect(live.panel.get_by_role("heading", name="Run this notebook here")).to_be_focused()
    keys.press("Tab")
    expect(live.panel.get_by_label("Address of the server")).to_be_focused()
    keys.type(jupyter.url)
    keys.press("Tab")
    keys.type(jupyter.token)
    keys.press("Enter")
    live.ready()
    # The button that was pressed is gone; the focus stands on what can be done next.
    expect(live.button("Run all cells")).to_be_focused()

    live.code(1).focus()
    keys.press("Control+a")
    keys.type("if True:")
    keys.press("Enter")
    keys.type("print('typed')")
    expect(live.code(1)).to_have_value("if True:\n    print('typed')")
    keys.press("Shift+Enter")
    expect(live.code(2)).to_be_focused()
    expect(live.outputs(1).locator("pre")).to_have_text("typed\n")
    # Tab leaves the code, both ways.
    keys.press("Tab")
    expect(live.cell(2).get_by_role("button", name="Run cell 2")).to_be_focused()
    keys.press("Shift+Tab")
    keys.press("Shift+Tab")
    expect(live.code(2)).not_to_be_focused()


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(
    open_live: OpenLive, jupyter: JupyterServer, theme: str, width: int
) -> None:
    live = open_live(FILTER, color_scheme=theme, viewport={"width": width, "height": 800})
    live.choose()
    live.panel.get_by_text("What that server must allow").click()
    assert violations(live.page) == []
    live.give(jupyter.url, jupyter.token)
    live.ready()
    live.run(1)
    live.run(3)
    live.run(4, "1 / 0", ends="Stopped with an error")
    assert violations(live.page) == []
    # At 320 px nothing but code, tables and maps scrolls sideways.
    live.page.set_viewport_size({"width": 320, "height": 800})
    assert live.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_from_a_disk(open_live: OpenLive, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file's page has no address that a server could name: it has to allow every page."""
    with serve_jupyter(tmp_path_factory.mktemp("disk"), "*") as server:
        live = open_live((SITE / FILTER).as_uri())
        live.choose()
        live.panel.get_by_text("What that server must allow").click()
        expect(live.panel.locator("pre")).to_contain_text("allow_origin='*'")
        live.give(server.url, server.token)
        live.ready()
        live.run(1)
        shown = live.run(
            2,
            "explorer = guidebook.DirectoryExplorer(directory)\nexplorer",
        )
        expect(shown.get_by_role("searchbox")).to_be_visible()
        mapped = live.run(3, "from guidebook import maps\nmaps.points(directory)")
        expect(mapped.frame_locator("iframe").locator(".leaflet-container")).to_be_visible()
