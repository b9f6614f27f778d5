"""What holds of every directory and every query."""

from __future__ import annotations

import csv
import io
import json
import math
import string
import sys
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.directory import Directory, Place, Query, Term
from guidebook.directory.build import build_frame
from guidebook.directory.codes import ALPHABET, width
from guidebook.directory.distance import EARTH_RADIUS_KM, TOLERANCE_KM, haversine
from guidebook.directory.entry import (
    LIST_COLUMNS,
    NUMBER_COLUMNS,
    TABLE_COLUMNS,
    WIDE_REACHES,
)
from guidebook.directory.export import neutralise, restore, to_csv
from guidebook.directory.filter import FACETS, Facet, facets
from guidebook.directory.text import fold, spaced, tokens

if TYPE_CHECKING:
    from random import Random

EDITION = date(2026, 11, 22)
COUNTRIES = {"US": "United States", "TR": "Türkiye", "AX": "Åland Islands"}
TERMS = {
    "types": ["network", "drug-user-union", "spotting-line"],
    "services": ["naloxone", "testing", "drug-checking"],
    "approaches": ["spectrum", "moderation"],
    "audiences": ["women", "young-people"],
    "statuses": ["active", "closed", "unknown"],
    "evidence": ["confirmed", "seen", "named", "listed", "as-listed"],
    "reaches": ["local", "regional", *WIDE_REACHES],
    "precisions": ["street", "city", "none"],
}
VOCABULARIES = {
    name: {term: Term(term.replace("-", " ").title(), f"What {term} is.") for term in terms}
    for name, terms in TERMS.items()
} | {"countries": {code: Term(name, "") for code, name in COUNTRIES.items()}}

# Few letters, so that rows and queries meet; among them such as fold, and such as mean something.
WORDS = st.text("aAbBåßıΣ1 -.*=+@'\"\n\t;,<&\U00020000\ufa0e", max_size=8)
POSITIONS = st.one_of(
    st.just((math.nan, math.nan)),
    st.tuples(
        st.sampled_from([-90.0, 0.0, 41.88, 90.0]), st.sampled_from([-180.0, -87.63, 0.0, 180.0])
    ),
    st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)


def some(terms: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(terms), unique=True, max_size=2).map(tuple)


@st.composite
def table_rows(draw: st.DrawFn) -> dict[str, Any]:
    latitude, longitude = draw(POSITIONS)
    row = dict.fromkeys(TABLE_COLUMNS, "")
    return row | {
        "name": draw(WORDS),
        "former_names": draw(st.lists(WORDS, max_size=2).map(tuple)),
        "description": draw(WORDS),
        "city": draw(WORDS),
        "note": draw(WORDS),
        "type": draw(st.sampled_from(TERMS["types"])),
        "services": draw(some(TERMS["services"])),
        "approach": draw(some(TERMS["approaches"])),
        "audience": draw(some(TERMS["audiences"])),
        "reach": draw(st.sampled_from(TERMS["reaches"])),
        "country": draw(st.sampled_from(["", *COUNTRIES])),
        "status": draw(st.sampled_from(TERMS["statuses"])),
        "evidence": draw(st.sampled_from(["confirmed", "named", "listed", "as-listed"])),
        "source_date": draw(st.sampled_from(["", "2016", "2025-03"])),
        "precision": "city",
        "latitude": latitude,
        "longitude": longitude,
    }


@st.composite
def directories(draw: st.DrawFn) -> Directory:
    rows = draw(st.lists(table_rows(), max_size=12))
    for number, row in enumerate(rows):
        row["id"] = f"row-{number}"
    columns: dict[str, Any] = {}
    for name in TABLE_COLUMNS:
        kind = "float64" if name in NUMBER_COLUMNS else object if name in LIST_COLUMNS else "str"
        columns[name] = pd.Series([row[name] for row in rows], dtype=kind)
    frame = build_frame(pd.DataFrame(columns), {}, COUNTRIES, EDITION)
    return Directory(frame, VOCABULARIES, EDITION)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    values = {
        facet.name: draw(some([*VOCABULARIES[facet.vocabulary], "no-such-term"]))
        for facet in FACETS
    }
    # Most queries use few facets; otherwise hardly any row would match.
    used = draw(st.sets(st.sampled_from(sorted(values)), max_size=2))
    place = st.builds(Place, st.just("here"), st.floats(-90, 90), st.floats(-180, 180))
    return Query(
        text=draw(st.one_of(st.just(""), WORDS)),
        near=draw(st.none() | place),
        within_km=draw(st.none() | st.floats(0, 20_100)),
        **{name: cell for name, cell in values.items() if name in used},
    )


def every_letter() -> str:
    """Every character that can stand in a file, with a space between any two."""
    return " ".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)


def ids(directory: Directory) -> list[str]:
    return directory.frame["id"].tolist()


def changed(query: Query, **values: object) -> Query:
    given = {name: getattr(query, name) for name in Query.__dataclass_fields__}
    return Query(**(given | values))


