"""The detail card: all that is known of an entry, how it is known, and since when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from browser.support.small_site import directory_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from browser.conftest import Explore, ExploreSmall
    from guidebook import Directory

FULL = {
    "id": "full",
    "name": "Lakeside Exchange",
    "former_names": ("Lake Street Exchange", "LSE"),
    "description": "A drop-in by the lake.",
    "type": "syringe-or-harm-reduction-service",
    "services": ("syringe-services", "naloxone"),
    "approach": ("spectrum",),
    "audience": ("people-who-use-drugs", "young-people"),
    "reach": "local",
    "city": "Chicago",
    "region": "IL",
    "region_name": "Illinois",
    "country": "US",
    "country_name": "United States",
    "address": "1 Example Street",
    "postcode": "60601",
    "address_public": "yes",
    "visitable": "no",
    "latitude": 41.88,
    "longitude": -87.63,
    "precision": "city",
    "website": "https://www.example.org/about",
    "website_evidence": "read",
    "phone": "+1 312 555 0100",
    "phone_source": "Its own page",
    "phone_date": "2025-11",
    "listed_address": "9 Old Road",
    "listed_phone": "(312) 555-0199",
    "listed_source": "An old list",
    "listed_year": "2004",
    "status": "closed",
    "closed": "2025",
    "founded": "1992",
    "founded_evidence": "not-checked",
    "evidence": "confirmed",
    "evidence_grade": "seen",
    "evidence_label": "Seen 2019",
    "badge": "Historical: closed 2025",
    "badge_kind": "historical",
    "source_title": "A page that was read",
    "source_url": "https://example.org/news",
    "source_date": "2019-03-02",
    "note": "Rings the bell twice.",
}
CORRECTIONS = {"issue": "https://example.com/issues/new", "mail": "book@example.com"}


def fact(card: Locator, name: str) -> Locator:
    term = card.get_by_role("term").filter(has_text=re.compile(rf"^{name}$"))
    return card.get_by_role("definition").and_(term.locator("xpath=following-sibling::dd"))


@pytest.fixture
def labels(directory: Directory) -> dict[str, str]:
    return {
        term: words.label
        for terms in directory.vocabularies.values()
        for term, words in terms.items()
    }


def test_all_its_parts(explore_small: ExploreSmall, labels: dict[str, str]) -> None:
    options = {"corrections": CORRECTIONS, "list_url": "list.html"}
    explorer = explore_small(directory_of([FULL]), options=options)
    card = explorer.open_entry("full")

    expect(card).to_contain_text("A drop-in by the lake.")
    services = card.get_by_role("listitem")
    expect(services).to_have_text([labels[one] for one in FULL["services"]])
    expect(card).to_contain_text("as coded by the editors; ask first")
    expect(fact(card, "For")).to_have_text(" and ".join(labels[one] for one in FULL["audience"]))
    expect(fact(card, "Approach")).to_have_text(labels["spectrum"])
    expect(fact(card, "Kind")).to_have_text(labels[FULL["type"]])
    expect(fact(card, "Status")).to_have_text(f"{labels['closed']}, 2025")
    expect(fact(card, "Earlier names")).to_have_text("Lake Street Exchange; LSE")
    expect(fact(card, "Founded")).to_have_text("about 1992 (not checked)")
    expect(fact(card, "Phone")).to_contain_text("+1 312 555 0100 (Its own page, November 2025)")
    expect(fact(card, "Address")).to_have_text(
        "1 Example Street, 60601 (for mail, not a place to visit)"
    )
    expect(fact(card, "On the map")).to_contain_text("not at its door")
    expect(fact(card, "Note")).to_have_text("Rings the bell twice.")
    # What became of it, and how it is known: two badges.
    expect(card.get_by_text("Historical: closed 2025").first).to_be_visible()
    expect(card.get_by_text("Seen 2019")).to_be_visible()

    website = fact(card, "Website").get_by_role("link")
    expect(website).to_have_attribute("href", FULL["website"])
    expect(website).to_have_attribute("rel", re.compile("noopener.*noreferrer"))
    expect(website).to_have_accessible_name(re.compile(r"example\.org.*leaves this book"))
    source = card.get_by_role("link", name="A page that was read")
    expect(source).to_have_attribute("href", FULL["source_url"])
    expect(card).to_contain_text("2 March 2019")
    listed = card.get_by_role("link", name=re.compile("list"))
    expect(listed).to_have_attribute("href", "list.html#entry-full")
    explorer.watch.clean()


def test_old_contact_data_is_folded_away_with_its_year(explore_small: ExploreSmall) -> None:
    explorer = explore_small(directory_of([FULL]))
    card = explorer.open_entry("full")
    old = card.get_by_text("9 Old Road")

    expect(old).to_be_hidden()
    card.get_by_text(re.compile(r"as listed in An old list, c\. 2004")).click()
    expect(old).to_be_visible()
    expect(card.get_by_text("(312) 555-0199")).to_be_visible()
    expect(card).to_contain_text("do not rely on it")
    expect(card.locator("a[href^='tel:']")).to_have_count(0)


def test_a_correction_is_prefilled(explore_small: ExploreSmall) -> None:
    explorer = explore_small(directory_of([FULL]), options={"corrections": CORRECTIONS})
    card = explorer.open_entry("full")
    links = card.get_by_role("link", name=re.compile("correction"))

    issue, mail = (links.nth(at).get_attribute("href") for at in range(2))
    assert issue.startswith(f"{CORRECTIONS['issue']}?")
    asked = parse_qs(urlsplit(issue).query)
    assert "Lakeside Exchange (full)" in asked["title"][0]
    assert "A page that was read" in asked["body"][0]
    assert mail.startswith(f"mailto:{CORRECTIONS['mail']}?subject=")
    assert "Lakeside Exchange (full)" in parse_qs(urlsplit(mail).query)["subject"][0]


def test_without_configuration_no_correction_is_offered(explore_small: ExploreSmall) -> None:
    explorer = explore_small(directory_of([FULL]))
    card = explorer.open_entry("full")
    expect(card).to_contain_text("How we know")
    expect(card.get_by_role("link", name=re.compile("correction"))).to_have_count(0)


def test_what_was_only_listed_is_never_called_active(explore_small: ExploreSmall) -> None:
    listed = {
        "id": "listed",
        "name": "Only Listed",
        "status": "active",
        "evidence_grade": "listed",
        "badge": "Listed elsewhere, 2026; not confirmed",
        "badge_kind": "listed",
        "website": "https://example.org",
        "website_evidence": "not-checked",
    }
    explorer = explore_small(directory_of([listed]))
    card = explorer.open_entry("listed")

    expect(fact(card, "Status")).not_to_have_text(re.compile("^active", re.IGNORECASE))
    # A website nobody has looked at is no link.
    expect(fact(card, "Website")).to_contain_text("(not checked)")
    expect(fact(card, "Website").get_by_role("link")).to_have_count(0)
    expect(card).to_contain_text("undated")


def test_a_place_without_public_address_is_nowhere_in_the_page(
    explore: Explore, directory: Directory
) -> None:
    private = directory.frame[directory.frame["address_public"] == "no"]
    explorer = explore("&".join(["status=", f"entry={private['id'].iloc[0]}"]))
    card = explorer.entry(private["id"].iloc[0])

    expect(card.get_by_role("button", name="Close")).to_be_visible()
    expect(fact(card, "Address")).to_have_count(0)
    assert (private["address"] == "").all()
    assert (private["postcode"] == "").all()


def test_real_cards_open_one_after_another(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    one_of_each = directory.frame.groupby("badge_kind").head(1)
    for _, entry in one_of_each.iterrows():
        explorer.search.fill(entry["name"])
        card = explorer.open_entry(entry["id"])
        expect(card.get_by_role("heading", name="How we know")).to_be_visible()
        expect(card).to_contain_text(entry["badge"])
        if entry["source_title"]:
            expect(card).to_contain_text(entry["source_title"])
        card.get_by_role("button", name="Close").click()
    explorer.watch.clean()


def test_list_link_leads_to_the_entry(explore: Explore, directory: Directory) -> None:
    explorer = explore()
    entry = directory.frame.iloc[0]
    card = explorer.open_entry(entry["id"])
    card.get_by_role("link", name=re.compile("list")).last.click()

    expect(explorer.page).to_have_url(re.compile(rf"list\.html#entry-{entry['id']}$"))
    target = explorer.page.locator(f"[id='entry-{entry['id']}']")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text(entry["name"])
