"""A scenario in JupyterLab: what a reader marks reaches Python, and the plan is the page's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.scenario import Story
from guidebook.scenarios import find_situation, make_plan

if TYPE_CHECKING:
    from live.support.lab import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_scenario_by_mouse_and_from_python(open_notebook: Open) -> None:
    notebook, watch = open_notebook("practice/write-a-scenario.ipynb")
    notebook.run_all()
    notebook.run("story = guidebook.Scenario('leaving-prison'); display(story)")
    situation = find_situation("leaving-prison")
    live = notebook.panel.get_by_role("region", name=f"Scenario: {situation.title}", exact=True)
    live.scroll_into_view_if_needed()
    story = Story(live, situation)

    # By mouse: Python has what the static page would have.
    story.phrase("months").click()
    story.place("months", "Set").check()
    story.phrase("door").click()
    story.offer("bridge").check()
    story.role("hostel").check()
    expected = make_plan(situation, {"months": "set", "door": ""}, ["bridge"], "hostel")
    for line in (*expected.marked, *expected.questions, expected.sources[0][0]):
        expect(story.plan).to_contain_text(line)
    said = notebook.run("import json; print(json.dumps(story.plan.to_text()))")
    assert json.loads(said) == expected.to_text()

    # From Python: the view moves.
    notebook.run("story.marks = {'tuesday': 'setting'}; story.chosen = []; story.role = ''")
    expect(story.phrase("tuesday")).to_have_attribute("aria-pressed", "true")
    expect(story.place("tuesday", "Setting")).to_be_checked()
    expect(story.phrase("months")).to_have_attribute("aria-pressed", "false")
    expect(story.offer("bridge")).not_to_be_checked()
    watch.clean()
