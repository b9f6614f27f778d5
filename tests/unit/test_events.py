"""The events of the timeline: their filters, shared with the browser, and that nothing changes them."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from guidebook import Events, load_events
from guidebook.directory.filter import Term
from guidebook.events import FACETS, Event, EventQuery
from guidebook.events.listing import event_html
from guidebook.tables import read_table

CASES = json.loads(
    (Path(__file__).resolve().parents[1] / "cases" / "events.json").read_text(encoding="utf-8")
)


def event_of(row: dict[str, Any]) -> Event:
    numbers = {
        name: math.nan if row[name] is None else row[name] for name in ("latitude", "longitude")
    }
    return Event(**{**row, **numbers, "themes": tuple(row["themes"])})


EVENTS = Events(
    map(event_of, CASES["rows"]),
    {
        name: {term: Term(label, words) for term, label, words in terms}
        for name, terms in CASES["vocabularies"].items()
    },
)


@pytest.fixture(scope="module")
def published() -> Events:
    return load_events()


def test_the_cases_have_names_of_their_own() -> None:
    names = [case["name"] for case in CASES["cases"]]
    assert len(set(names)) == len(names) >= 30


@pytest.mark.parametrize("case", CASES["cases"], ids=[case["name"] for case in CASES["cases"]])
def test_the_shared_cases(case: dict[str, Any]) -> None:
    query = EventQuery.from_dict(case["query"])
    expected = case["expect"]
    found = EVENTS.select(query)
    assert [event.id for event in found] == expected["ids"]
    assert found.not_on_map == expected["not_on_map"]
    assert found.total == len(EVENTS)
    assert found.summary == (
        f"{len(expected['ids'])} of {len(EVENTS)} shown, {expected['not_on_map']} not on the map"
    )
    counts = EVENTS.count(query)
    for facet, wanted in expected.get("facets", {}).items():
        assert list(counts[facet].items()) == list(wanted.items())


def test_counts_are_what_choosing_a_value_would_show() -> None:
    query = EventQuery(themes=("law",), countries=("US", "CH"), start=1980)
    for facet in FACETS:
        for value, count in EVENTS.count(query)[facet.name].items():
            values = {one.name: getattr(query, one.name) for one in FACETS}
            alone = EventQuery(**{**values, facet.name: (value,)}, start=1980)
            assert count == len(EVENTS.select(alone))


class TestPublished:
    def test_has_every_row_of_the_table_in_its_order(self, published: Events) -> None:
        table = read_table("timeline")
        assert published.frame["id"].tolist() == table["id"].tolist()
        assert all(a.date <= b.date for a, b in pairwise(published))

    def test_every_town_and_region_is_on_the_map(self, published: Events) -> None:
        for event in published:
            assert event.placed == (event.extent != "country")
            if event.extent == "country":
                assert event.place == event.country_name
        assert {event.extent for event in published} == {"town", "region", "country"}

    def test_the_frame_is_a_copy_with_lists_and_numbers(self, published: Events) -> None:
        frame = published.frame
        frame["title"] = ""
        assert published["tacoma"].title
        assert published.frame["year"].dtype == "int64"
        assert isinstance(published.frame["themes"].iloc[0], tuple)
        assert (
            published.filter(text="no such words").frame.columns.tolist() == frame.columns.tolist()
        )

    def test_between_takes_both_years(self, published: Events) -> None:
        years = published.between(1980, 1994).frame["year"]
        assert (years.min(), years.max()) == (1980, 1994)
        with pytest.raises(ValueError, match="1995 comes after 1980"):
            published.between(1995, 1980)

    def test_filters_after_one_another_are_filters_at_once(self, published: Events) -> None:
        one = published.filter(themes="law").between(1980, 1995).filter(countries="US")
        at_once = published.filter(themes=["law"], countries=["US"], start=1980, end=1995)
        assert one == at_once
        assert hash(one) == hash(at_once)
        assert one != published
        assert published != "events"

    def test_nothing_changes_it(self, published: Events) -> None:
        with pytest.raises(AttributeError, match="never change"):
            published.origin = "elsewhere"
        with pytest.raises(AttributeError, match="never change"):
            del published.origin

    @pytest.mark.parametrize(
        ("asked", "message"),
        [
            ({"themes": "Law and courts"}, "did you mean “law”"),
            ({"countries": ["UK"]}, "there is no “UK” among the countries"),
            ({"decades": "1980"}, "did you mean “1980s”"),
            ({"evidence": ["copied"]}, "did you mean “copy”"),
        ],
    )
    def test_an_unknown_id_names_a_near_one(
        self, published: Events, asked: dict[str, Any], message: str
    ) -> None:
        with pytest.raises(ValueError, match=message):
            published.filter(**asked)

    def test_an_unknown_filter_is_refused(self, published: Events) -> None:
        with pytest.raises(TypeError, match="did you mean “themes”"):
            published.make_query(theme="law")

    def test_an_unknown_event_names_a_near_one(self, published: Events) -> None:
        with pytest.raises(KeyError, match="did you mean “tacoma”"):
            published["tacomaa"]
        assert "tacoma" in published
        assert published["tacoma"] in published
        assert 1988 not in published

    def test_the_payload_is_json_without_terms_nobody_needs(self, published: Events) -> None:
        payload = json.loads(json.dumps(published.to_payload(), allow_nan=False))
        assert payload["schema"] == 1
        assert len(payload["rows"]) == len(published)
        used = {event.country for event in published}
        assert {code for code, *_ in payload["vocabularies"]["countries"]} == used

    def test_is_shown_in_a_notebook_with_its_size(self, published: Events) -> None:
        html = published._repr_html_()
        assert published.summary in html
        assert f"and {len(published) - 10} more" in html
        assert "more" not in published.filter(countries="LB")._repr_html_()


def test_hostile_text_is_escaped() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    row = {**CASES["rows"][4], "title": hostile, "place": hostile, "description": hostile}
    row |= {"source_title": hostile, "source_url": "javascript:alert(1)"}
    events = Events([event_of(row)], {})
    assert "<img" not in events._repr_html_()
    html = event_html(event_of(row), {"syringes": hostile}, anchored=True)
    assert "<img" not in html
    assert "href" not in html


def test_a_frame_reads_like_any_other() -> None:
    frame = EVENTS.frame
    assert isinstance(frame, pd.DataFrame)
    assert frame.loc[frame["id"] == "ban", "latitude"].isna().all()
    assert EVENTS["ban"].where == "United States"
    assert EVENTS["table"].when == "August 1988"
