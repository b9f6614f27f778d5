"""The timeline's Python side: its traits, what it shows, and what stands in a static page."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from guidebook import Events, Timeline, load_events
from guidebook.directory.filter import Term


@pytest.fixture(scope="module")
def events() -> Events:
    return load_events()


@pytest.fixture
def timeline(events: Events) -> Timeline:
    return Timeline(events)


def page_state(html: str) -> dict[str, Any]:
    found = re.search(r'class="guidebook-state">(.*?)</script>', html, flags=re.DOTALL)
    assert found
    state: dict[str, Any] = json.loads(found[1])
    return state


def test_shows_everything_at_first(timeline: Timeline, events: Events) -> None:
    assert timeline.events.equals(events.frame)
    assert timeline.selected is None
    assert repr(timeline) == f"<Timeline: {events.summary}>"


def test_agrees_with_the_model(events: Events) -> None:
    asked = {"themes": ["law", "rooms"], "countries": ["US", "CA"], "evidence": ["read"]}
    asked_years = {"start": 1990, "end": 2020, "text": "drug"}
    timeline = Timeline(events, **asked, **asked_years)
    assert timeline.found == events.filter(**asked, **asked_years)
    assert timeline.events.equals(events.filter(**asked, **asked_years).frame)


def test_between_moves_the_view_and_says_so_once(timeline: Timeline) -> None:
    told = []
    timeline.observe(lambda change: told.append((change.name, change.new)), ["start", "end"])
    assert timeline.between(1980, 1995) is timeline
    assert sorted(told) == [("end", 1995), ("start", 1980)]
    assert timeline.events["year"].between(1980, 1995).all()
    assert repr(timeline).endswith("; 1980 to 1995>")
    with pytest.raises(ValueError, match="comes after"):
        timeline.between(1995, 1980)
    assert (timeline.start, timeline.end) == (1980, 1995)
    timeline.start = timeline.end = None
    assert len(timeline.events) == timeline.found.total


@pytest.mark.parametrize("given", ["law", ("law",), {"law"}, ["law", "law"]])
def test_one_id_may_come_as_anything(timeline: Timeline, given: object) -> None:
    timeline.themes = given
    assert timeline.themes == ["law"]


def test_what_cannot_be_is_refused(timeline: Timeline) -> None:
    with pytest.raises(ValueError, match="did you mean “law”"):
        timeline.themes = ["laws"]
    with pytest.raises(ValueError, match="did you mean “tacoma”"):
        timeline.selected_id = "tacomaa"
    with pytest.raises(TypeError, match="Timeline has no “theme”"):
        Timeline(theme="law")
    with pytest.raises(TypeError, match="needs Events"):
        Timeline([])
    assert timeline.themes == []


def test_selected_is_a_row(timeline: Timeline) -> None:
    timeline.selected_id = "tacoma"
    assert timeline.selected is not None
    assert timeline.selected["country"] == "US"


def test_a_page_looks_the_published_events_up(timeline: Timeline) -> None:
    timeline.themes = ["law"]
    timeline.start = 1980
    state = page_state(timeline.to_html())
    assert state == {
        "themes": ["law"],
        "start": 1980,
        "_options": {"map": True, "list_url": ""},
        "_payload": {"$resource": "timeline"},
    }


def test_a_page_carries_other_events_itself(events: Events) -> None:
    few = events.filter(countries="CH")
    state = page_state(Timeline(few, map=False, list_url="list.html").to_html())
    assert len(state["_payload"]["rows"]) == len(few)
    assert state["_options"] == {"map": False, "list_url": "list.html"}


def test_the_plain_list_holds_what_is_shown_and_has_no_anchors(events: Events) -> None:
    timeline = Timeline(events, countries="CH")
    plain = timeline.plain()
    for event in timeline.found:
        assert event.title in plain
        assert event.source_url.replace("&", "&amp;") in plain
    assert plain.count("<li>") == len(timeline.events)
    assert 'id="' not in plain


def test_hostile_events_cannot_leave_their_place(events: Events) -> None:
    hostile = "</script><img src=x onerror=alert(1)>"
    first = next(iter(events))
    fields = {name: getattr(first, name) for name in first.__slots__}
    bad = Events(
        [type(first)(**{**fields, "title": hostile})], {"themes": {"law": Term(hostile, "")}}
    )
    html = Timeline(bad).to_html()
    assert "<img" not in html
    assert html.count("</script>") == 1
