"""Scenarios in the built book: marked, chosen and planned by mouse, keyboard and touch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from browser.support.scenario import Story
from browser.support.server import serve
from guidebook import Scenario
from guidebook.edition.policy import with_policy
from guidebook.scenarios import Plan, Situation, find_situation, make_plan

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from browser.conftest import OpenPage
    from browser.support.watch import Watch

PAGE = "practice/where-harm-comes-from.html"
INVENTED = ("festival", "new-parent-on-methadone", "leaving-prison", "drinking-daily")
PARTS = re.compile(r"^(Drug|Set|Setting): makes harm (likelier|rarer)\.")


class OpenStory(Protocol):
    """Opens one scenario of the book, and waits until it is alive."""

    def __call__(self, name: str, page: str = PAGE, **options: Any) -> tuple[Story, Watch]: ...  # noqa: ANN401


@pytest.fixture
def open_story(open_page: OpenPage, server: str) -> OpenStory:
    def opener(name: str, page: str = PAGE, **options: Any) -> tuple[Story, Watch]:  # noqa: ANN401
        opened, watch = open_page(f"{server}/{page}", **options)
        situation = find_situation(name)
        live = opened.get_by_role("region", name=f"Scenario: {situation.title}", exact=True)
        expect(live).to_be_visible()
        return Story(live, situation), watch

    return opener


def titles(plan: Plan) -> list[str]:
    return [title for title, _year, _url in plan.sources]


def lines(text: str) -> str:
    return " ".join(text.split())


def test_by_mouse_from_the_first_mark_to_the_plan(open_story: OpenStory) -> None:
    story, watch = open_story("festival", permissions=["clipboard-read", "clipboard-write"])
    page = story.live.page
    expect(story.live).to_contain_text("Invented for teaching")
    expect(story.button("Print the plan")).to_have_count(0)

    story.phrase("pills").click()
    expect(story.phrase("pills")).to_have_attribute("aria-pressed", "true")
    expect(story.live.locator(".gb-scn-why")).to_have_count(0)
    story.place("pills", "Set").check()
    why = story.live.locator(".gb-scn-why")
    expect(why).to_contain_text("Drug: makes harm likelier.")
    expect(why).to_contain_text("You put it under set, and that can be argued")
    source = why.get_by_role("link", name="Tanz and others")
    expect(source).to_have_attribute("href", "https://www.cdc.gov/mmwr/volumes/71/wr/mm7150a2.htm")
    expect(story.live.get_by_role("status").last).to_contain_text("drug; makes harm likelier")

    story.offer("check").check()
    story.role("volunteer").check()
    expected = make_plan(story.situation, {"pills": "set"}, ["check"], "volunteer")
    expect(story.plan).to_contain_text(expected.offers[0][0])
    expect(story.plan).to_contain_text("Invented for teaching")
    for question in expected.questions:
        expect(story.plan).to_contain_text(question)
    story.button("Copy as text").click()
    expect(story.live).to_contain_text("Copied.")
    assert page.evaluate("() => navigator.clipboard.readText()") == expected.to_text()

    # A second press takes the mark back; the other scenarios of the page know of nothing.
    story.phrase("pills").click()
    expect(story.live.locator(".gb-scn-why")).to_have_count(0)
    expect(page.locator(".gb-scn-phrase[aria-pressed=true]")).to_have_count(0)
    expect(page.get_by_role("article", name=re.compile("^Plan"))).to_have_count(1)
    story.button("Start again").click()
    expect(story.plan).to_have_count(0)
    expect(story.live.get_by_role("heading", name="Read, and mark")).to_be_focused()
    watch.clean()
    kept = "() => [localStorage.length, sessionStorage.length, location.hash, document.cookie]"
    before = page.evaluate(kept)
    story.phrase("heat").click()
    assert page.evaluate(kept) == before


def test_by_keyboard_alone(open_story: OpenStory) -> None:
    story, watch = open_story("leaving-prison")
    keys = story.live.page.keyboard
    story.phrase("months").focus()
    keys.press("Enter")
    keys.press("Tab")
    expect(story.phrase("inside")).to_be_focused()
    keys.press("Space")
    keys.press("Tab")  # from the last phrase of the passage to the first question below it
    expect(story.place("months", "Drug")).to_be_focused()
    keys.press("ArrowRight")
    expect(story.place("months", "Set")).to_be_checked()
    # The question, then the links of its answer, then the next question.
    links = story.live.locator(".gb-scn-why").first.get_by_role("link").count()
    for _ in range(links + 1):
        keys.press("Tab")
    expect(story.place("inside", "Drug")).to_be_focused()
    keys.press("Space")
    expect(story.live.locator(".gb-scn-why")).to_have_count(2)

    story.offer("bridge").focus()
    keys.press("Space")
    story.role("officer").focus()
    keys.press("Space")
    expected = make_plan(
        story.situation, {"months": "set", "inside": "drug"}, ["bridge"], "officer"
    )
    for line in (*expected.marked, *expected.questions, *titles(expected)):
        expect(story.plan).to_contain_text(line)
    # Focus is seen.
    story.phrase("phone").focus()
    keys.press("Shift+Tab")
    keys.press("Tab")
    style = story.phrase("phone").evaluate("(one) => getComputedStyle(one).outlineStyle")
    assert style == "solid"
    watch.clean()


@pytest.mark.parametrize("name", INVENTED)
def test_every_phrase_and_every_offer(open_story: OpenStory, name: str) -> None:
    story, watch = open_story(name, width=320, has_touch=True)
    situation = story.situation
    story.button("Mark all and show why").tap()
    answers = story.live.locator(".gb-scn-why")
    expect(answers).to_have_count(len(situation.points))
    for point, answer in zip(situation.in_order(), answers.all(), strict=True):
        text = lines(answer.inner_text())
        assert PARTS.match(text)
        assert text.startswith(f"{point.part.capitalize()}: makes harm {point.effect}.")
        assert point.why in text
        assert answer.get_by_role("link").count() == len(point.sources)
    for box in story.live.get_by_role("checkbox").all():
        box.check()
    plan = make_plan(
        situation,
        {point.id: "unsure" for point in situation.points},
        [option.id for option in situation.options],
    )
    shown = lines(story.plan.inner_text())
    for line in (plan.label, *plan.care, *plan.marked, *plan.unknown, *titles(plan)):
        assert line in shown
    too_wide = "() => document.documentElement.scrollWidth - innerWidth"
    assert story.live.page.evaluate(too_wide) <= 0
    watch.clean()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_that_axe_finds(open_story: OpenStory, theme: str) -> None:
    story, _watch = open_story(
        "jessica", "practice/case-study-jessica.html", theme=theme, width=390
    )
    expect(story.live).to_contain_text("tells no outcome")
    story.button("Mark all and show why").click()
    story.offer("naloxone").check()
    story.role("worker").check()
    story.live.get_by_text("Why, and on what source").first.click()
    assert violations(story.live.page, ".gb-scn") == []


def test_the_plan_is_printed_alone_on_one_page(open_story: OpenStory) -> None:
    story, _watch = open_story("new-parent-on-methadone")
    page = story.live.page
    story.button("Mark all and show why").click()
    for box in story.live.get_by_role("checkbox").all():
        box.check()
    story.role("nurse").check()
    page.evaluate("() => { globalThis.print = () => {}; }")
    story.button("Print the plan").click()
    page.emulate_media(media="print")
    sheet = page.locator("body > .gb-sheet")
    expect(sheet).to_contain_text("Invented for teaching")
    expect(sheet).to_contain_text("In our own words")
    expect(sheet).to_be_visible()
    expect(page.get_by_role("main")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)
    # Everything there is to mark and to choose still fits.
    assert pages_of(page) == 1

    # The page itself prints as plain text, with its label, and without controls.
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_have_count(0)
    expect(story.live).to_be_hidden()
    plain = page.locator(".guidebook-plain").first
    expect(plain).to_contain_text("Invented for teaching")
    expect(plain.get_by_text("In passage 1")).to_be_visible()
    expect(plain.get_by_text("People who use stimulants call it overamping")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)


def pages_of(page: Page) -> int:
    """Count the pages of what would come out of the printer."""
    pdf = page.pdf(format="A4", prefer_css_page_size=False)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_without_scripts_all_of_it_is_there(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/{PAGE}", scripts=False)
    widgets = page.locator(".guidebook-widget")
    expect(widgets).to_have_count(len(INVENTED))
    for name, widget in zip(INVENTED, widgets.all(), strict=True):
        situation = find_situation(name)
        text = widget.locator(".guidebook-plain").text_content()
        assert text is not None
        shown = lines(text)
        for line in (
            "Invented for teaching",
            *situation.passages,
            *(point.why for point in situation.points),
            *(option.limits for option in situation.options),
            *(question for role in situation.roles for question in role.questions),
        ):
            assert line in shown
        expect(widget.get_by_role("button")).to_have_count(0)
    # Answers are folded until they are asked for, and unfold without scripts.
    first = widgets.first
    answer = first.get_by_text("People who use stimulants call it overamping")
    expect(answer).to_be_hidden()
    first.get_by_text("In passage 1").click()
    expect(answer).to_be_visible()
    watch.clean()


def test_hostile_text_neither_runs_nor_breaks_the_page(
    open_page: OpenPage, site: Path, tmp_path: Path
) -> None:
    evil = '</script><img src=x onerror="globalThis.harmed=1"><b>x</b>'
    value = find_situation("festival").to_dict()
    for name in ("title", "content_note"):
        value[name] = evil
    value["passages"][0] += evil
    value["points"][0] |= {"phrase": evil, "passage": 1, "why": evil, "unknown": evil}
    value["points"] = [point for point in value["points"] if point["id"] != "heat"]
    value["options"][0] |= {"what": evil, "limits": evil, "answers": ["sleep"]}
    value["roles"][0] |= {"title": evil, "questions": [evil]}
    value["sources"][0] |= {"title": evil, "url": "javascript:globalThis.harmed=1"}
    for option in value["options"]:
        option["answers"] = ["sleep"]
    situation = Situation.from_dict(value)
    (tmp_path / "_static").symlink_to(site / "_static")
    html = with_policy(f"""<!DOCTYPE html>
<html lang="en" data-theme="light"><head><meta charset="utf-8"><title>Hostile</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="_static/guidebook/scenario.css">
<script defer src="_static/guidebook/host.js"></script>
<script defer src="_static/guidebook/scenario.js"></script></head>
<body><main><h1>Hostile</h1><h2>Text</h2>{Scenario(situation).to_html()}</main></body></html>
""")
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    with serve(tmp_path) as address:
        page, watch = open_page(f"{address}/index.html")
        story = Story(page.locator(".gb-scn"), situation)
        story.button("Mark all and show why").click()
        for box in story.live.get_by_role("checkbox").all():
            box.check()
        story.live.get_by_role("radio", name="globalThis.harmed").check()
        page.evaluate("() => { globalThis.print = () => {}; }")
        story.button("Print the plan").click()
        expect(page.locator("body > .gb-sheet")).to_contain_text(evil)
        expect(story.plan).to_contain_text(evil)
        expect(page.locator("main img, main b:text-is('x'), .gb-sheet img")).to_have_count(0)
        expect(page.locator("a[href^='javascript']")).to_have_count(0)
        assert page.evaluate("() => globalThis.harmed") is None
        watch.clean()
