"""Quick checks in the page: every kind by mouse and by keyboard, spoken, in print, without scripts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from browser.support.built import ROOT
from browser.support.server import serve
from guidebook import QuickCheck
from guidebook.edition.policy import with_policy
from guidebook.quick_checks import Question

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from browser.conftest import OpenPage

CASES = json.loads((ROOT / "tests/cases/quick-check.json").read_text(encoding="utf-8"))
KINDS = ("one", "some", "order", "match", "short")
QUESTIONS = tuple(Question.from_dict(CASES["questions"][name]) for name in KINDS)
CHAPTERS = sorted(ROOT.glob("book/*/*.check.yaml"))
CHAPTER = "principles/drug-set-and-setting.html"

MARK = "globalThis.harmed=1"
HOSTILE = (
    f"</script><script>{MARK}</script><img src=x onerror={MARK}>\"'><b onfocus={MARK} autofocus>"
)
LONG = "unbroken" * 30


def hostile() -> tuple[Question, ...]:
    def harm(value: Any) -> Any:  # noqa: ANN401 (any JSON value)
        if isinstance(value, dict):
            return {name: harm(one) for name, one in value.items()}
        if isinstance(value, list):
            return [harm(one) for one in value]
        return f"{value} {HOSTILE} {LONG}" if isinstance(value, str) else value

    kept = ("id", "kind")
    return tuple(
        Question.from_dict(harm(one) | {name: one[name] for name in kept})
        for one in (CASES["questions"][name] for name in KINDS)
    )


def write_page(folder: Path, site: Path, questions: tuple[Question, ...]) -> None:
    """A page of one check, beside the scripts of the built book."""
    (folder / "_static").symlink_to(site / "_static")
    static = "_static/guidebook"
    (folder / "index.html").write_text(
        with_policy(
            '<!DOCTYPE html><html lang="en" data-theme="light"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<link rel="icon" href="data:,"><title>A chapter</title>'
            f'<link rel="stylesheet" href="{static}/quick-check.css">'
            f'<script defer src="{static}/host.js"></script>'
            f'<script defer src="{static}/quick-check.js"></script></head>'
            '<body style="background: var(--gb-paper)"><main><h1>A chapter</h1>'
            f"{QuickCheck(questions).to_html()}</main></body></html>"
        ),
        encoding="utf-8",
    )


@pytest.fixture
def address(site: Path, tmp_path: Path) -> Iterator[str]:
    write_page(tmp_path, site, QUESTIONS)
    with serve(tmp_path) as served:
        yield f"{served}/index.html"


class Check:
    """The live questions of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.cards = page.locator(".qc-card")
        expect(self.cards.first).to_be_visible()

    def card(self, kind: str) -> Locator:
        return self.cards.nth(KINDS.index(kind))

    def press(self, kind: str, name: str) -> None:
        self.card(kind).get_by_role("button", name=re.compile(f"^{name}")).click()

    def says(self, kind: str, text: str) -> None:
        expect(self.card(kind).locator(".qc-verdict")).to_have_text(text)

    def speaks(self, text: str) -> None:
        expect(self.page.locator(".qc > [role=status]")).to_have_text(text)


def fits(page: Page) -> None:
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


def test_every_kind_by_mouse(open_page: OpenPage, address: str) -> None:
    page, watch = open_page(address)
    check = Check(page)
    asked = len(watch.requests)

    choose(check)
    arrange(check)

    # Nothing of all this left the page or stays behind.
    assert len(watch.requests) == asked
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    assert page.url == address
    watch.clean()
    page.reload()
    expect(page.locator(".qc-card").first).to_be_visible()
    expect(page.locator(":checked:not(option)")).to_have_count(0)


def choose(check: Check) -> None:
    one = check.card("one")
    check.press("one", "Check")
    check.says("one", "Choose an answer first.")
    one.get_by_text("A", exact=True).click()
    check.press("one", "Check")
    check.says("one", "Not this one.")
    check.speaks("Question 1: Not this one.")
    expect(one.get_by_role("radio", name="A")).to_have_accessible_description("Not this one.")
    check.press("one", "Show the answer")
    check.says("one", "The answer")
    expect(one.locator(".qc-result")).to_be_focused()
    expect(one.locator(".qc-why")).to_have_text("So. [who]")
    check.press("one", "Try again")
    expect(one.get_by_role("radio", checked=True)).to_have_count(0)
    one.get_by_text("B", exact=True).click()
    check.press("one", "Check")
    check.says("one", "Right.")
    check.speaks("Question 1: Right. The explanation stands below.")
    expect(one.get_by_role("radio", name="B")).to_have_accessible_description("Right. Yes.")

    some = check.card("some")
    for name in ("A", "B"):
        some.get_by_text(name, exact=True).click()
    check.press("some", "Check")
    check.says("some", "Not quite: 1 more belongs here, 1 does not.")
    for name in ("B", "C"):
        some.get_by_text(name, exact=True).click()
    expect(some.locator(".qc-verdict")).to_have_count(0)
    check.press("some", "Check")
    check.says("some", "Right.")


