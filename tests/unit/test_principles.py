"""The principles, what the comparison of their two versions found, and their widget."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from traitlets import TraitError

from guidebook import WordingChange
from guidebook.checking import check_package
from guidebook.principles import Change, Label, Principle, Principles, load_principles

if TYPE_CHECKING:
    from tests.unit.conftest import Workshop

PRINCIPLES = load_principles()
HOSTILE = "</script><img src=x onerror=alert(1)>"


def numbers(kind: str) -> list[int]:
    return [one.number for one in PRINCIPLES.changed(kind)]


def test_what_the_comparison_word_by_word_found() -> None:
    assert numbers("none") == [3, 4, 7]
    assert numbers("person-first") == [5, 6]
    assert numbers("scope") == numbers("hedge") == [8]
    assert (numbers("idiom"), numbers("term")) == ([1], [2])
    frame = PRINCIPLES.frame
    assert frame["older_words"].tolist() == [33, 33, 24, 31, 28, 37, 31, 21]
    assert frame["newer_words"].tolist() == [32, 33, 24, 31, 30, 40, 31, 22]


def test_only_short_terms_are_quoted() -> None:
    for one in PRINCIPLES.principles:
        for change in one.changes:
            assert max(len(change.older.split()), len(change.newer.split())) <= 5


def test_the_statements_beside_the_principles() -> None:
    near = {
        number: [(column, match) for column, match in row.items() if match]
        for number, row in PRINCIPLES.matrix.iterrows()
    }
    assert near == {
        1: [],
        2: [(4, "near")],
        3: [(4, "near"), (7, "near")],
        4: [(5, "near"), (6, "near")],
        5: [(3, "near"), (6, "near")],
        6: [],
        7: [(7, "in part")],
    }


def test_kinds_in_a_row_stand_for_the_pairs_in_their_order() -> None:
    assert PRINCIPLES.principles[7].changes == (
        Change("licit and illicit", "illicit", "scope"),
        Change("associated", "can be associated", "hedge"),
    )
    assert {one.kind for one in PRINCIPLES.principles[5].changes} == {"person-first"}


# ---- the checks


@pytest.mark.parametrize(
    ("row", "cells", "message"),
    [
        (2, {"kinds": "term"}, "1 principles have the kind “person-first”, and not 2"),
        (4, {"kinds": "term", "older": "a", "newer": "b"}, "2 principles have the kind “none”"),
        (2, {"newer": ""}, "1 older and 0 newer terms"),
        (4, {"older": "a", "newer": "b"}, "no change is said of terms that changed"),
        (2, {"older": "", "newer": ""}, "the kind “person-first” has no terms"),
        (7, {"kinds": "term;person-first"}, "2 kinds stand for 1 pairs"),
        (3, {"number": "8"}, "the numbers are not 1, 2, 3"),
    ],
)
def test_a_table_that_contradicts_itself(
    workshop: Workshop, row: int, cells: dict[str, str], message: str
) -> None:
    workshop.set("principles", row, **cells)
    assert any(message in str(one) for one in check_package(workshop.package).problems)


def test_a_principle_cannot_be_near_and_partly(workshop: Workshop) -> None:
    workshop.set("perinatal_statements", 2, partly="principle-1")
    (problem,) = check_package(workshop.package).problems
    assert "near and partly at once" in str(problem)


@pytest.mark.parametrize("cell", ["a (b) c", "a (b", "a) b", "()", "a (b (c))"])
def test_brackets_of_an_alternative_stand_at_its_end(workshop: Workshop, cell: str) -> None:
    workshop.set("language", 2, instead=cell)
    assert any("brackets" in str(one) for one in check_package(workshop.package).problems)


# ---- the widget


def test_the_widget_filters_and_says_what_it_shows() -> None:
    wording = WordingChange(kinds=["none", "none"])
    assert wording.kinds == ["none"]
    assert wording.results["number"].tolist() == [3, 4, 7]
    assert repr(wording) == "<WordingChange: 3 of 8 principles>"
    with pytest.raises(TraitError, match="did you mean “person-first”"):
        wording.kinds = ["person first"]


def test_the_page_state_names_the_published_tables() -> None:
    state = WordingChange(show_changes=False).page_state()
    assert state["_payload"] == {"$resource": "principles"}
    assert state["show_changes"] is False
    assert json.loads(json.dumps(PRINCIPLES.to_payload())) == PRINCIPLES.to_payload()


def test_hostile_text_is_text() -> None:
    label = Label(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "javascript:alert(1)")
    change = Change(HOSTILE, HOSTILE, HOSTILE)
    one = Principle(1, "a", HOSTILE, HOSTILE, (change,), 1, 1, HOSTILE)
    html = WordingChange(Principles((one,), (label,), (label, label), (), label)).to_html()
    assert "<img" not in html
    assert "javascript:alert(1)" not in html.split("</script>")[1]
    assert html.count("</script>") == 1