def naively(directory: Directory, query: Query) -> tuple[list[str], list[str], int]:
    """Filter row by row, as the rules are written."""
    shown, apart, missing = [], [], 0
    for row in directory:
        fields = [row.name, *row.former_names, row.description, row.city]
        fields += [row.region_name, row.country_name]
        fields += [VOCABULARIES["services"][one].label for one in row.services]
        words = [word for one in fields for word in tokens(one)]
        if not all(any(word.startswith(one) for word in words) for one in tokens(query.text)):
            continue
        cells = {facet: getattr(row, facet.column) for facet in FACETS}
        if not all(
            set(wanted) & ({cells[facet]} if isinstance(cells[facet], str) else {*cells[facet]})
            for facet in FACETS
            if (wanted := getattr(query, facet.name))
        ):
            continue
        order = (fold(row.name), row.id)
        if query.near is not None and row.reach in WIDE_REACHES:
            apart.append((order, row.id))
            continue
        missing += not row.has_position
        if query.near is None:
            shown.append(((0.0, order), row.id))
        elif row.has_position:
            km = float(
                haversine(query.near.latitude, query.near.longitude, row.latitude, row.longitude)
            )
            if query.within_km is None or km <= query.within_km + TOLERANCE_KM:
                shown.append(((km, order), row.id))
    return [one for _, one in sorted(shown)], [one for _, one in sorted(apart)], missing


@settings(max_examples=40, deadline=None)
@given(directories(), queries())
def test_it_does_what_the_rules_say(directory: Directory, query: Query) -> None:
    found = directory.select(query)
    assert (ids(found), ids(found.apart), found.not_on_map) == naively(directory, query)


@settings(max_examples=40, deadline=None)
@given(directories(), queries())
def test_a_filter_gives_some_of_the_rows_once_each(directory: Directory, query: Query) -> None:
    found = directory.select(query)
    shown, apart = ids(found), ids(found.apart)
    assert len({*shown, *apart}) == len(shown) + len(apart)
    assert {*shown, *apart} <= set(ids(directory))
    assert found.total == len(directory)
    assert len(found) == len(shown)


@settings(max_examples=40, deadline=None)
@given(directories(), queries())
def test_filtering_twice_is_filtering_once(directory: Directory, query: Query) -> None:
    once = directory.select(query)
    assert once.select(query) == once


@settings(max_examples=40, deadline=None)
@given(directories(), queries(), st.sampled_from(FACETS), st.data())
def test_another_value_in_a_facet_never_shrinks(
    directory: Directory, query: Query, facet: Facet, data: st.DataObject
) -> None:
    some_values = getattr(query, facet.name)
    if not some_values:
        return
    more = data.draw(st.sampled_from([*VOCABULARIES[facet.vocabulary]]))
    wider = directory.select(changed(query, **{facet.name: (*some_values, more)}))
    assert {*ids(directory.select(query))} <= {*ids(wider)}


@settings(max_examples=40, deadline=None)
@given(directories(), queries(), st.sampled_from(FACETS), st.data())
def test_another_facet_never_grows(
    directory: Directory, query: Query, facet: Facet, data: st.DataObject
) -> None:
    if getattr(query, facet.name):
        return
    value = data.draw(st.sampled_from([*VOCABULARIES[facet.vocabulary]]))
    narrower = directory.select(changed(query, **{facet.name: (value,)}))
    assert {*ids(narrower)} <= {*ids(directory.select(query))}


@settings(max_examples=40, deadline=None)
@given(directories(), queries())
def test_a_count_is_what_choosing_that_value_alone_shows(
    directory: Directory, query: Query
) -> None:
    for name, counts in facets(directory.prepared, query).items():
        for value, count in counts.items():
            assert len(directory.select(changed(query, **{name: (value,)}))) == count, (name, value)


@settings(max_examples=40, deadline=None)
@given(directories(), st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 20_100))
def test_a_wider_circle_shows_more(
    directory: Directory, latitude: float, longitude: float, km: float
) -> None:
    small = directory.near((latitude, longitude), km / 2)
    large = directory.near((latitude, longitude), km)
    assert {*ids(small)} <= {*ids(large)} <= {*ids(directory.near((latitude, longitude)))}
    assert ids(small.apart) == ids(large.apart)
    distances = large.frame["distance_km"]
    assert distances.is_monotonic_increasing
    assert (distances <= km + TOLERANCE_KM).all()


@settings(max_examples=40, deadline=None)
@given(directories())
def test_the_order_is_total(directory: Directory) -> None:
    keys = [(fold(row.name), row.id) for row in directory]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@settings(max_examples=40, deadline=None)
@given(directories(), st.randoms())
def test_the_order_of_the_table_does_not_matter(directory: Directory, random: Random) -> None:
    shuffled = directory.frame.sample(frac=1, random_state=random.randrange(1000))
    again = build_frame(shuffled, {}, COUNTRIES, EDITION)
    assert Directory(again, VOCABULARIES, EDITION) == directory


def codes_of(column: dict[str, Any]) -> list[int]:
    """Read packed codes as the browser does, but slowly."""
    letters = width(len(column["dictionary"]))
    digits = [ALPHABET.index(letter) for letter in column["codes"]]
    return [
        sum(digit * len(ALPHABET) ** place for place, digit in enumerate(digits[at : at + letters]))
        for at in range(0, len(digits), letters)
    ]