def arrange(check: Check) -> None:
    check.press("order", "Check")
    check.says("order", "Not quite: 0 of 3 stand in the right place.")
    check.press("order", "Show the answer")
    expect(check.card("order").locator(".qc-result li")).to_have_text(["Wake", "Call", "Give"])
    check.press("order", "Try again")
    for _ in range(2):
        check.press("order", "Move up: Wake")
    check.press("order", "Check")
    check.says("order", "Right.")

    lists = check.card("match").get_by_role("combobox")
    lists.nth(0).select_option("Zinberg")
    check.press("match", "Check")
    check.says("match", "Choose something for each line first.")
    lists.nth(1).select_option("Zinberg")
    lists.nth(2).select_option("andrew")
    check.press("match", "Check")
    check.says("match", "Not quite: 2 of 3 are right.")
    lists.nth(1).select_option("Élodie")
    check.press("match", "Check")
    check.says("match", "Right.")

    box = check.card("short").get_by_role("textbox")
    box.fill("other")
    check.press("short", "Check")
    check.says("short", "Not this one.")
    check.press("short", "Show the answer")
    expect(check.card("short").locator("strong")).to_have_text("Naloxone")
    box.fill("nalóxone!")
    check.press("short", "Check")
    check.says("short", "Right.")


def test_every_kind_by_keyboard(open_page: OpenPage, address: str) -> None:
    page, watch = open_page(address, width=320)
    check = Check(page)
    keys = page.keyboard

    def tab(wanted: Locator) -> None:
        for _ in range(40):
            if wanted.evaluate("one => one === document.activeElement"):
                return
            keys.press("Tab")
        raise AssertionError(page.evaluate("() => document.activeElement.outerHTML"))

    def check_by_key(kind: str) -> None:
        tab(check.card(kind).get_by_role("button", name=re.compile("^Check")))
        keys.press("Enter")

    tab(check.card("one").get_by_role("radio").first)
    keys.press("ArrowDown")
    check_by_key("one")
    check.says("one", "Right.")
    # The button has another name now, and still the focus.
    again = check.card("one").get_by_role("button", name="Try again question 1")
    expect(again).to_be_focused()
    for name in ("A", "C"):
        tab(check.card("some").get_by_role("checkbox", name=name))
        keys.press("Space")
    check_by_key("some")
    check.says("some", "Right.")
    tab(check.card("order").get_by_role("button", name="Move up: Wake"))
    keys.press("ArrowUp")
    keys.press("ArrowUp")
    check_by_key("order")
    check.says("order", "Right.")
    # The right sides stand the other way round than the left ones.
    for at, downs in enumerate((3, 2, 1)):
        tab(check.card("match").get_by_role("combobox").nth(at))
        for _ in range(downs):
            keys.press("ArrowDown")
    check_by_key("match")
    check.says("match", "Right.")
    tab(check.card("short").get_by_role("textbox"))
    keys.type("naloxone")
    keys.press("Enter")
    check.says("short", "Right.")
    fits(page)
    watch.clean()


def answer_wrongly(check: Check) -> None:
    """Leave every question with something said: wrong, shown, or unanswered."""
    check.card("one").get_by_text("A", exact=True).click()
    check.card("some").get_by_text("B", exact=True).click()
    for each in check.card("match").get_by_role("combobox").all():
        each.select_option("Zinberg")
    for kind in KINDS:
        check.press(kind, "Check")
    for kind in ("some", "match"):
        check.press(kind, "Show the answer")


def test_axe_finds_nothing(open_page: OpenPage, server: str) -> None:
    for width, theme in ((320, "light"), (1280, "dark")):
        page, _ = open_page(f"{server}/{CHAPTER}", width=width, theme=theme)
        page.locator(".qc-card").first.scroll_into_view_if_needed()
        assert violations(page, "#quick-check") == []
        for card in page.locator(".qc-card").all():
            for each in card.get_by_role("combobox").all():
                each.select_option(index=1)
            for each in card.locator("input").all()[:1]:
                each.check()
            card.get_by_role("button", name=re.compile("^Check")).click()
        page.get_by_role("button", name=re.compile("^Show the answer")).first.click()
        assert violations(page, "#quick-check") == []
        fits(page)


