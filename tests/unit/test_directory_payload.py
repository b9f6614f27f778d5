"""The form in which a directory comes to the browser: packed codes, and columns that follow."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from guidebook import load_directory
from guidebook.directory.codes import pack
from guidebook.directory.payload import FOLLOWS, to_payload

CASES = json.loads(
    (Path(__file__).parents[1] / "cases" / "codes.json").read_text(encoding="utf-8")
)["cases"]
EDITION = date(2026, 11, 22)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_packed_codes(case: dict[str, Any]) -> None:
    assert pack(case["codes"], case["distinct"]) == case["text"]


def test_columns_that_are_worked_out_are_not_sent_row_by_row() -> None:
    columns = load_directory().to_payload()["columns"]
    for name, others in FOLLOWS.items():
        assert set(columns[name]["of"]) <= set(others), name
        assert len(columns[name]["codes"]) < len(columns["country"]["codes"]) * 2, name


def test_a_column_that_breaks_its_rule_is_sent_row_by_row() -> None:
    frame = load_directory().frame
    frame.loc[0, "country_name"] = "A country that its code does not name"
    column = to_payload(frame, {}, EDITION)["columns"]["country_name"]
    assert "of" not in column
    assert len(column["codes"]) == len(frame)


def test_names_in_their_order_are_sent_as_they_stand() -> None:
    columns = load_directory().to_payload()["columns"]
    assert isinstance(columns["name"], list)
    assert isinstance(columns["services"], dict)