def cells_of(payload: dict[str, Any], name: str) -> list[Any] | None:
    """Give the cells of a column, whichever form it has."""
    column = payload["columns"].get(name)
    if not isinstance(column, dict):
        return column
    codes = codes_of(column)
    if "of" in column:
        others = [cells_of(payload, other) for other in column["of"]]
        combinations = [json.dumps(cells) for cells in zip(*others, strict=True)]  # type: ignore[arg-type]
        known = dict(zip(dict.fromkeys(combinations), codes, strict=True))
        codes = [known[combination] for combination in combinations]
    return [column["dictionary"][code] for code in codes]


@settings(max_examples=40, deadline=None)
@given(directories())
def test_a_payload_holds_every_cell(directory: Directory) -> None:
    payload = json.loads(json.dumps(directory.to_payload(), allow_nan=False))
    assert payload["schema"] == 2
    assert payload["edition"] == "2026-11-22"
    assert payload["count"] == len(directory)
    frame = directory.frame
    for name in frame:
        column = cells_of(payload, name)
        if name in NUMBER_COLUMNS:
            expected: list[Any] = [None if math.isnan(one) else one for one in frame[name]]
            nothing: Any = None
        elif name in LIST_COLUMNS:
            expected, nothing = [list(one) for one in frame[name]], []
        else:
            expected, nothing = frame[name].tolist(), ""
        assert (column or [nothing] * len(frame)) == expected
        assert column is None or any(cell != nothing for cell in column)


@settings(max_examples=40, deadline=None)
@given(directories())
def test_what_repeats_is_sent_once(directory: Directory) -> None:
    for column in directory.to_payload()["columns"].values():
        if isinstance(column, dict):
            assert len(set(map(str, column["dictionary"]))) == len(column["dictionary"])
            assert "of" in column or len(column["dictionary"]) < len(directory)


@settings(max_examples=40, deadline=None)
@given(directories())
def test_csv_holds_every_cell(directory: Directory) -> None:
    text = to_csv(directory.frame)
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert header == [*TABLE_COLUMNS, "badge"]
    assert len(rows) == len(directory)
    for entry, row in zip(directory, rows, strict=True):
        for name, cell in zip(header, row, strict=True):
            value = getattr(entry, name)
            if name in NUMBER_COLUMNS:
                assert (
                    cell == ""
                    if math.isnan(value)
                    else float(cell) == pytest.approx(value, abs=1e-6)
                )
            else:
                expected = ";".join(value) if isinstance(value, tuple) else value
                assert cell == neutralise(expected)
                assert not cell.startswith(("=", "@", "\t", "\r"))


@settings(max_examples=40, deadline=None)
@given(directories(), queries())
def test_geojson_holds_every_row(directory: Directory, query: Query) -> None:
    found = directory.select(query)
    text = found.to_geojson()
    assert text is not None
    features = json.loads(text)["features"]
    assert [feature["id"] for feature in features] == ids(found)
    for entry, feature in zip(found, features, strict=True):
        if entry.has_position:
            assert feature["geometry"]["coordinates"] == [entry.longitude, entry.latitude]
        else:
            assert feature["geometry"] is None
        assert {"precision", "source_title", "source_date", "badge"} <= feature["properties"].keys()


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    cell = neutralise(text)
    assert neutralise(cell) == cell
    assert cell in {text, f"'{text}"}
    if not text.startswith("'"):
        assert restore(cell) == text


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_character_is_folded_and_cut_alike() -> None:
    text = every_letter()
    folded = fold(text)
    assert fold(folded) == folded
    assert spaced(text).split() == tokens(text)
    assert {unicodedata.category(one)[0] for token in tokens(text) for one in token} == {"L", "N"}


@given(st.text())
def test_tokens_are_letters_and_digits(text: str) -> None:
    found = tokens(text)
    assert spaced(text).split() == found
    assert all(unicodedata.category(one)[0] in "LN" for token in found for one in token)


@given(st.text(string.printable), st.text(string.printable))
def test_tokens_of_joined_texts(one: str, other: str) -> None:
    assert tokens(f"{one} {other}") == tokens(one) + tokens(other)


POINT = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(POINT, POINT)
def test_distance_is_symmetric_and_bounded(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    there, back = haversine(*one, *other), haversine(*other, *one)
    assert float(there) == pytest.approx(float(back), abs=1e-6)
    assert 0 <= there <= EARTH_RADIUS_KM * math.pi + 1e-6
    assert haversine(*one, *one) == 0


@given(POINT, POINT)
def test_distance_goes_round_the_world(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    latitude, longitude = other
    turned = haversine(*one, latitude, longitude + 360)
    # Half way round the world the formula is least exact, to about 10 cm.
    assert float(turned) == pytest.approx(float(haversine(*one, *other)), abs=1e-3)


def test_a_missing_position_has_no_distance() -> None:
    assert np.isnan(haversine(0, 0, [math.nan, 0], [0, math.nan])).all()