def test_axe_finds_nothing_in_any_kind(open_page: OpenPage, address: str) -> None:
    page, _ = open_page(address, width=320)
    answer_wrongly(Check(page))
    assert violations(page, "main") == []
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark' }")
    assert violations(page, ".qc", rules=["color-contrast"]) == []


def test_scripts_off(open_page: OpenPage, address: str) -> None:
    page, _ = open_page(address, width=320, scripts=False)
    plain = page.locator(".qc-question")
    expect(plain).to_have_count(len(KINDS))
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator("select, input:not([type=radio], [type=checkbox])")).to_have_count(0)
    expect(page.locator(".qc-paper")).to_be_hidden()
    for number, fieldset in enumerate(plain.all(), 1):
        expect(fieldset.locator(".qc-why")).to_be_hidden()
        fieldset.get_by_text(f"Answer to question {number}").click()
        expect(fieldset.locator(".qc-why")).to_be_visible()
    plain.first.get_by_role("radio", name="B").check()
    assert plain.first.get_by_role("group").first.inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_print_has_the_questions_first_and_the_answers_at_the_end(
    open_page: OpenPage, address: str, *, scripts: bool
) -> None:
    page, _ = open_page(address, theme="dark", scripts=scripts)
    if scripts:
        answer_wrongly(Check(page))
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".qc-question")).to_have_count(len(KINDS))
    for fieldset in page.locator(".qc-question").all():
        expect(fieldset).to_be_visible()
        expect(fieldset.locator(".qc-why")).to_be_hidden()
    expect(page.locator(".qc-card:visible, button:visible, select:visible")).to_have_count(0)
    answers = page.locator(".qc-paper > ol > li")
    expect(answers).to_have_count(len(KINDS))
    expect(answers.last).to_be_visible()
    expect(answers.first).to_contain_text("So. [who]")
    last = page.locator(".qc-question").last.bounding_box()
    assert page.locator(".qc-paper").bounding_box()["y"] >= last["y"] + last["height"]


@pytest.mark.parametrize("scripts", [True, False])
def test_hostile_text_neither_runs_nor_breaks_the_page(
    open_page: OpenPage, site: Path, tmp_path: Path, *, scripts: bool
) -> None:
    write_page(tmp_path, site, hostile())
    page, watch = open_page((tmp_path / "index.html").as_uri(), width=320, scripts=scripts)
    if scripts:
        check = Check(page)
        for card in check.cards.all():
            for each in card.locator("input[type=radio], input[type=checkbox]").all()[:1]:
                each.check()
            for each in card.get_by_role("combobox").all():
                each.select_option(index=1)
            for each in card.get_by_role("textbox").all():
                each.fill(HOSTILE)
            card.get_by_role("button", name=re.compile("^Check")).click()
            for button in card.get_by_role("button", name=re.compile("^Show the answer")).all():
                button.click()
        fits(page)
        assert page.evaluate("() => globalThis.harmed") is None
    else:
        for summary in page.locator("summary").all():
            summary.click()
        width = page.viewport_size["width"]
        assert all(one.bounding_box()["width"] <= width for one in page.locator("fieldset").all())
    assert page.locator("main img, main b[onfocus], .qc script").count() == 0
    assert HOSTILE in page.locator("main legend:visible").first.text_content()
    watch.clean()


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.name.partition(".")[0])
def test_explanations_of_a_chapter_lead_to_its_sources(site: Path, path: Path) -> None:
    page = site / path.parent.name / f"{path.name.partition('.')[0]}.html"
    html = page.read_text(encoding="utf-8")
    section = re.search(r'<section[^>]*id="quick-check">.*?</section>', html, re.DOTALL)
    assert section, "the page has no quick check"
    references = (site / "references.html").read_text(encoding="utf-8")
    explained = re.findall(r'<p class="qc-why">(.*?)</p>', section[0], re.DOTALL)
    assert explained
    for why in explained:
        links = re.findall(r'href="\.\./references\.html#([^"]+)"', why)
        assert links, why
        assert all(f'id="{link}"' in references for link in links)


def test_the_live_explanation_has_the_links_of_the_plain_one(
    open_page: OpenPage, server: str
) -> None:
    page, watch = open_page(f"{server}/{CHAPTER}")
    card = page.locator(".qc-card").nth(1)
    card.get_by_role("radio").nth(1).check()
    card.get_by_role("button", name="Check").click()
    card.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/references\.html#"))
    watch.clean()
