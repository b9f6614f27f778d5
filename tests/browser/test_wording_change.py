"""The wording of the principles: cards, switch, filter and matrix, as Python has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from browser.support.server import serve
from guidebook import WordingChange
from guidebook.edition.policy import with_policy
from guidebook.principles import Change, Label, Principle, Principles, Statement, load_principles

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from browser.conftest import OpenPage
    from browser.support.watch import Watch

PAGE = "principles/words-matter.html"
PRINCIPLES = load_principles()
HOSTILE = "</script><img src=x onerror='globalThis.harmed=1'><b>x</b>"


class View:
    """The widget as a reader sees it."""

    def __init__(self, page: Page, watch: Watch) -> None:
        self.page = page
        self.watch = watch
        self.live = page.locator(".gb-wording")
        self.cards = self.live.locator(".gb-wording-card")
        self.switch = self.live.get_by_role("switch")
        self.summary = self.live.locator(".gb-wording-summary")

    def kind(self, label: str) -> Locator:
        return self.live.get_by_role("button", name=re.compile(f"^{label} "))

    def shows(self, wording: WordingChange) -> None:
        expect(self.cards).to_have_count(len(wording.shown))
        expect(self.summary).to_have_text(f"{len(wording.shown)} of 8 principles")
        for at, one in enumerate(wording.shown):
            expect(self.cards.nth(at)).to_contain_text(one.name)
            for change in one.changes if wording.show_changes else ():
                expect(self.cards.nth(at)).to_contain_text(f"“{change.older}”")
                expect(self.cards.nth(at)).to_contain_text(f"“{change.newer}”")


def opened(open_page: OpenPage, server: str, width: int = 1280) -> View:
    return View(*open_page(f"{server}/{PAGE}", width=width))


def test_by_mouse(open_page: OpenPage, server: str) -> None:
    view = opened(open_page, server)
    wording = WordingChange()
    view.shows(wording)
    for kind in PRINCIPLES.kinds:
        count = PRINCIPLES.counts[kind.id]
        expect(view.kind(kind.label)).to_contain_text(str(count))

    view.kind("Person first").click()
    wording.kinds = ["person-first"]
    view.shows(wording)
    expect(view.live.locator("[aria-live]")).to_have_text("2 of 8 principles")
    view.kind("No change").click()
    wording.kinds = ["person-first", "none"]
    view.shows(wording)
    expect(view.kind("No change")).to_have_attribute("aria-pressed", "true")
    expect(view.live.get_by_text("apart from punctuation")).to_be_visible()

    view.switch.click()
    expect(view.switch).to_have_attribute("aria-checked", "false")
    expect(view.cards).to_have_count(8)
    expect(view.live.get_by_text("severe abuse")).to_have_count(0)
    expect(view.kind("Idiom")).to_have_count(0)
    view.watch.clean()


def test_by_keyboard(open_page: OpenPage, server: str) -> None:
    view = opened(open_page, server)
    view.switch.focus()
    view.page.keyboard.press("Space")
    expect(view.switch).to_have_attribute("aria-checked", "false")
    view.page.keyboard.press("Enter")
    expect(view.switch).to_have_attribute("aria-checked", "true")
    view.page.keyboard.press("Tab")
    expect(view.kind("No change")).to_be_focused()
    view.page.keyboard.press("Space")
    view.shows(WordingChange(kinds=["none"]))
    expect(view.kind("No change")).to_be_focused()


def test_the_matrix_is_that_of_python(open_page: OpenPage, server: str) -> None:
    view = opened(open_page, server)
    table = view.live.get_by_role("table")
    heads = table.get_by_role("columnheader")
    assert [" ".join(one.split()) for one in heads.all_text_contents()[1:]] == [
        f"{one.number} {one.name}" for one in PRINCIPLES.principles
    ]
    for at, statement in enumerate(PRINCIPLES.statements):
        row = table.locator("tbody tr").nth(at)
        expect(row.get_by_role("rowheader")).to_contain_text(statement.statement)
        spoken = [one.split()[0] for one in row.locator("td .gb-spoken").all_text_contents()]
        expected = [statement.match(one.id) or "no" for one in PRINCIPLES.principles]
        assert spoken == [one.split()[0] for one in expected]


@pytest.mark.parametrize("width", [320, 1280])
def test_accessible(open_page: OpenPage, server: str, width: int) -> None:
    view = opened(open_page, server, width)
    view.kind("Person first").click()
    assert view.page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    for theme in ("light", "dark"):
        view.page.emulate_media(color_scheme=theme)
        expect(view.page.locator("html")).to_have_attribute("data-theme", theme)
        assert violations(view.page, ".gb-wording") == []
    view.page.emulate_media(media="print")
    expect(view.switch).to_be_hidden()
    expect(view.cards.first).to_be_visible()


def test_without_scripts_two_tables_say_the_same(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/{PAGE}", scripts=False)
    plain = page.locator(".guidebook-widget[data-widget=wording-change] .guidebook-plain")
    expect(plain.get_by_role("table")).to_have_count(2)
    text = " ".join(plain.inner_text().split())
    for one in PRINCIPLES.principles:
        assert one.idea in text
        for change in one.changes:
            assert f"“{change.older}”" in text
            assert f"“{change.newer}”" in text
    for statement in PRINCIPLES.statements:
        assert statement.statement in text
    watch.clean()


def test_hostile_tables(open_page: OpenPage, site: Path, tmp_path: Path) -> None:
    label = Label(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "javascript:globalThis.harmed=1", HOSTILE)
    change = Change(HOSTILE, HOSTILE, HOSTILE)
    principle = Principle(1, "a", HOSTILE, HOSTILE, (change,), 1, 1, HOSTILE)
    statement = Statement(1, "b", HOSTILE, HOSTILE, ("a",), ())
    made = Principles((principle,), (label,), (label, label), (statement,), label)
    (tmp_path / "_static").symlink_to(site / "_static")
    static = "_static/guidebook"
    (tmp_path / "index.html").write_text(
        with_policy(f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<link rel="icon" href="data:,"><title>Hostile</title>
<link rel="stylesheet" href="{static}/wording-change.css">
<script defer src="{static}/host.js"></script>
<script defer src="{static}/wording-change.js"></script></head>
<body><main><h1>Hostile</h1>{WordingChange(made).to_html()}</main></body></html>"""),
        encoding="utf-8",
    )
    with serve(tmp_path) as address:
        page, watch = open_page(f"{address}/index.html")
        live = page.locator(".gb-wording")
        live.get_by_role("button").first.click()
        expect(live.locator(".gb-wording-card")).to_contain_text(HOSTILE)
        expect(page.locator("img, b, a[href^=javascript]")).to_have_count(0)
        assert page.evaluate("() => globalThis.harmed") is None
        watch.clean()
