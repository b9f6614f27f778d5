"""`guidebook check`: every constraint of the descriptor and every rule of publication can fail."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from guidebook.checking import check_package, standard
from guidebook.checking.positions import position_rules
from guidebook.checking.rows import Row, rows_of
from guidebook.checking.standard import standard_problems
from guidebook.csvtext import parse_csv
from guidebook.package import open_package
from guidebook.problems import DataError, Problem
from guidebook.tables import read_table

if TYPE_CHECKING:
    from tests.unit.conftest import Workshop

PUBLISHED = Path(__file__).resolve().parents[2] / "data"


def test_the_published_data_pass() -> None:
    package = open_package(PUBLISHED)
    report = check_package(package)
    assert [str(problem) for problem in report.problems] == []
    assert report.second_reading, "frictionless belongs to the environment of the tests"
    assert report.tables == len(package.resources)
    assert report.rows > 500


def test_the_small_package_passes(workshop: Workshop) -> None:
    report = check_package(workshop.package)
    assert report.problems == ()
    assert report.rows == sum(len(workshop.rows(one.name)) for one in workshop.package.resources)


# ---- every constraint of the descriptor fails where it should

STRANGE = "~ strange ~"


class Constraint(NamedTuple):
    """One constraint of the descriptor, and the columns that it holds."""

    table: str
    kind: str
    columns: tuple[str, ...]
    value: Any = None

    def __str__(self) -> str:
        return f"{self.table}-{self.kind}-{'+'.join(self.columns)}"


def listed(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def constraints() -> list[Constraint]:
    """Everything in the descriptor that can refuse a cell, whatever it is called."""
    found: list[Constraint] = []
    descriptor = json.loads((PUBLISHED / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        table, schema = resource["name"], resource["schema"]
        for field in schema["fields"]:
            column = (field["name"],)
            rules = dict(field.get("constraints", {}))
            rules |= {
                key: value
                for key, value in field.items()
                if key not in {"name", "title", "description", "type", "constraints"}
            }
            if field["type"] != "string":
                rules["type"] = field["type"]
            found += [Constraint(table, kind, column, value) for kind, value in rules.items()]
        for kind, value in schema.items():
            if kind in {"foreignKeys", "optionalForeignKeys"}:
                found += [Constraint(table, kind, listed(key["fields"]), key) for key in value]
            elif kind not in {"fields", "missingValues"}:
                found.append(Constraint(table, kind, listed(value), value))
    return found


def broken(constraint: Constraint, first: dict[str, str]) -> dict[str, str]:
    """Cells for the second row of data that break a constraint; a new kind must be added here."""
    *_, last = constraint.columns
    breaks = {
        "required": lambda: {last: ""},
        "pattern": lambda: {last: STRANGE},
        "enum": lambda: {last: STRANGE},
        "type": lambda: {last: STRANGE},
        "unique": lambda: {last: first[last]},
        "minimum": lambda: {last: str(constraint.value - 1)},
        "maximum": lambda: {last: str(constraint.value + 1)},
        "primaryKey": lambda: {one: first[one] for one in constraint.columns},
        "foreignKeys": lambda: {last: STRANGE},
        "optionalForeignKeys": lambda: {last: STRANGE},
        "separator": lambda: {last: "one;;two"},
        "vocabulary": lambda: {last: STRANGE},
        "notAfter": lambda: {last: "2999"},
    }
    return breaks[constraint.kind]()


# Kinds of our own, which other readers of the standard pass over.
OURS = {"separator", "vocabulary", "notAfter", "optionalForeignKeys"}


def describe_only(workshop: Workshop, table: str) -> None:
    """Leave in the descriptor what a table needs: the second reading takes its time for each."""
    file = workshop.root / "datapackage.json"
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    described = {one["name"]: one for one in descriptor["resources"]}
    needed, waiting = {}, [table]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed[name] = described[name]
            keys = described[name]["schema"].get("foreignKeys", [])
            waiting += [key["reference"]["resource"] for key in keys]
    descriptor["resources"] = list(needed.values())
    file.write_text(json.dumps(descriptor), encoding="utf-8")


@pytest.mark.parametrize("constraint", constraints(), ids=str)
@pytest.mark.usefixtures("ours_alone")  # the second reading stands at the end, once
def test_every_constraint_fails_where_it_should(workshop: Workshop, constraint: Constraint) -> None:
    rows = workshop.rows(constraint.table)
    changes = broken(constraint, rows[0])
    assert any(rows[1][column] != cell for column, cell in changes.items())
    workshop.set(constraint.table, 3, **changes)
    file = f"data/{constraint.table}.csv"

    places = {(one.file, one.row, one.column) for one in check_package(workshop.package).problems}
    assert (file, 3, constraint.columns[-1]) in places
    if constraint.kind != "notAfter":  # the edition's date is a rule of publication
        with pytest.raises(DataError, match=f"{file}:3:{constraint.columns[-1]}: "):
            read_table(constraint.table)
    if constraint.kind not in OURS:
        package = workshop.package  # opened while all is described that our reader asks for
        describe_only(workshop, constraint.table)
        second = {(one.file, one.row) for one in standard_problems(package)}
        assert (file, 3) in second, "frictionless does not enforce this constraint"


# ---- the rules of publication


@pytest.fixture
def ours_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the second reading out, which knows none of these rules and takes its time."""
    monkeypatch.setattr(standard, "is_available", lambda: False)


