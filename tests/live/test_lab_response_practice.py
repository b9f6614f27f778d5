"""The practice in JupyterLab: what is pressed reaches Python, and Python moves the view."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from guidebook.response import load_response, walk

if TYPE_CHECKING:
    from live.support.lab import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CASES = json.loads((Path(__file__).parents[1] / "cases/response.json").read_text(encoding="utf-8"))


def test_the_practice_by_mouse_and_from_python(open_notebook: Open) -> None:
    notebook, watch = open_notebook("practice/response-steps.ipynb")
    notebook.run_all()
    notebook.run('mine = ResponsePractice(country="GB"); display(mine)')
    live = notebook.panel.locator(".gb-response").last
    live.scroll_into_view_if_needed()
    response = load_response()

    # By mouse: the same way as in the static page leads to the same moment.
    case: dict[str, Any] = CASES["walks"][4]
    for each in case["taken"]:
        name, _, identity = each.partition("/")
        choice = response.moment[name].choice(identity)
        assert choice
        live.locator(".gb-response-choices").get_by_role(
            "button", name=choice.label, exact=True
        ).click()
        live.get_by_role("button", name="Go on", exact=True).click()
    here = walk(response, case["taken"])
    assert here.moment.id == case["at"]
    expect(live.locator(".gb-response-situation")).to_have_text(here.moment.situation)
    said = notebook.run("import json; print(json.dumps([mine.taken, len(mine.log)]))")
    assert json.loads(said) == [case["taken"], case["made"]]
    live.get_by_label("Emergency number for").select_option("NZ")
    assert notebook.run("print(mine.country, mine.call.words)").strip() == "NZ 111"
    expect(live.locator(".gb-response-real a[href^='tel:']")).to_have_attribute("href", "tel:111")
    # An address that is right in the book's page would lead nowhere here.
    expect(live.locator("a[href$='help-now.html']")).to_have_count(0)

    # From Python: the view moves, and the order is judged alike.
    order: dict[str, Any] = CASES["orders"][3]
    notebook.run(f"mine.taken = []; mine.country = 'KE'; mine.order = {order['order']!r}")
    expect(live.locator(".gb-response-situation")).to_have_text(response.moments[0].situation)
    expect(live.locator(".gb-response-remark")).to_contain_text("no source good enough")
    live.get_by_role("button", name="Look at my order", exact=True).click()
    expect(live.locator(".gb-response-move")).to_have_count(len(order["misplaced"]))
    said = notebook.run("print(json.dumps(mine.remarks[['step', 'before']].values.tolist()))")
    assert json.loads(said) == order["misplaced"]
    watch.clean()
