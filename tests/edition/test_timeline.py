"""The timeline's page, and the dates that chapters take from it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

import pytest

from edition.support.building import ROOT, build
from edition.support.pages import Site
from guidebook.events import date_words, load_events
from guidebook.events.listing import REMARKS, anchor, event_html
from guidebook.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EVENTS = read_table("timeline").set_index("id", drop=False)
CHAPTERS = sorted((ROOT / "book" / "history").glob("*.md"))
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(rf"\b\d{{1,2}} (?:{MONTHS}) \d{{4}}\b")


def test_every_event_stands_on_the_page_with_its_date_and_source(site: Site) -> None:
    page = site.article("history/timeline.html")
    items = {
        item.attributes["id"]: item
        for item in page.all("li")
        if item.attributes.get("id", "").startswith("event-")
    }
    assert list(items) == [anchor(identity) for identity in EVENTS["id"]]
    for identity, row in EVENTS.iterrows():
        item = items[anchor(str(identity))]
        time = item.one("time")
        assert time.attributes["datetime"] == row["date"]
        assert time.text == date_words(row["date"])
        assert row["title"] in item.text
        assert row["description"] in item.text
        assert REMARKS[row["evidence"]] in item.text
        assert item.one("a").attributes["href"] == row["source_url"]


def test_events_stand_in_the_order_of_their_dates() -> None:
    years = EVENTS["year"].tolist()
    assert years == sorted(years)


def test_dates_in_the_chapters_lead_to_their_events(site: Site) -> None:
    linked = 0
    for chapter in CHAPTERS:
        page = site.article(f"history/{chapter.stem}.html")
        for link in page.all("a"):
            href = link.attributes.get("href", "")
            identity = href.partition("#event-")[2]
            if identity:
                date = EVENTS.loc[identity, "date"]
                assert href == f"timeline.html#event-{identity}"
                assert link.text in {date_words(date), date[:4]}
                linked += 1
    assert linked > 50


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_no_chapter_writes_out_a_date_that_the_timeline_holds(chapter: Path) -> None:
    held = {date_words(date) for date in EVENTS["date"] if len(date) == len("1988-11-07")}
    assert held.isdisjoint(DAY.findall(chapter.read_text(encoding="utf-8")))


def test_events_are_escaped() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    event = replace(
        load_events()["tacoma"],
        **dict.fromkeys(("title", "place", "description", "source_title"), hostile),
        source_url="javascript:alert(1)",
    )
    html = event_html(event, {"syringes": hostile})
    assert "<img" not in html
    assert "href" not in html
    assert html.count(escape(hostile)) == 5


def test_an_unknown_event_is_refused_and_a_near_one_named(
    small_book: Callable[..., Path],
) -> None:
    timeline = "# Timeline\n\n```{timeline-table}\n```\n"
    widget = "```{timeline}\n:countries: CH; DE\n:end: 2008\n```\n"
    home = f"# Home\n\nIn {{event}}`tacoma`, or {{event}}`tacoma:year`.\n\n{widget}"
    folder = small_book({"index.md": home, "timeline.md": timeline})
    result = build(folder)
    assert result.returncode == 0, result.stdout + result.stderr
    dates = Site(folder / "_build" / "html").article("index.html").all("a")
    assert [
        (link.attributes["href"], link.text)
        for link in dates
        if "#event" in link.attributes["href"]
    ] == [("timeline.html#event-tacoma", "August 1988"), ("timeline.html#event-tacoma", "1988")]

    # A timeline on another page than the list holds its events itself, without anchors.
    html = (folder / "_build" / "html" / "index.html").read_text(encoding="utf-8")
    few = load_events().filter(countries=["CH", "DE"], end=2008)
    assert all(escape(event.title) in html for event in few)
    assert 'id="event-' not in html
    assert '"countries":["CH","DE"]' in html
    assert "guidebook/resources/timeline.js" in html

    wrong = "```{timeline}\n:themes: laws\n```\n"
    home = f"# Home\n\n{{event}}`tacomaa`\n\n{wrong}"
    (folder / "book" / "index.md").write_text(home, encoding="utf-8")
    result = build(folder)
    assert result.returncode != 0
    assert (
        "the timeline has no event “tacomaa”; did you mean “tacoma”"
        in result.stdout + result.stderr
    )
    assert (
        "there is no “laws” among the themes; did you mean “law”" in result.stdout + result.stderr
    )
