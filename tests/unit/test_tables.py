"""The reader: whole and checked, or an error that says where and what would be right."""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook.csvtext import parse_csv
from guidebook.package import find_package
from guidebook.problems import DataError
from guidebook.tables import read_frame, read_table, split_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.conftest import Workshop

PLAIN = "id,label,definition\ntea,Tea,A hot drink.\nsoup,Soup,“Hot” too.\n"

several = settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def refusal(action: Callable[[], object]) -> DataError | None:
    """Do something that may be refused with a DataError, and in no other way."""
    try:
        action()
    except DataError as error:
        return error
    return None


def only_problem(error: pytest.ExceptionInfo[DataError]) -> tuple[int, str, str, str]:
    (problem,) = error.value.problems
    return problem.row, problem.column, problem.message, problem.remedy


# ---- what a sound table becomes


def test_columns_and_dtypes_follow_the_schema(workshop: Workshop) -> None:
    frame = read_table("directory")
    assert tuple(frame.columns) == workshop.package.resource("directory").columns
    numbers = {"latitude", "longitude"}
    assert {str(frame[one].dtype) for one in numbers} == {"float64"}
    assert {str(frame[one].dtype) for one in frame if one not in numbers} == {"str"}
    assert frame.loc[0, "longitude"] == -87.63
    assert math.isnan(frame.loc[3, "latitude"])
    assert frame.loc[3, "city"] == ""
    assert not frame.drop(columns=list(numbers)).isna().any().any()


@pytest.mark.usefixtures("workshop")
def test_namibia_is_not_missing() -> None:
    assert read_table("directory").loc[3, "country"] == "NA"
    assert read_table("countries")["code"].tolist() == ["US", "NA"]


def test_codes_keep_their_leading_zeros(workshop: Workshop) -> None:
    workshop.set("countries", 3, numeric="004")
    assert read_table("countries")["numeric"].tolist() == ["840", "004"]


def test_an_edited_row_in_a_clone_is_what_is_read(workshop: Workshop) -> None:
    workshop.set("directory", 3, name="Prairie Exchange of Springfield")
    assert read_table("directory").loc[1, "name"] == "Prairie Exchange of Springfield"


@pytest.mark.usefixtures("workshop")
def test_the_package_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    package = find_package()
    monkeypatch.chdir("/")
    assert len(read_table("directory", package)) == 4


@pytest.mark.usefixtures("workshop")
def test_an_unknown_table_is_named_with_what_was_meant() -> None:
    with pytest.raises(DataError, match="there is no table “directry”; did you mean “directory”"):
        read_table("directry")


def test_a_multi_valued_cell_splits_into_its_values() -> None:
    assert split_cell("naloxone;testing") == ("naloxone", "testing")
    assert split_cell("naloxone") == ("naloxone",)
    assert split_cell("") == ()


# ---- encodings


def test_a_byte_order_mark_changes_nothing(workshop: Workshop) -> None:
    before = read_table("directory")
    path = workshop.path("directory")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    pd.testing.assert_frame_equal(read_table("directory"), before)


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_other_line_ends_change_nothing(workshop: Workshop, ends: str) -> None:
    before = read_table("directory")
    path = workshop.path("directory")
    path.write_bytes(path.read_bytes().replace(b"\n", ends.encode()))
    pd.testing.assert_frame_equal(read_table("directory"), before)


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "zero bytes"),
        ("utf-16-be", "zero bytes"),
        ("utf-32", "UTF-32"),
    ],
)
def test_sixteen_bit_encodings_are_named(workshop: Workshop, encoding: str, words: str) -> None:
    path = workshop.path("services")
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    with pytest.raises(DataError) as error:
        read_table("services")
    row, _, message, remedy = only_problem(error)
    assert (row, words in message) == (0, True)
    assert "CSV UTF-8" in remedy


def test_latin_1_is_named_with_its_row_and_column() -> None:
    text = 'id,label,definition\ntea,"Tea, hot","two\nlines"\ncafe,Café,A hot drink.\n'
    with pytest.raises(DataError) as error:
        parse_csv(text.encode("latin-1"), "services.csv")
    row, column, message, remedy = only_problem(error)
    assert (row, column) == (3, "label")
    assert "0xE9" in message
    assert "Latin-1" in message
    assert "CSV UTF-8" in remedy