LONG_AGO = {"listed_source": "", "listed_year": ""}
Rule = tuple[str, int, dict[str, str], str, str]
RULES: list[Rule] = [
    # text
    ("directory", 2, {"name": "=1+1"}, "name", "takes for a formula"),
    ("directory", 2, {"note": "@home"}, "note", "takes for a formula"),
    ("directory", 2, {"note": "+ a plus"}, "note", "takes for a formula"),
    ("directory", 2, {"note": "-5 or so"}, "note", "takes for a formula"),
    ("directory", 2, {"note": "a\tb"}, "note", "hidden character U+0009"),
    ("directory", 2, {"note": "a\nb"}, "note", "hidden character U+000A"),
    ("directory", 2, {"note": "a\u200bb"}, "note", "hidden character U+200B"),
    ("directory", 2, {"note": "a\ue000b"}, "note", "hidden character U+E000"),
    ("directory", 2, {"note": "abc\u202edef"}, "note", "U+202E reorders"),
    ("directory", 2, {"note": "abc\u2066def"}, "note", "U+2066 reorders"),
    ("directory", 2, {"note": "see <b>this</b>"}, "note", "looks like markup"),
    ("directory", 2, {"note": "<!-- hm -->"}, "note", "looks like markup"),
    ("directory", 2, {"note": "Harm &amp; reduction"}, "note", "looks like markup"),
    ("directory", 2, {"note": "JavaScript:alert(1)"}, "note", "looks like markup or a script"),
    ("directory", 2, {"note": " a"}, "note", "begins or ends with a space"),
    ("directory", 2, {"note": "a  b"}, "note", "two spaces"),
    ("directory", 2, {"note": "MontrÃ©al"}, "note", "wrong encoding"),
    ("directory", 2, {"note": "donâ€™t"}, "note", "wrong encoding"),
    ("directory", 2, {"note": "Que\u0301bec"}, "note", "accent stands apart"),
    ("directory", 2, {"website": "https://localhost"}, "website", "no host"),
    ("directory", 2, {"website": "https://me:secret@example.org"}, "website", "user name"),
    ("directory", 2, {"website": "https://[broken"}, "website", "no host"),
    ("services", 3, {"definition": "<i>x</i>"}, "definition", "looks like markup"),
    # dates
    ("directory", 2, {"source_date": "2026-12"}, "source_date", "after the edition of 2026-11-22"),
    ("directory", 2, {"phone_date": "2025-02-30"}, "phone_date", "no day 2025-02-30"),
    ("directory", 2, {"last_checked": "2026-11-23"}, "last_checked", "after the edition"),
    ("directory", 2, {"founded": "2031"}, "founded", "after the edition"),
    ("lines", 2, {"source_year": "2027"}, "source_year", "after the edition"),
    # websites, telephones, addresses
    ("directory", 2, {"website_evidence": ""}, "website_evidence", "website is given without it"),
    ("directory", 2, {"website": ""}, "website_evidence", "given without website"),
    ("directory", 2, {"phone_source": ""}, "phone_source", "phone is given without it"),
    ("directory", 2, {"phone_date": ""}, "phone_date", "phone is given without it"),
    ("directory", 2, {"phone": ""}, "phone_source", "given without phone"),
    ("directory", 3, LONG_AGO, "listed_source", "listed_address is given without it"),
    ("directory", 3, LONG_AGO, "listed_year", "listed_phone is given without it"),
    ("directory", 3, {"listed_year": ""}, "listed_year", "listed_phone is given without it"),
    ("directory", 3, {"visitable": "yes"}, "visitable", "a post box is no place to visit"),
    ("directory", 2, {"address_public": ""}, "address_public", "not marked as public"),
    ("directory", 2, {"address_public": "no"}, "address_public", "not marked as public"),
    ("directory", 2, {"address_public": "no"}, "postcode", "the address is not public"),
    ("directory", 2, {"address_public": "no"}, "visitable", "the address is not public"),
    ("directory", 4, {"listed_address": "1 A St"}, "listed_address", "the address is not public"),
    ("directory", 4, {"precision": "postcode"}, "precision", "as fine as “postcode”"),
    ("directory", 4, {"precision": "street"}, "precision", "not marked as public"),
    ("directory", 3, {"precision": "street"}, "precision", "not marked as public"),
    ("lines", 2, {"dial": "", "sms": ""}, "dial", "neither called nor texted"),
    # status and evidence
    ("directory", 4, {"status": "active"}, "status", "only another list names it"),
    (
        "directory",
        4,
        {"status": "active", "evidence": "as-listed"},
        "status",
        "only an old document names it",
    ),
    ("directory", 2, {"source_url": ""}, "source_url", "a confirmed row needs a page"),
    ("directory", 2, {"closed": "2020"}, "closed", "its status is “active”"),
    ("directory", 3, {"founded": "2020"}, "closed", "before it began in 2020"),
    ("directory", 2, {"founded_evidence": ""}, "founded_evidence", "whether it was read"),
    ("directory", 2, {"founded": ""}, "founded_evidence", "no founding year"),
    ("directory", 2, {"former_names": "Lakeside Exchange"}, "former_names", "present name"),
    ("unverified", 2, {"id": "bay"}, "id", "“bay” stands in the directory"),
    # positions
    ("directory", 2, {"latitude": ""}, "latitude", "a position has two numbers"),
    ("directory", 2, {"longitude": ""}, "longitude", "a position has two numbers"),
    ("directory", 2, {"precision": "none"}, "precision", "there is a position"),
    ("directory", 5, {"precision": "city"}, "precision", "there is no position"),
    ("directory", 2, {"latitude": "0", "longitude": "0"}, "latitude", "0, 0 in the open sea"),
    ("directory", 2, {"latitude": "-87.63", "longitude": "41.88"}, "latitude", "may be swapped"),
    ("directory", 2, {"country": "", "region": ""}, "country", "a position and no country"),
    ("directory", 2, {"city": ""}, "city", "a city without a name"),
    ("directory", 2, {"precision": "region", "region": ""}, "region", "an unnamed region"),
    ("directory", 2, {"longitude": "87.63"}, "latitude", "longitude seems to have the wrong sign"),
    ("directory", 2, {"latitude": "-41.88"}, "latitude", "latitude seems to have the wrong sign"),
    # events
    ("timeline", 2, {"date": "1988"}, "date_precision", "exact to the year"),
    ("timeline", 2, {"date": "1988-08-13"}, "date_precision", "exact to the day"),
    ("timeline", 2, {"year": "1989"}, "year", "another year"),
    ("timeline", 2, {"date": "1988-13"}, "date", "no day 1988-13"),
    ("timeline", 2, {"date": "2027-01", "year": "2027"}, "date", "after the edition"),
    ("timeline", 2, {"latitude": ""}, "latitude", "a position has two numbers"),
    ("timeline", 2, {"longitude": ""}, "longitude", "a position has two numbers"),
    ("timeline", 2, {"extent": "country"}, "latitude", "a whole country has no one point"),
    ("timeline", 2, {"latitude": "", "longitude": ""}, "latitude", "a town or region has a point"),
    # language
    ("language", 2, {"patterns": "word[s"}, "patterns", "has a [ without its partner"),
    ("language", 2, {"patterns": "word;{a|} word"}, "patterns", "an empty place in “a|”"),
    ("language", 2, {"patterns": "!"}, "patterns", "is not made of words"),
    ("language", 2, {"fine_in": "word]"}, "fine_in", "has a ] without its partner"),
    ("language", 2, {"patterns": ""}, "fine_in", "that nothing looks for"),
]


