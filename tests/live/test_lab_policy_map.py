"""The map of laws in JupyterLab: view and Python move each other, as in the static page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from guidebook.laws import load_laws

if TYPE_CHECKING:
    from live.support.lab import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_map_by_mouse_and_from_python(open_notebook: Open) -> None:
    laws = load_laws()
    notebook, watch = open_notebook("history/laws-and-deaths-in-python.ipynb")
    notebook.run("import guidebook; chart = guidebook.PolicyMap(year=2014); display(chart)")
    widget = notebook.panel.locator(".jp-OutputArea-output .gb-policy").last
    widget.scroll_into_view_if_needed()
    summary = widget.locator(".gb-policy-summary")
    expect(summary).to_have_text(laws.summary("naloxone", 2014))
    # Python sends the outlines that the map is drawn from.
    expect(widget.locator("path.gb-policy-state")).to_have_count(51)

    # By mouse: a law, a year, a state; Python says the same as the static page's own sentence.
    widget.get_by_role("radio", name="Good Samaritan").check()
    widget.get_by_role("button", name="One year later").click()
    widget.locator("path[data-region=CO]").click()
    expect(summary).to_have_text(laws.summary("good-samaritan", 2015))
    expect(widget.locator(".gb-policy-card")).to_contain_text("Colorado, end of 2015")
    said = notebook.run("print(chart.law, chart.year, chart.region, chart.summary)").strip()
    sentences = f"{laws.summary('good-samaritan', 2015)} {laws.deaths_in(2015)}"
    assert said == f"good-samaritan 2015 CO {sentences}"

    # From Python: the view moves.
    notebook.run("chart.law = 'arrest-protection'; chart.year = 2024; chart.region = 'TX'")
    expect(summary).to_have_text(laws.summary("arrest-protection", 2024))
    expect(widget.locator(".gb-policy-card")).to_contain_text("Texas, end of 2024")

    # Keys pressed in it are not commands of JupyterLab.
    cells = notebook.cells.count()
    widget.get_by_role("button", name="Squares").click()
    square = widget.get_by_role("button", name="TX, Texas")
    square.focus()
    for key in ("a", "b", "d", "d"):
        notebook.page.keyboard.press(key)
    expect(square).to_be_focused()
    expect(notebook.cells).to_have_count(cells)
    watch.clean()
