"""Practising the response: by mouse, by keyboard, without scripts, on paper, and with hostile text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from browser.support.server import serve
from guidebook import ResponsePractice
from guidebook.edition.policy import with_policy
from guidebook.response import load_response, misplaced, walk
from guidebook.response.calling import calls
from guidebook.response.plain import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from browser.conftest import OpenPage
    from browser.support.watch import Watch

PRACTICE = "practice/practise-the-response.html"
RESPONSE = load_response()
LABEL = {step.id: step.label for step in RESPONSE.steps}
CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "cases/response.json").read_text(encoding="utf-8")
)["walks"]

# Whether the focus is on something that can be seen, and not under the line that stays in sight.
FOCUS = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return "the focus is lost";
  const { top, bottom, left, right } = focused.getBoundingClientRect();
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return over && (focused.contains(over) || over.contains(focused))
    ? "" : `hidden: ${focused.outerHTML.slice(0, 120)}`;
}"""


class Practice:
    """The practice in a page."""

    def __init__(self, page: Page, watch: Watch) -> None:
        self.page, self.watch = page, watch
        self.live = page.locator(".guidebook-live .gb-response")
        expect(self.live).to_be_visible()
        self.walk = self.live.locator(".gb-response-walk")
        self.heading = self.walk.get_by_role("heading", level=4)

    def button(self, name: str) -> Locator:
        return self.live.get_by_role("button", name=name, exact=True)

    def order(self) -> list[str]:
        labels = self.live.locator(".gb-order-label").all_inner_texts()
        return [next(one for one in LABEL if LABEL[one] == text) for text in labels]


@pytest.fixture
def practise(open_page: OpenPage, server: str) -> Callable[..., Practice]:
    def opener(**options: Any) -> Practice:  # noqa: ANN401 (those of a browser context)
        return Practice(*open_page(f"{server}/{PRACTICE}", **options))

    return opener


def press_with_keys(target: Locator) -> None:
    target.focus()
    assert target.page.evaluate(FOCUS) == ""
    target.press("Enter")


def press_with_mouse(target: Locator) -> None:
    target.click()


@pytest.mark.parametrize(
    ("press", "width"), [(press_with_mouse, 1280), (press_with_keys, 320)], ids=["mouse", "keys"]
)
def test_every_way_of_the_situation(
    practise: Callable[..., Practice], press: Callable[[Locator], None], width: int
) -> None:
    practice = practise(width=width)
    tried = set()
    while True:
        # The first choice here that was not tried; of a wrong turn there is a way back.
        taken: list[str] = []
        here = walk(RESPONSE, taken)
        new = False
        while not here.finished:
            ways = [f"{here.moment.id}/{choice.id}" for choice in here.moment.choices]
            wanted = next((way for way in ways if way not in tried), ways[0])
            new |= wanted not in tried
            tried.add(wanted)
            choice = here.moment.choice(wanted.partition("/")[2])
            assert choice
            expect(practice.heading).to_have_text(here.moment.situation)
            press(practice.walk.get_by_role("button", name=choice.label, exact=True))
            expect(practice.heading).to_have_text(KINDS[choice.kind])
            expect(practice.heading).to_be_focused()
            expect(practice.walk).to_contain_text(choice.because)
            sources = [RESPONSE.source[one].url for one in choice.sources]
            links = practice.walk.locator(".gb-response-from").first.get_by_role("link")
            assert [link.get_attribute("href") for link in links.all()] == sources
            press(practice.button("Go on" if choice.leads_to else "Take it back"))
            expect(practice.heading).to_be_focused()
            taken.append(wanted)
            here = walk(RESPONSE, taken)
        expect(practice.heading).to_have_text(here.moment.situation)
        done = practice.walk.locator("details li")
        expect(done).to_have_count(len(taken))
        if not new:
            break
        press(practice.button("Start again"))
    known = {f"{moment.id}/{each.id}" for moment in RESPONSE.moments for each in moment.choices}
    assert tried == known
    assert practice.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    practice.watch.clean()