@pytest.mark.usefixtures("ours_alone")
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule[0]}-{rule[1]}-{rule[3]}")
def test_every_rule_fails_where_it_should(workshop: Workshop, rule: Rule) -> None:
    table, row, cells, column, words = rule
    workshop.set(table, row, **cells)
    found = [
        problem.message + problem.remedy
        for problem in check_package(workshop.package).problems
        if (problem.file, problem.row, problem.column) == (f"data/{table}.csv", row, column)
    ]
    assert any(words in message for message in found), found


FINE: list[dict[str, str]] = [
    {"phone": "+44 20 7946 0000"},
    {"listed_phone": "+44 20 7946 0000", "listed_source": "A list", "listed_year": "2004"},
    {"note": "Québec, Łódź, Ελλάδα, عربى, 東京 \u200f and 5 < 6 & more"},
    {"source_date": "2026-11-22", "last_checked": "2026-11", "founded": "2026"},
    {"former_names": "", "services": "", "approach": "", "audience": ""},
    {"latitude": "42.5", "longitude": "-88.1"},
    {"website": "http://example.org/~a/b?c=d&e=f#g"},
    {"address": "", "postcode": "", "address_public": "", "visitable": ""},
    {"name": "#1 Exchange; “the first”"},
    {"note": "For the data: ask"},
]


