"""The timeline in JupyterLab: Python and the view stay in step, and agree with the static page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.timeline import TimelineView
from guidebook import load_events

if TYPE_CHECKING:
    from live.support.lab import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_timeline_by_mouse_by_key_and_from_python(open_notebook: Open) -> None:
    events = load_events()
    notebook, watch = open_notebook("history/read-the-timeline.ipynb")
    notebook.run("import guidebook; line = guidebook.Timeline(); display(line)")
    live = notebook.panel.locator(".jp-OutputArea-output", has=notebook.page.locator(".tl"))
    live.last.scroll_into_view_if_needed()
    view = TimelineView(notebook.page, watch, live.last)
    expect(view.summary).to_have_text(events.summary)

    def shown() -> list[str]:
        return json.loads(notebook.run("import json; print(json.dumps(list(line.events['id'])))"))

    # By mouse: a filter, closer, and an event. The same rules as in the static page.
    view.choose("Theme", "Law and courts")
    view.button("Zoom in").click()
    view.button("Zoom in").click()
    first, last = view.years()
    expected = events.filter(themes="law", start=first, end=last)
    expect(view.summary).to_have_text(expected.summary)
    assert shown() == expected.frame["id"].tolist()
    view.button("Later event").click()
    expect(view.details.locator("time")).to_be_visible()
    chosen = notebook.run("print(line.selected_id)").strip()
    assert chosen == expected.frame["id"].iloc[0]

    # From Python: the view moves, both ends at once.
    notebook.run("line.themes = []; line.between(1980, 1995); line.selected_id = 'tacoma'")
    expect(view.range).to_have_text("1980–1995")
    expect(view.summary).to_have_text(events.between(1980, 1995).summary)
    expect(view.details.get_by_role("heading")).to_have_text(events["tacoma"].title)
    expect(view.map.locator(".tl-land")).to_have_attribute("d", re.compile("^M"))

    # Keys are the timeline's, not JupyterLab's: “0” there would ask to restart the kernel.
    cells = notebook.cells.count()
    view.marks.first.focus()
    for key in ("End", "0", "0", "a", "b", "d", "d"):
        notebook.page.keyboard.press(key)
    expect(view.summary).to_have_text(events.summary)
    expect(notebook.cells).to_have_count(cells)
    assert notebook.run("print(line.start, line.end)").strip() == "None None"
    watch.clean()
