"""Widgets come alive in the page: what a person moves there, the kernel knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from live.support.live_page import FILTER, FIRST_LOOK

if TYPE_CHECKING:
    from live.support.jupyter_server import JupyterServer
    from live.support.live_page import LivePage, OpenLive


@pytest.fixture
def live(open_live: OpenLive, jupyter: JupyterServer) -> LivePage:
    page = open_live(FIRST_LOOK)
    page.start(jupyter)
    return page


def test_interact_answers_to_its_slider(live: LivePage) -> None:
    shown = live.run(
        1,
        "from ipywidgets import interact\n"
        "def square(number=3):\n    print('squared:', number ** 2)\n"
        "interact(square, number=(0, 10));",
    )
    expect(shown.locator("pre")).to_have_text("squared: 9\n")
    slider = shown.get_by_role("slider")
    slider.press("ArrowRight")
    expect(shown.locator("pre")).to_have_text("squared: 16\n")
    slider.press("ArrowRight")
    expect(shown.locator("pre")).to_have_text("squared: 25\n")


def test_label_says_its_text_and_follows_it(live: LivePage) -> None:
    """The text of a Label waits for the message that its view is displayed, and hosts forget it."""
    shown = live.run(1, "import ipywidgets as w\nlabel = w.Label('Hello, you')\nlabel")
    expect(shown.locator(".widget-label")).to_have_text("Hello, you")
    live.run(2, "label.value = 'and again'")
    expect(shown.locator(".widget-label")).to_have_text("and again")


def test_controls_and_what_they_say_to_python(live: LivePage) -> None:
    shown = live.run(
        1,
        "import ipywidgets as w\n"
        "drop = w.Dropdown(options=['red', 'blue'], description='Colour')\n"
        "text = w.Text(description='Name')\n"
        "markup = w.HTML('<b>bold</b> words')\n"
        "out = w.Output()\n"
        "button = w.Button(description='Say it')\n"
        "def say(_):\n"
        "    with out:\n"
        "        print(drop.value, text.value)\n"
        "button.on_click(say)\n"
        "w.VBox([drop, text, markup, button, out])",
    )
    expect(shown.locator("b")).to_have_text("bold")
    shown.get_by_label("Colour").select_option("blue")
    shown.get_by_label("Name").fill("Ida")
    shown.get_by_label("Name").press("Tab")
    shown.get_by_role("button", name="Say it").click()
    expect(shown.locator(".guidebook-live-captured pre")).to_have_text("blue Ida\n")
    expect(live.run(2, "drop.value, text.value").locator("pre")).to_have_text("('blue', 'Ida')")


def test_fault_in_a_callback_is_shown_where_the_widget_stands(live: LivePage) -> None:
    shown = live.run(
        1,
        "import ipywidgets as w\nbutton = w.Button(description='Break')\n"
        "def broken(_):\n    print(1 / 0)\nbutton.on_click(broken)\nbutton",
    )
    shown.get_by_role("button", name="Break").click()
    expect(shown.locator(".guidebook-live-error")).to_contain_text("ZeroDivisionError")


def test_explorer_in_the_page_tells_python_what_it_shows(
    open_live: OpenLive, jupyter: JupyterServer
) -> None:
    live = open_live(FILTER)
    live.start(jupyter)
    live.run(
        1,
        "import guidebook\nexplorer = guidebook.DirectoryExplorer(guidebook.load_directory())\n"
        "explorer",
    )
    explorer = live.outputs(1)
    explorer.get_by_role("searchbox").fill("toronto")
    # The words on the screen: those that are spoken follow a moment later.
    summary = explorer.locator(".gb-summary")
    expect(summary).not_to_have_text(re.compile(r"^(\d+) of \1 "))
    shown = re.match(r"\d+", summary.inner_text())
    assert shown
    counted = live.run(2, "print(len(explorer.results), repr(explorer.text))")
    # The entries that reach further are counted apart, where a place is given; here none is.
    expect(counted.locator("pre")).to_have_text(f"{shown[0]} 'toronto'\n")
    # And from Python to the page.
    live.run(3, "explorer.text = 'lisbon'")
    expect(explorer.get_by_role("searchbox")).to_have_value("lisbon")


def test_anywidget_of_the_readers_own(live: LivePage) -> None:
    shown = live.run(
        1,
        "import anywidget, traitlets\n"
        "class Counter(anywidget.AnyWidget):\n"
        "    _esm = '''\n"
        "    export default { render({ model, el }) {\n"
        "      const button = document.createElement('button');\n"
        "      const show = () => { button.textContent = `pressed ${model.get('count')}`; };\n"
        "      button.onclick = () => { model.set('count', model.get('count') + 1); model.save_changes(); };\n"
        "      model.on('change:count', show); show(); el.append(button);\n"
        "    } };'''\n"
        "    count = traitlets.Int(4).tag(sync=True)\n"
        "counter = Counter()\ncounter",
    )
    shown.get_by_role("button", name="pressed 4").click()
    expect(shown.get_by_role("button", name="pressed 5")).to_be_visible()
    expect(live.run(2, "counter.count").locator("pre")).to_have_text("5")