def test_latin_1_in_the_header_is_named() -> None:
    with pytest.raises(DataError, match=r"^a\.csv:1: the byte 0xE9"):
        parse_csv("id,tél\n1,2\n".encode("latin-1"), "a.csv")


@pytest.mark.parametrize(
    ("start", "words"),
    [(b"PK\x03\x04", "workbook"), (b"\x1f\x8b", "compressed"), (b"%PDF-1.7", "PDF")],
)
def test_other_kinds_of_file_are_named(start: bytes, words: str) -> None:
    with pytest.raises(DataError, match=words):
        parse_csv(start + b"rest", "a.csv")


# ---- malformed CSV


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "a.csv: the file is empty"),
        ("id;label\n1;2\n", "a.csv:1: the columns are separated by semicolons"),
        ("id\tlabel\n1\t2\n", "a.csv:1: the columns are separated by tabs"),
        ("id,id\n1,2\n", "a.csv:1:id: the column stands twice in the header"),
        ("id,\n1,2\n", "a.csv:1: column 2 has no name"),
        ("id,label\n1\n", "a.csv:2:label: the row has 1 cells where the header has 2"),
        ("id,label\n1,2\n1,2,3\n", "a.csv:3: the row has 3 cells where the header has 2"),
        ("id,label\n\n1,2\n", "a.csv:2: the row is empty; delete it"),
        ("id,label\n,\n", "a.csv:2: the row is empty; delete it"),
        ('id,label\n1,"two\n2,3\n', "a.csv:2: a quotation mark is opened here and never closed"),
        ('id,label\n1,"two"2\n', "a.csv:2: there is text after a closing quotation mark"),
        (f"id,label\n1,{'x' * 140_000}\n", "a.csv:2: a cell is longer than 131,072 characters"),
    ],
)
def test_malformed_csv_is_refused_where_it_is_wrong(text: str, expected: str) -> None:
    with pytest.raises(DataError) as error:
        parse_csv(text.encode(), "a.csv")
    assert str(error.value).startswith(expected)


def test_every_ragged_row_is_reported() -> None:
    with pytest.raises(DataError) as error:
        parse_csv(b"id,label\n1\n1,2\n1,2,3\n", "a.csv")
    assert [problem.row for problem in error.value.problems] == [2, 4]


# ---- columns


def test_a_missing_column_is_named(workshop: Workshop) -> None:
    workshop.edit("services", lambda rows: [row.pop("definition") for row in rows])
    with pytest.raises(DataError, match=r"services\.csv:1:definition: the column is missing"):
        read_table("services")


def test_a_misspelt_column_is_named_with_what_was_meant(workshop: Workshop) -> None:
    path = workshop.path("services")
    path.write_text(path.read_text(encoding="utf-8").replace("definition", "defnition", 1))
    with pytest.raises(DataError) as error:
        read_table("services")
    assert [problem.column for problem in error.value.problems] == ["definition", "defnition"]
    assert "did you mean “definition”?" in str(error.value)


def test_columns_in_another_order_are_read_in_the_schemas(workshop: Workshop) -> None:
    before = read_table("services")
    workshop.write("services", [dict(reversed(row.items())) for row in workshop.rows("services")])
    pd.testing.assert_frame_equal(read_table("services"), before)


# ---- nothing half-loads


