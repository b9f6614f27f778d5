"""The check-up in JupyterLab: what is entered reaches Python, and Python moves the view."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.checkup import CheckupPage
from guidebook import DrinkCheckup
from guidebook.alcohol import points, score

if TYPE_CHECKING:
    from live.support.lab import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_checkup_by_mouse_and_from_python(open_notebook: Open) -> None:
    notebook, watch = open_notebook("practice/drinks-and-blood-alcohol.ipynb")
    notebook.run("import json; from guidebook import DrinkCheckup")
    notebook.run('mine = DrinkCheckup(country="US"); display(mine)')
    live = notebook.panel.locator(".gb-dc").last
    live.scroll_into_view_if_needed()
    it = CheckupPage(notebook.page, watch, live)

    # By mouse: the sum is what the model says, as in the static page.
    it.group("1. ").get_by_role("radio").nth(4).click()
    it.group("3. ").get_by_role("radio").nth(2).click()
    it.field("Or in drinks of 14 g").fill("3")
    found = score(points((4, None, 2, *[None] * 7), 3, 14))
    expect(it.sum).to_contain_text(f"somewhere from {found.lowest} to {found.highest} of 40")
    it.go(2)
    it.group("On").get_by_label("Sunday").click()
    it.button(re.compile("^Beer, large can")).click()
    it.go(7)
    it.button("One of my own").click()
    it.field("When this comes up…").fill("rain, and <b>nothing</b> to do")
    # Keys that are typed are no commands of JupyterLab.
    cells = notebook.cells.count()
    it.button("Remove line 1").focus()
    for key in ("d", "d", "a", "b"):
        notebook.page.keyboard.press(key)
    expect(notebook.cells).to_have_count(cells)
    said = json.loads(
        notebook.run(
            "print(json.dumps([mine.answers, mine.typical_drinks, mine.diary, mine.triggers,"
            " mine.step, mine.score.lowest]))"
        )
    )
    assert said == [
        [4, None, 2, *[None] * 7],
        3,
        [*[None] * 6, 1.4],
        [{"trigger": "rain, and ‹b›nothing‹/b› to do", "instead": ""}],
        7,
        found.lowest,
    ]
    # An address that is right in the book's page would lead nowhere here.
    it.go(5)
    expect(live.locator("a[href$='help-now.html']")).to_have_count(0)

    # From Python: the view moves, and says what Python says.
    notebook.run("mine.goal = 'less'; mine.likes = ['the songs']; mine.step = 8")
    expect(it.heading).to_contain_text("Step 8 of 8")
    expect(it.sheet).to_contain_text("the songs")
    notebook.run("mine.answers = [1] * 8 + [0, 0]; mine.typical_drinks = None; mine.step = 1")
    same = DrinkCheckup(answers=[1] * 8 + [0, 0])
    expect(it.sum).to_have_text(f"All ten answered: {same.score.total} of 40.")
    watch.clean()
