"""The timeline: by mouse, by keyboard and by touch, and that it agrees with Python."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from browser.support.server import serve
from browser.support.timeline import PAGE, TimelineView
from guidebook import Events, Timeline, load_events
from guidebook.edition.policy import with_policy
from guidebook.events import Event

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import CDPSession, Page

    from browser.conftest import OpenPage

HOSTILE = '</script><img src=x onerror="globalThis.hurt = 1"><b>x</b>'


@pytest.fixture(scope="module")
def events() -> Events:
    return load_events()


def opened(open_page: OpenPage, server: str, **options: Any) -> TimelineView:  # noqa: ANN401
    return TimelineView(*open_page(f"{server}/{PAGE}", **options))


def test_filters_and_years_by_mouse(open_page: OpenPage, server: str, events: Events) -> None:
    view = opened(open_page, server)
    expect(view.summary).to_have_text(events.summary)
    assert view.years() == (1914, max(event.year for event in events))

    # Filters, and the counts beside their values.
    view.choose("Theme", "Supervised consumption")
    view.choose("Place", "Canada")
    expected = events.filter(themes="rooms", countries="CA")
    expect(view.summary).to_have_text(expected.summary)
    counts = events.facets(themes="rooms", countries="CA")["decades"]
    assert view.count_of("Decade") == counts
    view.choose("How sure", "Source read")
    view.choose("Decade", "2010s")
    expected = events.filter(themes="rooms", countries="CA", evidence="read", decades="2010s")
    expect(view.summary).to_have_text(expected.summary)
    view.chips.get_by_role("button", name="Clear all").click()
    expect(view.summary).to_be_focused()
    view.search.fill("tacoma")
    expected = events.filter(text="tacoma")
    expect(view.summary).to_have_text(expected.summary)
    view.chips.get_by_role("button", name=re.compile("Search")).click()
    expect(view.summary).to_have_text(events.summary)

    # Closer, along, and back.
    view.button("Zoom in").click()
    view.button("Zoom in").click()
    first, last = view.years()
    expect(view.summary).to_have_text(events.between(first, last).summary)
    view.button("Earlier years").click()
    assert view.years()[0] < first
    view.button("All years").click()
    expect(view.summary).to_have_text(events.summary)

    # One dot for several comes closer.
    view.plot.locator(".tl-several").first.click()
    expect(view.range).not_to_have_text("1914–2026")
    view.watch.clean()


def test_details_and_map_by_mouse(open_page: OpenPage, server: str, events: Events) -> None:
    view = opened(open_page, server)
    view.mark("rolleston").click()
    event = events["rolleston"]
    expect(view.details.get_by_role("heading")).to_have_text(event.title)
    expect(view.details).to_contain_text(event.description)
    source = view.details.get_by_role("link", name=event.source_title)
    expect(source).to_have_attribute("href", event.source_url)
    expect(view.mark("rolleston")).to_have_attribute("aria-pressed", "true")
    # The map is in step, both ways.
    chosen = view.map.locator(".tl-chosen")
    expect(chosen).to_have_count(1)
    view.search.fill("london")
    expect(view.spots).to_have_count(1)
    view.spots.first.hover()
    expect(view.mark("rolleston")).to_have_class(re.compile("tl-lit"))
    view.search.fill("")
    view.choose("Place", "Netherlands")
    view.spots.first.click()
    heading = view.details.get_by_role("heading")
    expect(heading).to_be_focused()
    expect(heading).to_have_text(re.compile(r"\d events, "))
    view.details.get_by_role("listitem").first.get_by_role("button").click()
    expect(view.details.locator("time")).to_be_visible()
    view.button("Later event").click()
    view.details.get_by_role("button", name=re.compile("^Back to")).click()
    expect(heading).to_have_text(re.compile(r"\d events, "))
    view.button("Close").click()
    expect(heading).to_have_text("Choose an event")

    # From one to the next, and to the one list that has anchors.
    view.button("Later event").click()
    expect(heading).to_have_text(events.filter(countries="NL").frame["title"].iloc[0])
    first_id = events.filter(countries="NL").frame["id"].iloc[0]
    view.details.get_by_role("link", name="Find it in the list").click()
    expect(view.page.locator(f"#event-{first_id}")).to_be_in_viewport()
    view.watch.clean()


def test_by_keyboard(open_page: OpenPage, server: str, events: Events) -> None:
    view = opened(open_page, server)
    page = view.page

    # One stop among the dots.
    assert view.plot.locator('button[tabindex="0"]').count() == 1
    view.button("Zoom in").focus()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.mark"):
            break
    expect(view.mark("harrison-act")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(view.mark("rolleston")).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert focused(page) not in {"rolleston", ""}
    page.keyboard.press("Home")
    expect(view.mark("harrison-act")).to_be_focused()
    page.keyboard.press("Enter")
    expect(view.details.get_by_role("heading")).to_have_text(events["harrison-act"].title)
    said = view.live.get_by_role("status").filter(has_text=events["harrison-act"].title)
    expect(said).to_have_count(1)

    # Closer about the dot, which keeps the focus; along the years; everything again.
    page.keyboard.press("ArrowRight")
    for _ in range(5):
        page.keyboard.press("+")
    expect(view.mark("rolleston")).to_be_focused()
    first, last = view.years()
    assert first <= 1926 <= last < 1960
    expect(view.summary).to_have_text(events.between(first, last).summary)
    page.keyboard.press("PageDown")
    assert view.years()[0] > first
    assert page.evaluate("document.activeElement.closest('.tl-surface') !== null")
    page.keyboard.press("PageUp")
    assert view.years() == (first, last)
    page.keyboard.press("-")
    assert view.years()[1] - view.years()[0] > last - first
    page.keyboard.press("End")
    assert view.years()[1] == 2026
    assert focused(page)
    # Where nothing is in view the keys still work.
    page.keyboard.press("0")
    assert view.years() == (1914, 2026)
    page.keyboard.press("Home")
    for _ in range(12):
        page.keyboard.press("+")
    for _ in range(3):
        page.keyboard.press("PageDown")
    assert view.marks.count() == 0
    expect(view.plot).to_be_focused()
    page.keyboard.press("0")
    assert view.marks.count() > 20

    view.watch.clean()


def test_a_list_by_keyboard(open_page: OpenPage, server: str, events: Events) -> None:
    view = opened(open_page, server)
    page = view.page
    # What cannot be come between is listed, and the list has the focus.
    view.choose("Theme", "Support and drinking")
    view.choose("Decade", "1990s")
    view.mark("mm-founded").focus()
    page.keyboard.press("Enter")
    expect(view.details.get_by_role("heading")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(view.details.get_by_role("heading")).to_have_text(events["mm-founded"].title)
    view.watch.clean()


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.dataset.mark ?? ''")


def test_dragging_and_the_wheel(open_page: OpenPage, server: str) -> None:
    view = opened(open_page, server)
    mouse = view.page.mouse
    view.plot.scroll_into_view_if_needed()
    box = view.plot.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    # The wheel alone scrolls the page.
    view.page.keyboard.down("Control")
    mouse.move(x, y)
    mouse.wheel(0, -100)
    mouse.wheel(0, -100)
    view.page.keyboard.up("Control")
    expect(view.range).not_to_have_text("1914–2026")
    first, last = view.years()
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 40, y, steps=4)
    mouse.move(x + 200, y, steps=8)
    mouse.up()
    expect(view.range).not_to_have_text(f"{first}–{last}")
    assert view.years()[0] < first
    assert view.years()[1] - view.years()[0] == last - first
    # A drag chooses nothing.
    expect(view.details.get_by_role("heading")).to_have_text("Choose an event")
    dragged = view.years()
    mouse.wheel(120, 0)
    expect(view.range).not_to_have_text(f"{dragged[0]}–{dragged[1]}")
    view.watch.clean()


def test_on_a_phone(open_page: OpenPage, server: str, events: Events) -> None:
    view = opened(open_page, server, width=320, has_touch=True, is_mobile=True)
    page = view.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    view.plot.evaluate("(one) => one.scrollIntoView({ block: 'center' })")

    fingers = page.context.new_cdp_session(page)

    # Two fingers come closer; one finger on the years moves them.
    box = view.plot.bounding_box()
    assert box
    x, middle = box["x"] + 160, box["y"] + box["height"] / 2
    touch(fingers, "touchStart", (x, middle - 30), (x, middle + 30))
    for step in (60, 90, 120):
        touch(fingers, "touchMove", (x, middle - step), (x, middle + step))
    touch(fingers, "touchEnd")
    expect(view.range).not_to_have_text("1914–2026")
    first, last = view.years()
    assert 20 <= last - first <= 50
    expect(view.summary).to_have_text(events.between(first, last).summary)
    years = box["x"] + 20
    touch(fingers, "touchStart", (years, middle))
    for step in (20, 60, 100, 140):
        touch(fingers, "touchMove", (years, middle + step))
    touch(fingers, "touchEnd")
    expect(view.range).not_to_have_text(f"{first}–{last}")
    assert view.years()[0] < first

    # A few events of one dot come as a list; every target is large enough for a finger.
    view.button("All years").tap()
    view.search.fill("netherlands")
    for size in view.marks.evaluate_all(
        "all => all.map((one) => Math.min(one.offsetWidth, one.offsetHeight))"
    ):
        assert size >= 44
    view.plot.get_by_role("button", name=re.compile("list them")).first.tap()
    expect(view.details.get_by_role("heading")).to_have_text(re.compile(r"\d events, "))
    expect(view.details).to_be_in_viewport()
    view.details.get_by_role("listitem").first.get_by_role("button").tap()
    expect(view.details.locator("time")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page, ".tl") == []
    view.watch.clean()


def touch(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    fingers = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})


def test_the_list_is_folded_by_decade(open_page: OpenPage, server: str, events: Events) -> None:
    view = opened(open_page, server, width=390)
    page = view.page
    parts = page.locator(".book-folded")
    expected = Counter(event.decade for event in events)
    assert parts.locator("h3").all_inner_texts() == [f"The {decade}" for decade in expected]
    sizes = [
        int(text.split()[0]) for text in parts.locator("summary .book-small").all_inner_texts()
    ]
    assert sizes == list(expected.values())
    # Folded, the whole list is shorter than two of a phone's screens.
    expect(page.locator("li[id^='event-']:visible")).to_have_count(0)
    span = page.evaluate(
        """() => {
            const [first, last] = [...document.querySelectorAll(".book-folded")]
              .filter((one, at, all) => at === 0 || at === all.length - 1)
              .map((one) => one.getBoundingClientRect());
            return last.bottom - first.top;
        }"""
    )
    assert span < 2 * 800

    # One decade by keyboard; all of them, and none, by a button.
    parts.filter(has_text="1980s").locator("summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("li[id^='event-']:visible")).to_have_count(expected["1980s"])
    page.get_by_role("button", name="Open all").click()
    expect(page.locator("li[id^='event-']:visible")).to_have_count(len(events))
    page.get_by_role("button", name="Fold all").click()
    expect(page.locator("li[id^='event-']:visible")).to_have_count(0)
    view.watch.clean()

    # A link from a chapter opens the decade that it leads into.
    page, watch = open_page(f"{server}/{PAGE}#event-tacoma", width=390)
    expect(page.locator("#event-tacoma")).to_be_in_viewport()
    watch.clean()


def test_marks_keep_apart_when_text_is_twice_as_large(open_page: OpenPage, server: str) -> None:
    view = opened(open_page, server, width=390)
    view.page.add_style_tag(content="html { font-size: 212.5% !important }")
    upright = view.live.locator(".tl-upright .tl-words")
    expect(upright.first).to_be_visible()
    view.page.wait_for_function(
        """() => {
            const boxes = [...document.querySelectorAll(".tl-upright .tl-words")]
              .map((one) => one.getBoundingClientRect())
              .sort((one, other) => one.top - other.top);
            return boxes.every((box, at) => at === 0 || box.top >= boxes[at - 1].bottom - 1);
        }"""
    )
    # No year is cut off at the edge.
    left = view.plot.bounding_box()["x"]  # type: ignore[index]
    years = view.plot.locator(".tl-year").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().left)"
    )
    assert min(years) >= left


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_is_accessible(open_page: OpenPage, server: str, theme: str) -> None:
    view = opened(open_page, server, theme=theme)
    view.button("Zoom in").click()
    view.mark("mdhg-founded").or_(view.marks.first).first.click()
    view.button("Later event").click()
    view.live.get_by_role("button", name=re.compile("^Theme")).click()
    assert violations(view.page, ".tl") == []
    view.watch.clean()


def test_without_scripts_and_on_paper(open_page: OpenPage, server: str, events: Events) -> None:
    page, _ = open_page(f"{server}/{PAGE}", scripts=False)
    plain = page.locator('[data-widget="timeline"] .guidebook-plain')
    expect(plain).to_contain_text("below as a list")
    # A browser alone unfolds a decade.
    expect(page.locator("#event-tacoma")).to_be_hidden()
    page.locator("#the-1980s summary").click()
    expect(page.locator("#event-tacoma")).to_be_visible()
    items = page.locator("li[id^='event-']")
    assert [f"event-{event.id}" for event in events] == items.evaluate_all(
        "all => all.map((one) => one.id)"
    )

    view = opened(open_page, server)
    ids = view.page.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))
    view.page.emulate_media(media="print")
    expect(view.live).to_be_hidden()
    expect(view.page.locator('[data-widget="timeline"] .guidebook-plain')).to_be_visible()
    expect(view.page.locator("#event-tacoma")).to_be_visible()
    # What the page looks up it carries once.
    assert len([url for url in view.watch.requests if "resources/timeline.js" in url]) == 1


def test_hostile_events_are_words(open_page: OpenPage, site: Path, tmp_path: Path) -> None:
    (tmp_path / "_static").symlink_to(site / "_static")
    names = {one.name: HOSTILE for one in fields(Event)}
    row = {**names, "date": "1988-08", "year": 1988, "latitude": 47.2, "longitude": -122.4}
    row |= {"themes": (HOSTILE,), "source_url": "javascript:globalThis.hurt = 1"}
    row |= {"evidence": "read", "extent": "town", "date_precision": "month"}
    bad = Events(
        [Event(**row), Event(**{**row, "id": 'b" onclick="x', "date": "1990", "year": 1990})], {}
    )
    html = Timeline(bad).to_html()
    base = "_static/guidebook"
    page_html = with_policy(f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Hostile</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="{base}/timeline.css"><script defer src="{base}/host.js"></script>
<script defer src="{base}/timeline.js"></script></head><body><main><h1>Hostile</h1>
{html}</main></body></html>""")
    (tmp_path / "index.html").write_text(page_html, encoding="utf-8")
    with serve(tmp_path) as address:
        view = TimelineView(*open_page(f"{address}/index.html"))
        view.marks.first.click()
        expect(view.details.get_by_role("heading")).to_have_text(HOSTILE)
        assert view.details.get_by_role("link").count() == 0
        view.live.get_by_role("button", name=re.compile("^Theme")).click()
        expect(view.live.get_by_role("checkbox", name=re.compile("onerror"))).to_be_visible()
        assert view.page.evaluate("globalThis.hurt") is None
        assert view.page.locator("main img, main b").count() == 0
        view.watch.clean()