def test_the_order_by_mouse_by_keys_and_by_dragging(practise: Callable[..., Practice]) -> None:
    practice = practise()
    assert practice.order() == ResponsePractice().order
    practice.button("Look at my order").click()
    wrong = misplaced(RESPONSE, practice.order())
    expect(practice.live.locator(".gb-response-move p > strong")).to_have_text(
        [f"Later than “{LABEL[each.before]}”." for each in wrong]
    )
    expect(practice.live.get_by_role("status").filter(has_text="could stand")).to_have_count(1)

    # Arrow keys on a button: the focus stays with the item, and the place is spoken.
    practice.button("Show me an order that works").click()
    up = practice.button(f"Move up: {LABEL['breathe']}")
    up.focus()
    practice.page.keyboard.press("ArrowUp")
    expect(up).to_be_focused()
    swapped = ["wake", "call", "breathe", "naloxone", "again", "side", "stay"]
    assert practice.order() == swapped
    spoken = practice.live.get_by_role("status").filter(has_text="now 3 of 7")
    expect(spoken).to_have_count(1)
    practice.button("Look at my order").click()
    expect(practice.live.locator(".gb-response-verdict")).to_contain_text("taught too")

    handle = practice.live.locator(".gb-order-handle")
    handle.first.scroll_into_view_if_needed()
    start, end = handle.nth(0).bounding_box(), handle.nth(1).bounding_box()
    assert start
    assert end
    mouse = practice.page.mouse
    mouse.move(start["x"] + 5, start["y"] + 10)
    mouse.down()
    mouse.move(end["x"] + 5, end["y"] + 20, steps=4)
    mouse.up()
    assert practice.order()[:2] == ["call", "wake"]
    practice.watch.clean()


def test_the_number_is_that_of_the_country(practise: Callable[..., Practice]) -> None:
    practice = practise()
    live = practice.live
    real = live.locator(".gb-response-real")
    expect(real).to_contain_text("If this is real: call now. Your local emergency number.")
    assert real.get_by_role("link", name="Help now").get_attribute("href") == "../help-now.html"
    country = live.get_by_label("Emergency number for")
    for call in calls():
        country.select_option(call.code)
        expect(real).to_contain_text(call.number or "Your local emergency number")
        links = real.locator("a[href^='tel:']")
        expect(links).to_have_count(1 if call.number else 0)
        if call.number:
            assert links.get_attribute("href") == f"tel:{call.dial}"
        expect(live.locator(".gb-response-remark")).to_have_text(call.remark)
    # It stays in sight while one reads on.
    country.select_option("GB")
    live.get_by_role("heading", name="A card for your wallet").scroll_into_view_if_needed()
    expect(real).to_be_in_viewport()
    practice.watch.clean()


def test_the_clock(practise: Callable[..., Practice]) -> None:
    practice = practise()
    page, live = practice.page, practice.live
    # The clock is off until it is wanted, and going on never waits for it.
    page.clock.install()
    way = (
        "found/wake",
        "no-answer/call",
        "operator/place",
        "kit/spray",
        "air/breaths",
        "waiting/wait",
    )
    for each in way:
        name, _, identity = each.partition("/")
        choice = RESPONSE.moment[name].choice(identity)
        assert choice
        practice.walk.get_by_role("button", name=choice.label, exact=True).click()
        if each != way[-1]:
            practice.button("Go on").click()
    clock = live.locator(".gb-response-clock")
    expect(clock).to_have_count(0)
    live.get_by_label("Show a clock while waiting").check()
    expect(clock).to_be_visible()
    page.clock.run_for(61_000)
    expect(clock.get_by_role("status")).to_have_text("1 minute")
    live.get_by_label("Speed of the clock").select_option("10")
    page.clock.run_for(7_000)
    expect(clock.get_by_role("status")).to_have_text("2 minutes: look again.")
    practice.button("Go on").click()
    expect(clock).to_have_count(0)
    practice.watch.clean()


