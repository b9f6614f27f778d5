"""Binder's own protocol in the page, against a stand-in that hands out a real Jupyter server."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from browser.support.server import serve
from edition.support.building import build
from live.support.binder_stand_in import PHASES, Binder, stand_in
from live.support.jupyter_server import JupyterServer, serve_jupyter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from live.support.live_page import LivePage, OpenLive

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = "directory/first-look"

TOC = f"format: jb-book\nroot: book/index\nchapters:\n  - file: book/{NOTEBOOK}\n"


@pytest.fixture(scope="module")
def binder() -> Iterator[Binder]:
    with stand_in() as binder:
        yield binder


@pytest.fixture(scope="module")
def known(binder: Binder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small book of one notebook that knows its repository, built to ask the stand-in."""
    folder = tmp_path_factory.mktemp("known")
    shutil.copy(ROOT / "_config.yml", folder)
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "book" / "_static", folder / "book" / "_static")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / "book" / "references.bib").write_text("", encoding="utf-8")
    (folder / "book" / "index.md").write_text("# A book\n", encoding="utf-8")
    (folder / "book" / "directory").mkdir()
    notebook = json.loads((ROOT / "book" / f"{NOTEBOOK}.ipynb").read_text(encoding="utf-8"))
    # The links between its cells lead to pages that this book has not.
    title = {"cell_type": "markdown", "metadata": {}, "source": ["# First look"]}
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    notebook["cells"] = [title, *code]
    text = json.dumps(notebook)
    (folder / "book" / f"{NOTEBOOK}.ipynb").write_text(text, encoding="utf-8")
    (folder / "_toc.yml").write_text(TOC, encoding="utf-8")
    result = build(
        folder,
        GUIDEBOOK_REPOSITORY="owner/name",
        GUIDEBOOK_BRANCH="v1",
        GUIDEBOOK_BINDER=binder.url,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    with serve(folder / "_build" / "html") as address:
        yield address


@pytest.fixture(scope="module")
def computer(known: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterServer]:
    """What the stand-in hands out."""
    with serve_jupyter(tmp_path_factory.mktemp("computer"), known) as server:
        yield server


@pytest.fixture
def live(open_live: OpenLive, known: str) -> LivePage:
    page = open_live(f"{known}/{NOTEBOOK}.html")
    page.choose()
    return page


def ready(computer: JupyterServer) -> dict[str, str]:
    return {
        "phase": "ready",
        "message": "server running",
        "url": computer.url,
        "token": computer.token,
    }


def test_nothing_is_asked_before_the_press(live: LivePage, binder: Binder) -> None:
    binder.will_say()
    host = binder.url.removeprefix("http://")
    expect(live.panel).to_contain_text(f"Sent to {host}")
    expect(live.panel).to_contain_text("ten or more")
    assert binder.asked == []
    assert live.watch.foreign == []


def test_phases_are_said_in_words_and_end_in_a_kernel(
    live: LivePage, binder: Binder, computer: JupyterServer
) -> None:
    said = {
        "waiting": "waits for its turn",
        "fetching": "fetching this book’s files",
        "building": "may take ten minutes or more",
        "pushing": "storing what it built",
        "built": "ready from before",
        "launching": "starting the computer",
    }
    events = [{"phase": phase, "message": f"log of {phase}\n"} for phase in PHASES]
    binder.will_say(*events, ready(computer), stepwise=True)
    live.button("Start on Binder").click()
    expect(live.status).to_contain_text("Asking Binder")
    # The page works as before meanwhile.
    expect(live.cell(2).locator("table")).to_be_visible()
    for phase in PHASES:
        binder.step()
        expect(live.status).to_contain_text(said[phase])
    live.panel.get_by_text("What Binder says").click()
    expect(live.panel.locator("pre")).to_contain_text("log of building")
    assert violations(live.page, ".guidebook-run") == []
    binder.step()
    live.ready()
    assert binder.asked == ["/build/gh/owner/name/v1"]
    live.run(1)
    shown = live.run(2, "import os, guidebook\nprint(os.getcwd())")
    expect(shown.locator("pre")).to_contain_text("/book/directory")
    own = {binder.url, computer.url, computer.url.replace("http", "ws", 1)}
    asked = [*live.watch.foreign, *live.sockets]
    assert {re.sub(r"^(\w+://[^/]+).*", r"\1", url) for url in asked} <= own


def test_failure_is_said_with_binders_reason(live: LivePage, binder: Binder) -> None:
    binder.will_say(
        {"phase": "building", "message": "Step 1"},
        {"phase": "failed", "message": "Not enough room in the cluster"},
    )
    live.button("Start on Binder").click()
    expect(live.fault).to_contain_text("Binder could not start this book.")
    expect(live.fault).to_contain_text("Not enough room in the cluster")
    expect(live.fault).to_be_focused()
    assert len(binder.asked) == 1, "a failed build was asked for again unasked"


def test_stream_that_breaks_off_is_said_and_not_asked_again(live: LivePage, binder: Binder) -> None:
    binder.will_say({"phase": "building", "message": "Step 1"}, breaks_off=True)
    live.button("Start on Binder").click()
    expect(live.fault).to_contain_text("broke off before the computer was ready")
    live.page.wait_for_timeout(4000)  # a browser's own stream would ask anew after three seconds
    assert len(binder.asked) == 1


def test_stream_that_says_nothing_more_is_given_up(live: LivePage, binder: Binder) -> None:
    binder.will_say({"phase": "waiting", "message": ""})
    live.page.clock.install()
    live.button("Start on Binder").click()
    expect(live.status).to_contain_text("waits for its turn")
    live.page.clock.fast_forward("03:10")
    expect(live.status).to_contain_text("3 minutes so far")
    live.page.clock.fast_forward("07:00")
    expect(live.fault).to_contain_text("said nothing for ten minutes")
    assert binder.closed.wait(10), "the stream was left open"


def test_what_cannot_be_read_stops_nothing(
    live: LivePage, binder: Binder, computer: JupyterServer
) -> None:
    binder.will_say({"phase": "new-in-2031"}, {"words": 1}, ready(computer))
    live.button("Start on Binder").click()
    live.ready()


def test_refusal_of_the_build_is_said(live: LivePage, binder: Binder) -> None:
    binder.will_say(status=404)
    live.button("Start on Binder").click()
    expect(live.fault).to_contain_text("Binder did not answer")


def test_cancel_hangs_up(live: LivePage, binder: Binder) -> None:
    binder.will_say({"phase": "building", "message": ""})
    live.button("Start on Binder").click()
    expect(live.status).to_contain_text("may take ten minutes")
    live.button("Cancel").click()
    expect(live.button("Start on Binder")).to_be_visible()
    assert binder.closed.wait(10), "the stream was left open"
    expect(live.fault).to_have_count(0)
