"""Copy link: it says what it holds, and opened elsewhere it restores everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.conftest import Explore, OpenPage
    from guidebook import Directory

CLIPBOARD = ["clipboard-read", "clipboard-write"]
POSITION = {"latitude": 40.44062, "longitude": -79.99589}


def test_a_link_restores_everything(
    explore: Explore, open_page: OpenPage, directory: Directory
) -> None:
    naloxone = directory.vocabularies["services"]["naloxone"].label
    expected = directory.filter(
        text="health", services=["naloxone"], near="Chicago", within_km=500 * 1.609344
    )
    entry = expected.frame["id"].iloc[-1]
    explorer = explore(permissions=CLIPBOARD)
    explorer.search.fill("health")
    explorer.choose("services", naloxone)
    explorer.go_near("Chicago")
    explorer.within(500, "mi")
    explorer.show_all()
    explorer.open_entry(entry)

    share = explorer.open_share()
    for words in ("“health”", naloxone, "near Chicago", "within 500 mi", directory[entry].name):
        expect(share).to_contain_text(words)
    share.get_by_role("button", name="Copy link").click()
    expect(share.get_by_role("status")).to_contain_text("Copied")
    link = explorer.page.evaluate("() => navigator.clipboard.readText()")
    # Only the link has it; the address itself still does not.
    assert "Chicago" in link
    assert "Chicago" not in explorer.page.url

    other = type(explorer)(*open_page(link))
    expect(other.heading(entry)).to_have_attribute("aria-expanded", "true")
    expect(other.search).to_have_value("health")
    expect(other.near).to_have_value("Chicago, IL, US")
    expect(other.unit).to_have_value("mi")
    expect(other.radius).to_have_value("500")
    expect(other.chip("Services", naloxone)).to_be_visible()
    other.shows(expected)
    assert other.ids() == expected.frame["id"].tolist()
    assert other.apart_ids() == expected.apart.frame["id"].tolist()
    # What came with the link is again not kept in the address.
    assert "Chicago" not in other.page.url
    other.watch.clean()


def test_a_link_without_filters_says_so(explore: Explore) -> None:
    explorer = explore(permissions=CLIPBOARD)
    share = explorer.open_share()

    expect(share).to_contain_text("nothing else is in it")
    share.get_by_role("button", name="Copy link").click()
    expect(share.get_by_role("status")).to_contain_text("Copied")
    link = explorer.page.evaluate("() => navigator.clipboard.readText()")
    assert link.endswith("/directory/explore.html")


def test_a_position_is_named_and_made_coarser_or_left_out(explore: Explore) -> None:
    explorer = explore(permissions=[*CLIPBOARD, "geolocation"], geolocation=POSITION)
    explorer.position.click()
    expect(explorer.near).to_have_value("My position")
    share = explorer.open_share()

    expect(share).to_contain_text("where you are, to about a kilometre")
    share.get_by_role("button", name="Copy link", exact=True).click()
    expect(share.get_by_text("Copied").first).to_be_visible()
    link = explorer.page.evaluate("() => navigator.clipboard.readText()")
    assert "near=40.44;-80;" in link
    assert "40.440" not in link
    share.get_by_role("button", name="Copy it without where I am").click()
    expect(share.get_by_text("Copied")).to_have_count(2)
    assert "near=" not in explorer.page.evaluate("() => navigator.clipboard.readText()")


def test_where_copying_is_blocked_the_link_can_be_read(explore: Explore) -> None:
    explorer = explore("services=naloxone")
    explorer.page.evaluate(
        "() => Object.defineProperty(navigator, 'clipboard', "
        "{ value: { writeText: () => Promise.reject(new Error('no')) } })"
    )
    share = explorer.open_share()
    share.get_by_role("button", name="Copy link").click()

    box = share.get_by_role("textbox", name="Link")
    expect(box).to_have_value(f"{explorer.page.url.split('#')[0]}#services=naloxone")


def test_a_link_to_one_entry_holds_nothing_of_the_search(
    explore: Explore, open_page: OpenPage, directory: Directory
) -> None:
    explorer = explore("services=naloxone", permissions=CLIPBOARD)
    explorer.search.fill("health")
    entry = directory.filter(text="health", services=["naloxone"]).frame["id"].iloc[0]
    card = explorer.open_entry(entry)
    card.get_by_role("button", name="Copy link to this entry").click()
    expect(card.get_by_role("status")).to_contain_text("holds nothing of your search")

    link = explorer.page.evaluate("() => navigator.clipboard.readText()")
    assert link.endswith(f"/directory/explore.html#entry={entry}")
    other = type(explorer)(*open_page(link))
    expect(other.heading(entry)).to_have_attribute("aria-expanded", "true")
    expect(other.heading(entry)).to_be_in_viewport()
    other.shows(directory)
