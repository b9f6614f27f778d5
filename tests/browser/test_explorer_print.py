"""Print: all filtered rows as a hand-out with sources and dates, and no controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from guidebook.directory.listing import date_words

if TYPE_CHECKING:
    from browser.conftest import Explore
    from guidebook import Directory

# What is printed is there from `beforeprint` to `afterprint`: it is noted once the explorer has
# written it.
NOTE = """() => addEventListener("beforeprint", () => {
  globalThis.printed = document.querySelector(".gb-handout")?.textContent;
})"""


def test_what_comes_out_of_the_printer(explore: Explore, directory: Directory) -> None:
    explorer = explore("services=naloxone&countries=US")
    expected = directory.filter(services=["naloxone"], countries=["US"])
    assert len(expected) > len(explorer.results.locator("li[data-id]").all())
    explorer.page.evaluate(NOTE)
    sheet = explorer.page.pdf()

    assert sheet.startswith(b"%PDF")
    printed = " ".join(explorer.page.evaluate("() => globalThis.printed").split())
    assert expected.summary in printed
    for entry in expected:
        assert " ".join(entry.name.split()) in printed
        assert f"{entry.badge}." in printed
        if entry.source_url:
            assert entry.source_url in printed
    dates = {entry.source_date for entry in expected if entry.source_date}
    assert dates
    for date in dates:
        assert date_words(date) in printed
    # The screen is as before.
    expect(explorer.live.locator(".gb-handout")).to_have_count(0)
    expect(explorer.summary).to_be_visible()
    explorer.watch.clean()


def test_in_print_only_the_sheet_is_visible(explore: Explore, directory: Directory) -> None:
    explorer = explore("countries=NZ;AU")
    explorer.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    explorer.page.emulate_media(media="print")

    sheet = explorer.live.locator(".gb-handout")
    expected = directory.filter(countries=["NZ", "AU"])
    expect(sheet.get_by_role("listitem")).to_have_count(len(expected))
    for entry in expected:
        expect(sheet.get_by_role("heading", name=entry.name, exact=True).first).to_be_visible()
    expect(explorer.search).to_be_hidden()
    expect(explorer.map).to_be_hidden()
    expect(explorer.page.get_by_role("banner")).to_be_hidden()
    too_wide = "() => document.documentElement.scrollWidth - innerWidth"
    assert explorer.page.evaluate(too_wide) <= 0

    explorer.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    explorer.page.emulate_media(media="screen")
    expect(sheet).to_have_count(0)


def test_near_a_place_the_sheet_has_both_groups(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    explorer.go_near("Chicago")
    expected = directory.filter(near="Chicago", within_km=50)
    explorer.shows(expected)
    explorer.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")

    items = explorer.live.locator(".gb-handout").locator("li")
    expect(items).to_have_count(len(expected) + len(expected.apart))


def test_the_print_button_prints(explore: Explore) -> None:
    explorer = explore()
    explorer.page.evaluate("() => { globalThis.print = () => { globalThis.pressed = true } }")
    explorer.open_share()
    explorer.live.get_by_role("button", name="Print").click()
    assert explorer.page.evaluate("() => globalThis.pressed") is True