@pytest.mark.parametrize(
    ("table", "cells", "words"),
    [
        ("directory", {"id": "lakeside"}, "“lakeside” stands already in row 2"),
        ("directory", {"services": "naloxon"}, "did you mean “naloxone”?"),
        ("directory", {"services": "naloxone; testing"}, "space around “ testing”"),
        ("directory", {"services": "naloxone;naloxone"}, "“naloxone” stands twice"),
        ("directory", {"services": "naloxone;"}, "has an empty value"),
        ("directory", {"type": "drug-users-union"}, "did you mean “drug-user-union”?"),
        ("directory", {"country": "UK", "region": ""}, "not in the table “countries”"),
        ("directory", {"region": "ZZ"}, "not in the table “regions” for US; write one of: IL, CA"),
        ("directory", {"latitude": "-89.64", "longitude": "398"}, "398 is out of range"),
        ("directory", {"latitude": "139.7"}, "latitude and longitude may be swapped"),
        ("directory", {"latitude": "41,88"}, "“41,88” is no number"),
        ("directory", {"latitude": "nan"}, "“nan” is no number"),
        ("directory", {"latitude": "١٢"}, "is no number"),
        ("directory", {"founded": "c. 1999"}, "write a year of four digits"),
        ("directory", {"website": "example.org"}, "begins with https:// or http://"),
        ("directory", {"website": "javascript:alert(1)"}, "begins with https:// or http://"),
        ("directory", {"source_date": "12/2025"}, "write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("directory", {"name": ""}, "the cell is empty; fill in: Name"),
        ("directory", {"evidence": "seen"}, "“seen” is not allowed here"),
    ],
)
def test_one_bad_cell_refuses_the_table(
    workshop: Workshop, table: str, cells: dict[str, str], words: str
) -> None:
    workshop.set(table, 3, **cells)
    with pytest.raises(DataError) as error:
        read_table(table)
    assert words in str(error.value)
    assert {(one.file, one.row) for one in error.value.problems} == {(f"data/{table}.csv", 3)}


def test_every_problem_is_reported_once_and_in_order(workshop: Workshop) -> None:
    workshop.set("directory", 4, type="x", name="")
    workshop.set("directory", 2, latitude="x", region="")
    with pytest.raises(DataError) as error:
        read_table("directory")
    assert [(one.row, one.column) for one in error.value.problems] == [
        (2, "latitude"),
        (4, "name"),
        (4, "type"),
    ]


def test_a_broken_vocabulary_refuses_the_tables_that_need_it(workshop: Workshop) -> None:
    workshop.path("services").write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match=r"services\.csv: the file is encoded as UTF-16"):
        read_table("directory")
    assert len(read_table("types")) == 3


def test_a_missing_file_is_named(workshop: Workshop) -> None:
    workshop.path("regions").unlink()
    with pytest.raises(DataError, match=r"data/regions\.csv: the file is not there"):
        read_table("directory")


def test_a_folder_in_place_of_a_file_is_named(workshop: Workshop) -> None:
    workshop.path("types").unlink()
    workshop.path("types").mkdir()
    with pytest.raises(DataError, match=r"data/types\.csv: the file cannot be read"):
        read_table("types")


def test_a_long_list_of_problems_is_shortened_in_words_only(workshop: Workshop) -> None:
    workshop.edit("directory", lambda rows: [rows.append(dict(rows[0])) for _ in range(30)])
    with pytest.raises(DataError) as error:
        read_table("directory")
    assert len(error.value.problems) == 30
    assert str(error.value).endswith("and 10 more problems")


# ---- tables of one's own


@pytest.mark.usefixtures("workshop")
def test_a_file_of_ones_own_is_held_against_the_same_schema(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(PLAIN, encoding="utf-8")
    assert read_frame(path, "services")["id"].tolist() == ["tea", "soup"]
    assert read_frame(str(path), "services")["definition"].tolist()[1] == "“Hot” too."
    path.write_text(PLAIN.replace("soup,Soup", "SOUP,Soup"), encoding="utf-8")
    with pytest.raises(DataError, match=r"mine\.csv:3:id: “SOUP” has the wrong form"):
        read_frame(path, "services")


@pytest.mark.usefixtures("workshop")
def test_a_frame_of_ones_own_is_held_against_the_same_schema() -> None:
    frame = read_table("directory")
    pd.testing.assert_frame_equal(read_frame(frame, "directory"), frame)
    with pytest.raises(DataError, match=r"^the frame:3:type: “x” is not in the table “types”"):
        read_frame(frame.assign(type=["network", "x", "network", "network"]), "directory")


@pytest.mark.usefixtures("workshop")
def test_a_frame_may_hold_lists_gaps_and_years_as_floats() -> None:
    frame = read_table("directory").astype(object)
    frame["services"] = [["naloxone", "testing"], ("naloxone",), [], ()]
    frame["founded"] = [1992.0, float("nan"), None, pd.NA]
    frame["latitude"] = [41, 39.8, None, float("nan")]
    frame["longitude"] = [-87.63, -89.64, None, float("nan")]
    read = read_frame(frame, "directory")
    assert read["services"].tolist() == ["naloxone;testing", "naloxone", "", ""]
    assert read["founded"].tolist() == ["1992", "", "", ""]
    assert read.loc[0, "latitude"] == 41.0


def test_what_pandas_reads_plainly_is_understood(workshop: Workshop) -> None:
    frame = pd.read_csv(workshop.path("directory"), keep_default_na=False, na_values=[""])
    pd.testing.assert_frame_equal(read_frame(frame, "directory"), read_table("directory"))


def test_columns_that_may_be_empty_can_be_left_out_on_request(workshop: Workshop) -> None:
    few = ["id", "name", "type", "reach", "precision", "status", "evidence", "source_title"]
    frame = read_table("directory")[few]
    with pytest.raises(DataError, match="the frame:1:address: the column is missing"):
        read_frame(frame, "directory")
    read = read_frame(frame, "directory", complete=False)
    assert tuple(read.columns) == workshop.package.resource("directory").columns
    assert read["city"].tolist() == [""] * 4
    with pytest.raises(DataError, match="the frame:1:status: the column is missing"):
        read_frame(frame.drop(columns="status"), "directory", complete=False)
    with pytest.raises(DataError, match="did you mean “services”"):
        read_frame(frame.assign(servces=""), "directory", complete=False)


@pytest.mark.usefixtures("workshop")
def test_a_frame_with_a_column_twice_is_refused() -> None:
    frame = read_table("services")
    with pytest.raises(DataError, match="the frame:1:id: the column stands twice"):
        read_frame(pd.concat([frame, frame[["id"]]], axis=1), "services")


@pytest.mark.usefixtures("workshop")
def test_an_empty_frame_is_an_empty_table() -> None:
    read = read_frame(read_table("directory").head(0), "directory")
    assert read.empty
    assert str(read["latitude"].dtype) == "float64"


# ---- properties

UTF_8 = ["utf-8", "utf-8-sig"]
cells = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=12)


