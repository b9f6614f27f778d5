"""Laws and deaths: the map by mouse, keyboard and touch, without scripts and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browser.support.axe import violations
from guidebook.laws import LAWS, load_laws

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from browser.conftest import OpenPage
    from guidebook.laws import Laws

PAGE = "history/laws-and-deaths.html"
PLAIN = "[data-widget=policy-map] > .guidebook-plain"


@pytest.fixture(scope="module")
def laws() -> Laws:
    return load_laws()


def live(page: Page) -> Locator:
    widget = page.locator(".gb-policy")
    expect(widget).to_be_visible()
    return widget


def legend(widget: Locator) -> list[int]:
    return [int(text) for text in widget.locator(".gb-policy-legend strong").all_inner_texts()]


def test_by_mouse(open_page: OpenPage, server: str, laws: Laws) -> None:
    page, watch = open_page(f"{server}/{PAGE}")
    widget = live(page)
    expect(widget.locator("path.gb-policy-state")).to_have_count(51)

    # Every law, and the year by its buttons: what is said is what Python says.
    widget.get_by_role("button", name="One year earlier").click()
    for law in LAWS:
        widget.get_by_role("radio", name=law.label).check()
        expect(widget.locator(".gb-policy-summary")).to_have_text(laws.summary(law.id, 2014))
        assert legend(widget) == list(laws.counts(law.id, 2014))
        for name, shown in (("in-force", 0), ("not-yet", 1), ("unknown", 2)):
            expect(widget.locator(f"path.gb-policy-{name}")).to_have_count(
                laws.counts(law.id, 2014)[shown]
            )
    expect(widget.locator("figcaption")).to_contain_text(laws.deaths_in(2014))

    # A state of the map opens its card; the table marks its row.
    widget.locator("path[data-region=TX]").click()
    card = widget.locator(".gb-policy-card")
    expect(card).to_contain_text("Texas, end of 2014")
    expect(card).to_contain_text("unknown, no year in our source")
    expect(card.get_by_role("link")).to_have_attribute("href", re.compile("^https://"))
    table = widget.locator(".gb-policy-scroll").first
    expect(table.locator("tr.gb-policy-row th")).to_have_text("Texas")
    expect(widget.get_by_label("State", exact=True)).to_have_value("TX")
    expect(widget.get_by_role("status").last).to_contain_text("Texas: unknown")

    # The table has the rows of Python, in its order.
    rows = table.locator("tbody tr")
    expected = laws.states(LAWS[-1].id, 2014)
    assert rows.locator("th").all_inner_texts() == expected["name"].tolist()
    said = [text.split(maxsplit=1)[1] for text in rows.locator("td:nth-child(2)").all_inner_texts()]
    assert said == expected["status"].tolist()

    card.get_by_role("button", name="Close Texas").click()
    expect(widget.get_by_label("State", exact=True)).to_be_focused()

    # What moves by itself is not offered to those who asked for less motion.
    expect(widget.get_by_role("button", name="Play the years")).to_have_count(0)
    # Nothing of it is in the address, and nothing is kept.
    assert page.url == f"{server}/{PAGE}"
    watch.clean()


def test_by_keyboard(open_page: OpenPage, server: str, laws: Laws) -> None:
    page, watch = open_page(f"{server}/{PAGE}")
    widget = live(page)
    summary = widget.locator(".gb-policy-summary")

    widget.get_by_role("radio", name="Naloxone access").focus()
    page.keyboard.press("ArrowDown")
    expect(summary).to_have_text(laws.summary("good-samaritan", 2015))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    slider = widget.get_by_role("slider", name="Year")
    expect(slider).to_be_focused()
    page.keyboard.press("End")
    expect(summary).to_have_text(laws.summary("good-samaritan", 2024))
    expect(widget.locator("figcaption")).to_contain_text("80,391")
    page.keyboard.press("Home")
    expect(slider).to_have_attribute("aria-valuetext", "1999")
    page.keyboard.press("ArrowRight")
    expect(summary).to_have_text(laws.summary("good-samaritan", 2000))

    # Squares: one stop of the Tab key, then arrows.
    widget.get_by_role("button", name="Squares").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(widget.get_by_role("button", name="AL, Alabama: not yet, dated 2015")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    columbia = widget.get_by_role("button", name="DC, District of Columbia: not yet, dated 2013")
    page.keyboard.press("ArrowRight")
    expect(columbia).to_be_focused()
    page.keyboard.press("Enter")
    expect(columbia).to_have_attribute("aria-pressed", "true")
    expect(widget.locator(".gb-policy-card")).to_contain_text("District of Columbia, end of 2000")
    page.keyboard.press("Home")
    expect(widget.get_by_role("button", name="AL, Alabama: not yet")).to_be_focused()
    watch.clean()


def test_the_years_play_when_asked(open_page: OpenPage, server: str) -> None:
    page, watch = open_page(f"{server}/{PAGE}", reduced_motion="no-preference")
    widget = live(page)
    slider = widget.get_by_role("slider", name="Year")
    slider.fill("2022")
    widget.get_by_role("button", name="Play the years").click()
    expect(widget.get_by_role("button", name="Stop")).to_have_attribute("aria-pressed", "true")
    expect(slider).to_have_value("2024")
    expect(widget.get_by_role("button", name="Play the years")).to_be_visible()
    watch.clean()


def test_the_tables_fit_a_phone(open_page: OpenPage, server: str, laws: Laws) -> None:
    page, watch = open_page(f"{server}/{PAGE}", width=390)
    widget = live(page)
    widget.get_by_text("Deaths of every year").click()
    states, deaths = widget.locator(".gb-policy-scroll").all()
    for box, title in ((states, "the states at the end of 2015"), (deaths, "Deaths by overdose")):
        expect(widget.locator(".gb-policy-caption", has_text=title)).to_be_visible()
        assert box.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
        expect(page.get_by_role("table", name=re.compile(title))).to_be_visible()
    # A note has the line below its state, and so makes no row of cells higher.
    notes = laws.policy.loc[laws.policy["note"] != "", ["name", "note"]]
    under = states.locator("tr.gb-policy-under")
    assert under.locator("td").all_inner_texts() == notes.sort_values("name")["note"].tolist()
    above = states.locator("tr:has(+ tr.gb-policy-under) th")
    assert above.all_inner_texts() == sorted(notes["name"])
    heights = states.locator("tbody tr:not(.gb-policy-under)").evaluate_all(
        "all => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().height)))]"
    )
    assert max(heights) <= min(heights) * 2, heights
    expect(deaths.locator("tr.gb-policy-under")).to_have_count(len(laws.deaths))
    watch.clean()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_on_a_phone(open_page: OpenPage, server: str, theme: str) -> None:
    page, watch = open_page(f"{server}/{PAGE}", width=320, theme=theme, has_touch=True)
    widget = live(page)
    # Every state in a square that a finger finds; the list has them too.
    squares = widget.locator(".gb-policy-tile")
    expect(squares).to_have_count(51)
    sizes = squares.evaluate_all("all => all.map((one) => one.getBoundingClientRect().width)")
    assert min(sizes) >= 24
    widget.locator("[data-region=RI]").tap()
    expect(widget.locator(".gb-policy-card")).to_contain_text("Rhode Island, end of 2015")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    widget.get_by_text("Deaths of every year").click()
    assert violations(page, ".gb-policy") == []
    widget.get_by_role("button", name="Map", exact=True).tap()
    expect(widget.locator("svg.gb-policy-map")).to_be_visible()
    # A control that has half been scrolled under the book's bar is measured as half a control.
    page.evaluate("scrollTo(0, 0)")
    assert violations(page, ".gb-policy") == []
    watch.clean()


def test_without_scripts_and_on_paper(open_page: OpenPage, server: str, laws: Laws) -> None:
    page, _ = open_page(f"{server}/{PAGE}", scripts=False)
    plain = page.locator(PLAIN)
    rows = plain.locator("table").first.locator("tbody tr")
    expect(rows).to_have_count(len(laws.policy))
    expect(rows.filter(has_text="Georgia").locator("td").first).to_have_text("not dated")
    expect(plain.locator("table").last.locator("tbody tr")).to_have_count(len(laws.deaths))
    expect(plain).to_contain_text("That does not make one the cause of the other")
    expect(plain.locator("button, input, select")).to_have_count(0)

    page, _ = open_page(f"{server}/{PAGE}")
    widget = live(page)
    page.emulate_media(media="print")
    expect(widget.locator(".gb-policy-summary")).to_be_visible()
    expect(widget.locator("svg.gb-policy-map")).to_be_visible()
    expect(page.locator(PLAIN).locator("table").first).to_be_visible()
    for control in widget.locator("button, input, select").all():
        expect(control).to_be_hidden()
