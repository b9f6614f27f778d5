"""The vectors that Python and the browser share."""

from __future__ import annotations

import json
import math
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from guidebook.directory import distance, export, places, text
from guidebook.directory import filter as filters
from guidebook.directory.entry import LIST_COLUMNS, NUMBER_COLUMNS
from guidebook.directory.filter import Prepared, Query, Term
from guidebook.resources import ResourceError

CASES = Path(__file__).resolve().parents[1] / "cases"


def read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return content


def named(cases: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=[case["name"] for case in cases])


def to_frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns: dict[str, Any] = {}
    for name in rows[0]:
        cells = [row[name] for row in rows]
        if name in LIST_COLUMNS:
            columns[name] = pd.Series([tuple(cell) for cell in cells], dtype=object)
        elif name in NUMBER_COLUMNS:
            columns[name] = pd.Series([math.nan if c is None else c for c in cells], dtype=float)
        else:
            columns[name] = pd.Series(cells, dtype="str")
    return pd.DataFrame(columns)


DIRECTORY = read("directory")
TEXT = read("text")
DISTANCE = read("distance")
PLACES = read("places")
EXPORT = read("export")
ROWS = to_frame(DIRECTORY["rows"])
VOCABULARIES = {
    name: {term: Term(label, words) for term, label, words in terms}
    for name, terms in DIRECTORY["vocabularies"].items()
}
PREPARED = Prepared(ROWS, VOCABULARIES)


def ids(rows: np.ndarray) -> list[str]:
    return ROWS["id"].iloc[rows].tolist()


def test_there_are_enough_cases() -> None:
    names = [case["name"] for case in DIRECTORY["cases"]]
    assert len(names) >= 60
    assert len(set(names)) == len(names)


@named(DIRECTORY["cases"])
def test_filter(case: dict[str, Any]) -> None:
    query = Query.from_dict(case["query"])
    expected = case["expect"]
    result = filters.apply(PREPARED, query)
    assert ids(result.shown) == expected["ids"]
    assert ids(result.apart) == expected["apart"]
    assert result.not_on_map == expected["not_on_map"]
    assert result.total == len(ROWS)
    if query.near is None:
        assert result.distance_km is None
    else:
        assert result.distance_km is not None
        found = dict(zip(ids(result.shown), result.distance_km, strict=True))
        for row, km in expected.get("distances_km", {}).items():
            assert found[row] == pytest.approx(km, abs=1e-6)
    if "facets" in expected:
        counts = filters.facets(PREPARED, query)
        assert counts == expected["facets"]
        for facet, values in expected["facets"].items():
            assert list(counts[facet]) == list(values), f"order of {facet}"


@named(TEXT["fold"])
def test_fold(case: dict[str, Any]) -> None:
    assert text.fold(case["input"]) == case["expect"]


@named(TEXT["tokens"])
def test_tokens(case: dict[str, Any]) -> None:
    assert text.tokens(case["input"]) == case["expect"]


@named(DISTANCE["cases"])
def test_distance(case: dict[str, Any]) -> None:
    km = distance.haversine(*case["from"], *case["to"])
    assert float(km) == pytest.approx(case["km"], abs=1e-6)


def test_distance_constants() -> None:
    assert DISTANCE["radius_km"] == distance.EARTH_RADIUS_KM
    assert DISTANCE["tolerance_km"] == distance.TOLERANCE_KM


@named(PLACES["cases"])
def test_places(case: dict[str, Any]) -> None:
    def load(name: str) -> object:
        if name == "places/index":
            return {"credit": "", "shards": []}
        try:
            return PLACES["resources"][name]
        except KeyError:
            raise ResourceError(name) from None

    found = [
        {"label": place.label, "latitude": place.latitude, "longitude": place.longitude}
        for place in places.lookup(case["query"], load)
    ]
    assert found == case["expect"]


@named(EXPORT["cells"])
def test_neutralised_cells(case: dict[str, Any]) -> None:
    assert export.neutralise(case["input"]) == case["expect"]
    assert export.neutralise(case["expect"]) == case["expect"]


def exported_rows(case: dict[str, Any]) -> pd.DataFrame:
    frame = to_frame(EXPORT["rows"]).set_index("id", drop=False).loc[case["ids"]]
    if "distances_km" in case:
        frame["distance_km"] = np.array(case["distances_km"], dtype=float)
    return frame.reset_index(drop=True)


@pytest.mark.parametrize("name", ["csv", "csv_with_distance"])
def test_csv(name: str) -> None:
    case = EXPORT[name]
    assert export.to_csv(exported_rows(case)) == case["expect"]


@pytest.mark.parametrize("name", ["geojson", "geojson_with_distance"])
def test_geojson(name: str) -> None:
    case = EXPORT[name]
    edition = date.fromisoformat(EXPORT["edition"])
    collection = export.to_geojson(exported_rows(case), edition)
    assert json.loads(json.dumps(collection, allow_nan=False)) == case["expect"]