@st.composite
def text_tables(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    names = st.text("abcdefghij", min_size=1, max_size=6)
    header = draw(st.lists(names, min_size=1, max_size=5, unique=True))
    row = st.lists(cells, min_size=len(header), max_size=len(header)).filter(any)
    return header, draw(st.lists(row, max_size=6))


@given(table=text_tables(), ends=st.sampled_from(["\n", "\r\n"]), encoding=st.sampled_from(UTF_8))
@several
def test_any_text_comes_back_as_it_was(
    table: tuple[list[str], list[list[str]]], ends: str, encoding: str
) -> None:
    header, rows = table
    target = io.StringIO()
    csv.writer(target, lineterminator=ends, quoting=csv.QUOTE_ALL).writerows([header, *rows])
    read = parse_csv(target.getvalue().encode(encoding), "a.csv")
    assert read.header == tuple(header)
    assert [list(row) for row in read.rows] == rows


@given(st.binary(max_size=200))
@several
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    tables = []
    refused = refusal(lambda: tables.append(parse_csv(data, "a.csv")))
    if refused:
        assert all(one.message and one.remedy for one in refused.problems)
    else:
        assert all(len(row) == len(tables[0].header) for row in tables[0].rows)


@given(st.data())
@several
def test_any_damage_to_a_table_is_read_or_refused(workshop: Workshop, data: st.DataObject) -> None:
    path = workshop.path("directory")
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    skipped = data.draw(st.integers(0, 40))
    sharp = st.text(',;"\n\r\ufeffé\u202e', max_size=8).map(str.encode)
    path.write_bytes(whole[:at] + data.draw(st.binary(max_size=8) | sharp) + whole[at + skipped :])
    refused = refusal(lambda: read_table("directory"))
    path.write_bytes(whole)
    assert refused is None or str(refused).startswith("data/directory.csv")


@pytest.mark.usefixtures("workshop")
@given(st.lists(st.tuples(st.floats(-56, 78), st.floats(-180, 180)), min_size=1, max_size=5))
@several
def test_positions_of_a_frame_come_back_exactly(points: list[tuple[float, float]]) -> None:
    first = read_table("directory").head(1)
    frame = pd.concat([first] * len(points), ignore_index=True)
    frame["id"] = [f"row-{number}" for number in range(len(points))]
    frame["latitude"] = [point[0] for point in points]
    frame["longitude"] = [point[1] for point in points]
    pd.testing.assert_frame_equal(read_frame(frame, "directory"), frame, check_exact=True)


# ---- the published tables


def published_names() -> list[str]:
    here = Path(__file__).resolve().parents[2]
    return [resource.name for resource in find_package(here).resources]


@pytest.mark.parametrize("name", published_names())
def test_every_published_table_loads(name: str) -> None:
    package = find_package(Path(__file__).resolve().parent)
    frame = read_table(name, package)
    assert len(frame) > 0
    assert tuple(frame.columns) == package.resource(name).columns