@pytest.mark.usefixtures("ours_alone")
@pytest.mark.parametrize("cells", FINE)
def test_what_is_fine_passes(workshop: Workshop, cells: dict[str, str]) -> None:
    workshop.set("directory", 2, **cells)
    assert check_package(workshop.package).problems == ()


def test_a_far_place_of_the_same_country_passes(workshop: Workshop) -> None:
    workshop.set("directory", 4, city="Honolulu", region="", latitude="21.31", longitude="-157.86")
    assert check_package(workshop.package).problems == ()


def test_a_country_on_both_sides_of_the_antimeridian_passes(workshop: Workshop) -> None:
    points = [("-36.85", "174.76"), ("-41.29", "174.78"), ("-43.95", "-176.55")]
    for row, (latitude, longitude) in enumerate(points, start=2):
        where = {"country": "NA", "region": "", "latitude": latitude, "longitude": longitude}
        workshop.set("directory", row, **where)
    assert check_package(workshop.package).problems == ()


def test_swapping_a_published_position_is_noticed_wherever_there_are_neighbours() -> None:
    text = parse_csv((PUBLISHED / "directory.csv").read_bytes(), "directory.csv")
    rows = [dict(row.cells) for row in rows_of(text)]
    points = {
        (row["country"], row["latitude"], row["longitude"]) for row in rows if row["latitude"]
    }
    around = Counter(country for country, *_ in points)
    tried, noticed = 0, 0
    for number in range(len(rows)):
        changed = [dict(row) for row in rows]
        row = changed[number]
        if not row["latitude"] or around[row["country"]] < 2:
            continue
        row["latitude"], row["longitude"] = row["longitude"], row["latitude"]
        found = position_rules(Row("directory.csv", n, cells) for n, cells in enumerate(changed, 2))
        tried += 1
        noticed += any(problem.row == number + 2 for problem in found)
    assert tried > 250
    assert noticed / tried > 0.95


# ---- the package as a whole


def test_a_table_that_is_not_described_is_named(workshop: Workshop) -> None:
    (workshop.root / "extra.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (problem,) = check_package(workshop.package).problems
    assert str(problem).startswith("data/extra.csv: the table is not described")


def test_one_unreadable_table_does_not_hide_the_others(workshop: Workshop) -> None:
    workshop.path("lines").write_bytes(b"\xff\xfea\0")
    workshop.set("directory", 2, note="<b>")
    files = {problem.file for problem in check_package(workshop.package).problems}
    assert files == {"data/lines.csv", "data/directory.csv"}


def test_problems_come_sorted_and_once(workshop: Workshop) -> None:
    workshop.set("types", 2, label="<b>")
    workshop.set("directory", 4, note="<b>", name="=x")
    workshop.set("directory", 2, note="<b>")
    found = check_package(workshop.package).problems
    assert [(one.file, one.row, one.column) for one in found] == [
        ("data/directory.csv", 2, "note"),
        ("data/directory.csv", 4, "name"),
        ("data/directory.csv", 4, "note"),
        ("data/types.csv", 2, "label"),
    ]


@pytest.mark.usefixtures("ours_alone")
def test_the_check_works_without_frictionless(workshop: Workshop) -> None:
    workshop.set("directory", 2, type="x")
    report = check_package(workshop.package)
    assert not report.second_reading
    assert len(report.problems) == 1


def test_frictionless_alone_is_heard(workshop: Workshop) -> None:
    workshop.set("directory", 3, id="lakeside")
    (problem,) = standard_problems(workshop.package)
    assert (problem.file, problem.row) == ("data/directory.csv", 3)
    assert problem.message.startswith("frictionless refuses it (primary-key: ")
    again = list(standard_problems(workshop.package, [problem]))
    assert again == []


def test_frictionless_refuses_a_descriptor_in_words(workshop: Workshop) -> None:
    file = workshop.root / "datapackage.json"
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    descriptor["licenses"] = "free"
    file.write_text(json.dumps(descriptor), encoding="utf-8")
    found = check_package(workshop.package).problems
    assert found
    assert all(isinstance(one, Problem) and one.file == "data/datapackage.json" for one in found)
