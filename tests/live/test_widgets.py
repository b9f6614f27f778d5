"""Each widget in a notebook and in the static book: the same clicks, and the same answers.

One notebook stays open for all of them, with one kernel.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from live.support.deeds import DEEDS, Deed, View
from live.support.lab import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.support.watch import Watch
    from live.conftest import OpenPage
    from live.support.lab import Notebook

pytestmark = [pytest.mark.browser, pytest.mark.slow]

each_widget = pytest.mark.parametrize("deed", DEEDS, ids=[deed.name for deed in DEEDS])


def same(notebook: Notebook, one: Callable[[], object], other: Callable[[], object]) -> None:
    """Wait until both say the same."""
    try:
        until(notebook.page, lambda: one() == other())
    except AssertionError:
        assert one() == other()


@each_widget
def test_the_same_clicks_give_the_same_answers(
    desk: tuple[Notebook, Watch], open_page: OpenPage, deed: Deed
) -> None:
    page, page_watch = open_page(deed.page)
    alone = View(page, page_watch, page.locator(f".guidebook-live {deed.selector}").first)
    expect(alone.live).to_be_visible()
    deed.clicks(alone)
    expected = deed.shows(alone)
    page.close()

    notebook, watch = desk
    live = notebook.show(f"it = {deed.made}; display(it)", deed.selector)
    first = View(notebook.page, watch, live)
    deed.clicks(first)
    same(notebook, lambda: deed.shows(first), lambda: expected)
    notebook.run(f"import json; shown = json.loads({json.dumps(expected)!r})")
    assert notebook.ask(deed.asked) is True

    # A second view begins where the first is, and follows it; Python moves both.
    second = View(notebook.page, watch, notebook.show("display(it)", deed.selector))
    same(notebook, lambda: deed.shows(second), lambda: expected)
    if deed.moves:
        notebook.run(deed.moves)
        same(notebook, lambda: deed.shows(first) != expected, lambda: True)
        same(notebook, lambda: deed.shows(first), lambda: deed.shows(second))
    page_watch.clean()
    watch.clean()
