"""The two word widgets in JupyterLab: they agree with Python, and with the static page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from guidebook import LanguageHelper, WordingChange

if TYPE_CHECKING:
    from live.support.lab import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOTEBOOK = "principles/words-as-data.ipynb"
TEXT = "An addict 😀 met two heroin users; an inmate relapsed."


def test_the_helper_in_both_directions(open_notebook: Open) -> None:
    notebook, watch = open_notebook(NOTEBOOK)
    notebook.run(f"import guidebook; helper = guidebook.LanguageHelper({TEXT!r}); display(helper)")
    live = notebook.page.locator(".gb-words").last
    expected = LanguageHelper(TEXT)
    expect(live.locator(".gb-words-mark")).to_have_count(len(expected.found))

    # By mouse: one is accepted, the next is left; Python knows both.
    live.locator(".gb-words-mark").first.click()
    live.get_by_role("button", name="A person who uses drugs").click()
    live.get_by_role("button", name="Leave it as it is").click()
    expected.accept(0, 1)
    expected.leave(0)
    expect(live.locator(".gb-words-left")).to_have_count(1)
    said = json.loads(notebook.run("import json; print(json.dumps([helper.text, helper.left]))"))
    assert said == [expected.text, [list(one) for one in expected.left]]
    assert notebook.run("print(len(helper.pending))").strip() == str(len(expected.pending))

    # From Python: the view follows.
    notebook.run("helper.accept(0)")
    expected.accept(0)
    expect(live.get_by_label("Your text", exact=True)).to_have_value(expected.text)
    expect(live.locator(".gb-words-mark")).to_have_count(len(expected.found))
    expect(live).to_contain_text("goes to the Python that runs this notebook")

    # Letters typed in the box are no commands of JupyterLab.
    cells = notebook.cells.count()
    live.get_by_label("Your text", exact=True).fill("")
    live.get_by_label("Your text", exact=True).press_sequentially("dd abc addict")
    expect(live.locator(".gb-words-mark")).to_have_count(1)
    expect(notebook.cells).to_have_count(cells)
    watch.clean()


def test_the_wording_in_both_directions(open_notebook: Open) -> None:
    notebook, watch = open_notebook(NOTEBOOK)
    notebook.run("import guidebook; wording = guidebook.WordingChange(); display(wording)")
    live = notebook.page.locator(".gb-wording").last
    expect(live.locator(".gb-wording-card")).to_have_count(8)
    live.get_by_role("button", name="Person first").click()
    expected = WordingChange(kinds=["person-first"])
    expect(live.locator(".gb-wording-card")).to_have_count(len(expected.shown))
    said = notebook.run("print(wording.results['number'].tolist())")
    assert json.loads(said) == expected.results["number"].tolist()
    notebook.run("wording.kinds = ['none']")
    expect(live.locator(".gb-wording-card")).to_have_count(3)
    notebook.run("wording.kinds = []; wording.show_changes = False")
    expect(live.get_by_role("switch")).to_have_attribute("aria-checked", "false")
    watch.clean()