def test_on_paper(practise: Callable[..., Practice]) -> None:
    practice = practise()
    page, live = practice.page, practice.live
    country = live.get_by_label("Emergency number for")
    # On paper: what the reader set, the card in its size, and every answer.
    page.emulate_media(media="print")
    card = live.locator(".gb-rcard")
    panels = card.locator(".gb-rcard-panel")
    for code in ("GB", "KE", "NA", "MK"):
        page.emulate_media(media="screen")
        country.select_option(code)
        if code == "KE":  # its number has a weak source, so that none is given
            expect(live.locator("a[href^='tel:']")).to_have_count(0)
            expect(card).to_contain_text("Call your local emergency number")
        page.emulate_media(media="print")
        full = "all => all.every(one => one.scrollHeight <= one.clientHeight + 1)"
        assert panels.evaluate_all(full), code
    box = panels.first.bounding_box()
    assert box
    assert abs(box["width"] - 85.6 * 96 / 25.4) < 2
    assert abs(box["height"] - 54 * 96 / 25.4) < 2
    expect(card).to_contain_text("edition of")
    expect(
        page.locator(".guidebook-plain").get_by_text("A cold shower is on the list")
    ).to_be_visible()
    controls = page.locator(".guidebook-widget").locator("button, input, select")
    assert [one for one in controls.all() if one.is_visible()] == []
    expect(page.locator(".gb-rcard:visible")).to_have_count(1)
    page.emulate_media(media="screen")

    page.evaluate("print = () => { document.body.dataset.printed = 'yes' }")
    practice.button("Print the card").click()
    page.emulate_media(media="print")
    expect(page.locator(".gb-sheet .gb-rcard")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".gb-sheet")).to_have_count(0)
    practice.watch.clean()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_accessible(practise: Callable[..., Practice], theme: str) -> None:
    practice = practise(theme=theme)
    practice.live.get_by_label("Emergency number for").select_option("GB")
    practice.button("Look at my order").click()
    practice.live.get_by_label("Show a clock while waiting").check()
    practice.walk.get_by_role("button", name="Let them sleep it off").click()
    assert violations(practice.page, ".guidebook-live") == []
    practice.button("Take it back").click()
    assert violations(practice.page, ".gb-response-walk") == []


def test_small_targets_and_forced_colours(practise: Callable[..., Practice]) -> None:
    practice = practise(width=320, has_touch=True, is_mobile=True, forced_colors="active")
    assert practice.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for control in practice.live.locator("button, select").all():
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 37
    for control in practice.live.locator("button").all():
        box = control.bounding_box()
        assert box
        assert box["height"] >= 44
    practice.watch.clean()


def test_without_scripts(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/{PRACTICE}", scripts=False)
    widget = page.locator(".guidebook-widget")
    expect(widget.locator(".gb-response-real")).to_contain_text("If this is real: call now.")
    expect(widget.locator(".gb-response-steps > li")).to_have_count(len(RESPONSE.steps))
    assert widget.locator("button, input, select").count() == 0
    answers = widget.locator("details")
    answers.first.locator("summary").click()
    expect(answers.first.get_by_text("A cold shower is on the list")).to_be_visible()
    assert headings_in_order(page)
    watch.clean()


def headings_in_order(page: Page) -> bool:
    """Whether no level of heading is left out; without scripts axe cannot say so."""
    levels = [
        int(one.evaluate("one => one.tagName[1]"))
        for one in page.locator("article :is(h1, h2, h3, h4)").all()
    ]
    return all(after - before <= 1 for before, after in pairwise(levels))


def test_hostile_text(open_page: OpenPage, site: Path, tmp_path: Path) -> None:
    mark = "globalThis.harmed=1"
    bad = f"</script><script>{mark}</script><img src=x onerror={mark}>\u202e{'unbroken' * 30}"
    moments = tuple(
        replace(
            moment,
            situation=bad,
            question=moment.question and bad,
            choices=tuple(replace(each, label=f"{each.id} {bad}") for each in moment.choices),
        )
        for moment in RESPONSE.moments
    )
    sources = tuple(replace(each, title=bad, url=f"javascript:{mark}") for each in RESPONSE.sources)
    steps = tuple(replace(step, label=bad, do=bad, card=bad) for step in RESPONSE.steps)
    spoilt = replace(
        RESPONSE, title=bad, content_note=bad, steps=steps, moments=moments, sources=sources
    )
    (tmp_path / "_static").symlink_to(site / "_static")
    static = "_static/guidebook"
    (tmp_path / "index.html").write_text(
        with_policy(f"""<!DOCTYPE html>
<html lang="en" data-theme="light"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>Hostile</title>
<link rel="stylesheet" href="{static}/response-practice.css">
<script defer src="{static}/host.js"></script>
<script defer src="{static}/response-practice.js"></script>
</head><body><main><h1>Hostile</h1>{ResponsePractice(spoilt).to_html()}</main></body></html>"""),
        encoding="utf-8",
    )
    with serve(tmp_path) as address:
        practice = Practice(*open_page(f"{address}/index.html", width=360))
        practice.button("Look at my order").click()
        practice.walk.get_by_role("button", name=re.compile("^sleep")).click()
        expect(practice.heading).to_have_text("Take this one back.")
        assert practice.page.evaluate("globalThis.harmed") is None
        assert practice.page.locator(".guidebook-widget a[href^='javascript']").count() == 0
        assert practice.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        practice.watch.clean()
