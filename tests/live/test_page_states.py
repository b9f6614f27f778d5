"""What goes on, and what goes wrong, is said in words; and nothing is lost by it."""

from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from live.support.jupyter_server import serve_jupyter
from live.support.live_page import FIRST_LOOK

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from live.support.jupyter_server import JupyterServer
    from live.support.live_page import LivePage, OpenLive


@pytest.fixture
def live(open_live: OpenLive, jupyter: JupyterServer) -> LivePage:
    page = open_live(FIRST_LOOK)
    page.start(jupyter)
    return page


def test_death_of_the_kernel_is_said_and_survived(live: LivePage) -> None:
    live.run(1, "import os\nos._exit(1)", ends="Not finished: Python ended.")
    expect(live.status).to_contain_text("Python ended by itself and was started again")
    expect(live.code(1)).to_have_value("import os\nos._exit(1)")
    shown = live.run(2, "print('alive')")
    expect(shown.locator("pre")).to_have_text("alive\n")
    expect(live.status).to_contain_text("Ready")


def test_kernel_that_is_gone_for_good_is_started_again(
    live: LivePage, jupyter: JupyterServer
) -> None:
    live.run(1, "kept = 1")
    for kernel in jupyter.kernels():
        jupyter.ask(f"api/kernels/{kernel}", "DELETE")
    again = live.button("Start Python again")
    expect(again).to_be_visible(timeout=60_000)
    expect(live.status).to_contain_text("Your cells are still here")
    again.click()
    live.ready()
    expect(live.code(1)).to_have_value("kept = 1")
    shown = live.run(2, "print('kept' in globals())")
    expect(shown.locator("pre")).to_have_text("False\n")


def test_interrupt_stops_a_cell_and_keeps_the_rest(live: LivePage) -> None:
    live.run(1, "kept = 'still here'")
    live.code(2).fill("import time\nwhile True: time.sleep(0.1)")
    live.cell(2).get_by_role("button", name="Run cell 2").click()
    expect(live.status).to_have_text("Python is working.")
    live.cell(2).get_by_role("button", name="Interrupt cell 2").click()
    expect(live.state(2)).to_contain_text("Stopped with an error")
    expect(live.outputs(2)).to_contain_text("KeyboardInterrupt")
    expect(live.run(3, "print(kept)").locator("pre")).to_have_text("still here\n")


def test_restart_forgets_what_cells_made(live: LivePage) -> None:
    live.run(1, "kept = 1")
    live.button("Restart Python").click()
    expect(live.status).to_contain_text("started anew")
    expect(live.run(2, "print('kept' in globals())").locator("pre")).to_have_text("False\n")


def gone(kernels: set[str], jupyter: JupyterServer, page: Page) -> bool:
    """Wait until a server has ended kernels; those of other tests come and go meanwhile."""
    for _ in range(100):
        if not kernels & set(jupyter.kernels()):
            return True
        page.wait_for_timeout(100)
    return False


def test_stop_gives_the_page_back_as_it_was(open_live: OpenLive, jupyter: JupyterServer) -> None:
    live = open_live(FIRST_LOOK)
    article = live.page.locator("article")
    before = article.inner_text()
    earlier = set(jupyter.kernels())
    live.start(jupyter)
    mine = set(jupyter.kernels()) - earlier
    assert mine
    live.run(1, "print('changed')")
    live.button("Stop, and show the page as it was").click()
    # A change is thrown away only after a second press.
    expect(live.panel).to_contain_text("You changed one cell.")
    live.button("Go on").click()
    expect(live.code(1)).to_have_value("print('changed')")
    live.button("Stop, and show the page as it was").click()
    live.button("Stop now").click()
    expect(live.panel).to_have_count(0)
    expect(live.offer).to_be_focused()
    expect(article).to_have_text(re.compile("."))
    assert article.inner_text() == before
    expect(live.page.locator("textarea")).to_have_count(0)
    assert gone(mine, jupyter, live.page), "the kernel was left running"


def test_page_that_is_left_leaves_no_kernel(
    open_live: OpenLive, jupyter: JupyterServer, live_site: str
) -> None:
    live = open_live(FIRST_LOOK)
    earlier = set(jupyter.kernels())
    live.start(jupyter)
    mine = set(jupyter.kernels()) - earlier
    assert mine
    live.page.goto(f"{live_site}/help-now.html")
    assert gone(mine, jupyter, live.page), "the kernel was left running"


def test_changed_cells_can_be_saved_as_a_file(live: LivePage) -> None:
    live.code(1).fill("mine = 'ü'")
    with live.page.expect_download() as saved:
        live.button("Save the cells as a file").click()
    assert saved.value.suggested_filename == "first-look.py"
    text = saved.value.path().read_text(encoding="utf-8")
    assert "# %%\nmine = 'ü'\n" in text
    assert text.count("# %%") == 17


@pytest.mark.parametrize(
    ("address", "token", "words"),
    [
        ("{url}", "wrong", "did not accept the token"),
        ("{url}", "", "did not accept the token"),
        ("http://127.0.0.1:{closed}", "x", "No server answered"),
        ("http://server.example.org", "x", "allowed for this device only"),
        ("ftp://server.example.org", "x", "not the address of a server"),
        ("{site}", "x", "not a Jupyter server|does not allow this page"),
    ],
)
def test_refusal_is_said_and_what_was_typed_stays(
    address: str, token: str, words: str, open_live: OpenLive, jupyter: JupyterServer
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        closed = probe.getsockname()[1]
    live = open_live(FIRST_LOOK)
    live.choose()
    live.give(address.format(url=jupyter.url, closed=closed, site=live.watch.origin), token)
    expect(live.fault).to_contain_text(re.compile(words))
    expect(live.fault).to_be_focused()
    expect(live.page.locator("textarea")).to_have_count(0)
    # The page is as it was, and another try can succeed.
    live.give(jupyter.url, jupyter.token)
    live.ready()


def test_server_that_allows_no_page_is_told_from_one_that_is_silent(
    open_live: OpenLive, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with serve_jupyter(tmp_path_factory.mktemp("strict"), None) as strict:
        live = open_live(FIRST_LOOK)
        live.choose()
        live.give(strict.url, strict.token)
        expect(live.fault).to_contain_text("does not allow this page to use it")
        live.panel.get_by_text("What that server must allow").click()
        expect(live.panel.locator("pre")).to_contain_text(f"allow_origin='{live.watch.origin}'")


def test_address_as_jupyter_prints_it_is_enough(
    open_live: OpenLive, jupyter: JupyterServer
) -> None:
    live = open_live(FIRST_LOOK)
    live.choose()
    live.give(f"{jupyter.url}/lab/tree/book?token={jupyter.token}", "")
    live.ready()


def test_server_without_the_books_files_is_told(
    open_live: OpenLive, jupyter: JupyterServer
) -> None:
    live = open_live(FIRST_LOOK)
    live.choose()
    live.give(jupyter.url, jupyter.token, folder="nowhere")
    live.ready()
    expect(live.panel).to_contain_text("do not lie where this server looks")


def test_kernel_that_never_speaks_is_given_up(open_live: OpenLive, jupyter: JupyterServer) -> None:
    live = open_live(FIRST_LOOK)
    live.page.clock.install()
    live.page.route_web_socket(re.compile("/channels"), lambda _: None)  # open, and silent
    live.choose()
    live.give(jupyter.url, jupyter.token)
    expect(live.status).to_contain_text("starting Python there")
    live.page.wait_for_timeout(1500)  # until the server has made its kernel and the wait began
    live.page.clock.fast_forward("02:00")
    expect(live.fault).to_contain_text("did not start in time")
