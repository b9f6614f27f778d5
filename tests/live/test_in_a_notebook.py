"""What is particular to a widget in a notebook: its keys, its looking up, and what goes to Python.

That it answers as in the static book is in `test_widgets.py`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from browser.support.checkup import CheckupPage
from browser.support.explorer import Explorer
from browser.support.timeline import TimelineView
from guidebook import load_directory, load_events
from guidebook.response import load_response

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from browser.support.watch import Watch
    from live.support.lab import Notebook

    Desk = tuple[Notebook, Watch]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CASES = json.loads((Path(__file__).parents[1] / "cases/response.json").read_text(encoding="utf-8"))
# In JupyterLab these delete a cell, add one above and one below, copy, paste, and ask to restart.
COMMANDS = ("d", "d", "a", "b", "c", "v", "0", "0")


def press_commands(notebook: Notebook, focused: Locator) -> None:
    """Press JupyterLab's keys in a widget, and assert that they are none there."""
    cells = notebook.cells.count()
    focused.focus()
    for key in COMMANDS:
        notebook.page.keyboard.press(key)
    expect(notebook.cells).to_have_count(cells)
    expect(notebook.page.get_by_role("dialog")).to_have_count(0)


def test_the_explorer(desk: Desk) -> None:
    notebook, watch = desk
    live = notebook.show(
        "directory = guidebook.load_directory()\n"
        "explorer = guidebook.DirectoryExplorer(directory); display(explorer)",
        ".gb-explorer",
    )
    explorer = Explorer(notebook.page, watch, live)
    directory = load_directory()

    # Set from Python: the filter is on, as if it had been chosen.
    notebook.run("explorer.services = 'naloxone'; explorer.countries = ['AU']")
    expected = directory.filter(services=["naloxone"], countries=["AU"])
    expect(explorer.summary).to_have_text(expected.summary)
    expect(explorer.chip("Country", "Australia")).to_be_visible()
    assert explorer.ids() == expected.frame["id"].tolist()

    # Python sends what the browser looks up: places, borders and towns.
    explorer.chips.get_by_role("button", name="Clear all").click()
    explorer.go_near("Toronto")
    expect(live.locator("canvas.gb-ground")).to_be_visible()
    expect(live.locator(".gb-towns").get_by_text("Hamilton", exact=True)).to_be_visible()

    heading = explorer.results.get_by_role("heading").get_by_role("button").first
    press_commands(notebook, heading)
    expect(heading).to_be_focused()
    notebook.page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-expanded", "true")
    explorer.map.focus()
    notebook.page.keyboard.press("ArrowDown")
    expect(explorer.map).to_be_focused()
    watch.clean()


def test_the_timeline(desk: Desk) -> None:
    notebook, watch = desk
    live = notebook.show("line = guidebook.Timeline(); display(line)", ".tl")
    view = TimelineView(notebook.page, watch, live.locator(".."))
    notebook.run("line.between(1980, 1995); line.selected_id = 'tacoma'")
    expect(view.range).to_have_text("1980–1995")
    expect(view.map.locator(".tl-land")).to_have_attribute("d", re.compile("^M"))

    # “0” shows all years; in JupyterLab it would ask to restart the kernel.
    press_commands(notebook, view.marks.first)
    expect(view.summary).to_have_text(load_events().summary)
    assert notebook.ask("[line.start, line.end]") == [None, None]
    watch.clean()


def test_the_language_helper(desk: Desk) -> None:
    notebook, watch = desk
    live = notebook.show("helper = guidebook.LanguageHelper(); display(helper)", ".gb-words")
    expect(live).to_contain_text("goes to the Python that runs this notebook")
    box = live.get_by_label("Your text", exact=True)
    press_commands(notebook, box)
    expect(box).to_have_value("".join(COMMANDS))
    box.fill("An addict.")
    expect(live.locator(".gb-words-mark")).to_have_count(1)
    watch.clean()


def test_the_response_practice(desk: Desk) -> None:
    notebook, watch = desk
    live = notebook.show(
        "mine = guidebook.ResponsePractice(country='GB'); display(mine)", ".gb-response"
    )
    # An address that is right in the book's page would lead nowhere here.
    expect(live.locator("a[href$='help-now.html']")).to_have_count(0)

    order: dict[str, Any] = CASES["orders"][3]
    notebook.run(f"mine.country = 'KE'; mine.order = {order['order']!r}")
    expect(live.locator(".gb-response-situation")).to_have_text(
        load_response().moments[0].situation
    )
    expect(live.locator(".gb-response-remark")).to_contain_text("no source good enough")
    live.get_by_role("button", name="Look at my order", exact=True).click()
    expect(live.locator(".gb-response-move")).to_have_count(len(order["misplaced"]))
    remarks = notebook.ask("mine.remarks[['step', 'before']].values.tolist()")
    assert remarks == order["misplaced"]
    watch.clean()


def test_the_check_up(desk: Desk) -> None:
    notebook, watch = desk
    live = notebook.show("mine = guidebook.DrinkCheckup(country='US'); display(mine)", ".gb-dc")
    it = CheckupPage(notebook.page, watch, live)
    it.go(2)
    it.group("On").get_by_label("Sunday").click()
    it.button(re.compile("^Beer, large can")).click()
    it.go(7)
    it.button("One of my own").click()
    it.field("When this comes up…").fill("rain, and <b>nothing</b> to do")
    press_commands(notebook, it.button("Remove line 1"))
    assert notebook.ask("[mine.diary, mine.triggers, mine.step]") == [
        [*[None] * 6, 1.4],
        [{"trigger": "rain, and ‹b›nothing‹/b› to do", "instead": ""}],
        7,
    ]
    it.go(5)
    expect(live.locator("a[href$='help-now.html']")).to_have_count(0)

    notebook.run("mine.goal = 'less'; mine.likes = ['the songs']; mine.step = 8")
    expect(it.heading).to_contain_text("Step 8 of 8")
    expect(it.sheet).to_contain_text("the songs")

    # What was entered is in the running kernel, and not in what the notebook's file would hold.
    assert notebook.ask("'songs' in mine.to_html() or 'songs' in repr(mine)") is False
    watch.clean()


def test_the_map_of_laws(desk: Desk) -> None:
    notebook, watch = desk
    live = notebook.show("chart = guidebook.PolicyMap(year=2014); display(chart)", ".gb-policy")
    # Python sends the outlines that the map is drawn from.
    expect(live.locator("path.gb-policy-state")).to_have_count(51)
    live.get_by_role("button", name="Squares").click()
    square = live.get_by_role("button", name="TX, Texas")
    press_commands(notebook, square)
    expect(square).to_be_focused()
    watch.clean()


def test_a_quick_check(desk: Desk) -> None:
    notebook, watch = desk
    file = "book/principles/drug-set-and-setting.check.yaml"
    live = notebook.show(f"check = guidebook.QuickCheck({file!r}); display(check)", ".qc")
    first = live.locator(".qc-card").first
    for line in first.get_by_role("combobox").all():
        line.select_option(index=1)
    first.get_by_role("button", name=re.compile("^Check")).click()
    first.get_by_role("button", name=re.compile("^Show the answer")).click()
    # There is no page with references here: the keys stand for the sources.
    keys = notebook.ask("check.questions[0].sources")
    expect(first.locator(".qc-why")).to_contain_text(f"[{', '.join(keys)}]")
    # What was answered is nobody's but the reader's.
    traits = notebook.ask("check.get_state()")
    assert set(traits) == set(notebook.ask("guidebook.QuickCheck([]).get_state()"))
    assert not any("answer" in name or "given" in name for name in traits)
    watch.clean()
