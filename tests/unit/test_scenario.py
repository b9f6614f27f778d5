"""Scenarios: what a file may hold, what is said of a fault, the plan, and the widget's traits."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from guidebook import Scenario
from guidebook.checking import check_package
from guidebook.cli import main
from guidebook.package import find_package
from guidebook.problems import DataError
from guidebook.scenario import ChoiceError
from guidebook.scenarios import (
    Situation,
    find_situation,
    make_plan,
    parse_situation,
    read_situation,
    scenario_files,
)
from guidebook.scenarios.plain import situation_html
from guidebook.scenarios.situation import INVENTED

if TYPE_CHECKING:
    from tests.unit.conftest import Workshop

ROOT = Path(__file__).resolve().parents[2]
CASES: dict[str, Any] = json.loads((ROOT / "tests/cases/scenario.json").read_text(encoding="utf-8"))
PUBLISHED = [path.stem for path in scenario_files(find_package(ROOT))]

SMALL = """\
id: yard
title: A yard
origin: invented
summary: Somebody sits in a cold yard.
minutes: 5
content_note: Cold.
care:
  - text: Call if they do not wake up.
    sources: [a]
passages:
  - He sits alone in the yard, and it is cold.
  - A neighbour looks out and says “Come in”.
points:
  - id: alone
    passage: 1
    phrase: He sits alone
    part: set
    effect: likelier
    why: Nobody would notice that.
    sources: [a]
  - id: cold
    passage: 1
    phrase: it is cold
    part: setting
    effect: likelier
    why: Cold adds to other dangers.
    unknown: how cold it is
    sources: [a]
  - id: neighbour
    passage: 2
    phrase: A neighbour
    part: setting
    effect: rarer
    why: Somebody is there who asks.
    sources: [b]
options:
  - id: tea
    what: Tea.
    who: The neighbour.
    why: It is warm and it is an offer.
    limits: It is only tea.
    answers: [cold]
    sources: [a]
  - id: door
    what: A door that is open.
    who: The house.
    why: Somebody can come in by it.
    limits: Doors close.
    answers: [cold, alone]
    sources: [b]
roles:
  - id: other
    title: A neighbour
    questions:
      - What do you see?
sources:
  - id: a
    title: A page
    url: https://example.org/a
    year: 2020
    evidence: read
  - id: b
    title: A book
    url: https://example.org/b
    year: undated
    evidence: copy
"""


class TestPublished:
    def test_there_are_jessica_and_four_invented_ones(self) -> None:
        assert PUBLISHED == [
            "drinking-daily",
            "festival",
            "jessica",
            "leaving-prison",
            "new-parent-on-methadone",
        ]
        invented = {name for name in PUBLISHED if find_situation(name).label == INVENTED}
        assert invented == {*PUBLISHED} - {"jessica"}

    def test_jessica_is_as_the_book_tells_her_and_no_more(self) -> None:
        jessica = find_situation("jessica")
        page = (ROOT / "book/practice/case-study-jessica.md").read_text(encoding="utf-8")
        told = " ".join(line[2:] for line in page.splitlines() if line.startswith("> "))
        assert " ".join(jessica.passages) == told
        assert "no outcome" in jessica.label

    @pytest.mark.parametrize("name", PUBLISHED)
    def test_each_has_all_three_parts_and_something_that_helps(self, name: str) -> None:
        situation = find_situation(name)
        assert {point.part for point in situation.points} == {"drug", "set", "setting"}
        assert {point.effect for point in situation.points} == {"likelier", "rarer"}
        # Everything that presses is answered by something that could be offered.
        answered = {point for option in situation.options for point in option.answers}
        pressing = {point.id for point in situation.points if point.effect == "likelier"}
        assert pressing <= answered

    @pytest.mark.parametrize(
        ("name", "warned"),
        [
            ("new-parent-on-methadone", "opioids must not be stopped suddenly"),
            ("drinking-daily", "Stopping all at once can kill"),
            ("leaving-prison", "tolerance has fallen"),
            ("jessica", "After a break"),
        ],
    )
    def test_what_can_kill_is_said_first_and_sourced(self, name: str, warned: str) -> None:
        care = [each for each in find_situation(name).care if warned in each.text]
        assert care
        assert care[0].sources


# ---- what is said of a fault


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "phrase: it is cold",
            "phrase: it was cold",
            "23:points[2].phrase: “it was cold” does not",
        ),
        (
            "phrase: A neighbour",
            "phrase: a neighbour",
            "31:points[3].phrase: “a neighbour” does not ",
        ),
        ("phrase: A neighbour", "phrase: a neighbour", "copy its capital letters too"),
        ("phrase: A neighbour", "phrase: it is cold", "write “passage: 1”"),
        ("phrase: it is cold", "phrase: it is col", "“it is col” ends within a word"),
        ("phrase: it is cold", "phrase: t is cold", "“t is cold” begins within a word"),
        ("phrase: it is cold", "phrase: 'n '", "begins or ends with a space"),
        ("phrase: it is cold", "phrase: alone in", "“alone in” and “He sits alone” overlap"),
        ("passage: 2", "passage: 3", "30:points[3].passage: there is no passage 3; write a number"),
        ("id: cold", "id: alone", "21:points[2].id: the id “alone” stands here twice"),
        ("answers: [cold]", "answers: [colt]", "options[1].answers[1]: no point has the id “colt”"),
        ("sources: [b]", "sources: [c]", "no source has the id “c”"),
        ("part: set\n", "part: sett\n", "17:points[1].part: “sett” is not one of the values"),
        ("effect: rarer", "effect: better", "“better” is not one of the values"),
        (
            "origin: invented",
            "origin: as-told",
            "3:origin: the scenario is as-told and does not say",
        ),
        ("minutes: 5", "minutes: soon", "5:minutes: this is not a whole number; write a whole"),
        ("minutes: 5", "minutes: 500", "5:minutes:"),
        ("    limits: It is only tea.\n", "", "options[1]: there is no “limits”"),
        ("limits: Doors close.", "limit: Doors close.", "did you mean “limits”"),
        ("sources: [b]", "sources: []", "sources: this is "),
        ("url: https://example.org/b", "url: javascript:alert(1)", "looks like markup or a script"),
        ("url: https://example.org/b", "url: ftp://example.org/b", "not written as it should be"),
        ("year: 2020", "year: lately", "write its year as in 2024"),
        ("A page", "<script>alert(1)</script>", "looks like markup or a script"),
        ("The neighbour.", "An addict.", "options[1].who: “addict”: The word makes"),
    ],
)
def test_a_fault_is_named_with_its_line_and_field(before: str, after: str, said: str) -> None:
    assert before in SMALL
    with pytest.raises(DataError) as raised:
        parse_situation(SMALL.replace(before, after, 1), "a.yaml")
    assert all(str(one).startswith("a.yaml") for one in raised.value.problems)
    assert said in str(raised.value)


def test_a_phrase_that_stands_twice_is_refused() -> None:
    twice = SMALL.replace("and it is cold", "and it is cold, it is cold")
    with pytest.raises(DataError, match="stands in passage 1 more than once"):
        parse_situation(twice)


def test_a_source_that_nothing_rests_on_is_refused() -> None:
    with pytest.raises(DataError, match="nothing rests on the source “b”"):
        parse_situation(SMALL.replace("sources: [b]", "sources: [a]"))


def test_an_invented_story_is_told_nowhere() -> None:
    told = "origin: invented\ntold_in:\n  text: On a sheet.\n  sources: [a]"
    with pytest.raises(DataError, match="invented and yet told somewhere"):
        parse_situation(SMALL.replace("origin: invented", told))
    assert parse_situation(
        SMALL.replace("origin: invented", told.replace("invented", "as-told"))
    ).label == ("On a sheet.")


def test_words_inside_quotation_marks_are_a_persons_own() -> None:
    situation = parse_situation(SMALL.replace("“Come in”", "“Come in, addict”"))
    assert "addict" in situation.passages[1]


def test_the_title_of_a_source_is_its_publishers_wording() -> None:
    title = "Mortality in drug addicts"
    assert parse_situation(SMALL.replace("A book", title)).sources[1].title == title


def test_blocks_of_text_are_read_as_one_line() -> None:
    block = SMALL.replace(
        "  - He sits alone in the yard, and it is cold.",
        "  - >\n    He sits alone in the yard,\n    and it is cold.",
    )
    assert parse_situation(block) == parse_situation(SMALL)


# ---- guidebook check


class TestCheck:
    @pytest.fixture
    def scenarios(self, workshop: Workshop) -> Path:
        shutil.copytree(ROOT / "data/schemas", workshop.root / "schemas", dirs_exist_ok=True)
        folder = workshop.root / "scenarios"
        folder.mkdir()
        return folder

    def test_scenarios_of_the_package_are_checked(
        self, workshop: Workshop, scenarios: Path
    ) -> None:
        def said() -> list[str]:
            found = check_package(workshop.package).problems
            return [str(one) for one in found if "scenarios/" in str(one)]

        path = scenarios / "yard.yaml"
        path.write_text(SMALL, encoding="utf-8")
        assert said() == []
        path.write_text(SMALL.replace("part: set\n", "part: sett\n"), encoding="utf-8")
        assert said()[0].startswith("data/scenarios/yard.yaml:17:points[1].part: ")
        path.write_text(SMALL.replace("id: yard", "id: garden"), encoding="utf-8")
        assert "data/scenarios/yard.yaml:id: the id “garden” is not the name" in said()[0]

    def test_a_teacher_checks_one_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "mine.yaml").write_text(SMALL, encoding="utf-8")
        assert main(["check", "mine.yaml"]) == 0
        said = "mine.yaml: 2 passages, 3 points, 2 options; all is well\n"
        assert capsys.readouterr().out == said
        (tmp_path / "mine.yaml").write_text(SMALL.replace("[cold]", "[colt]"), encoding="utf-8")
        assert main(["check", "mine.yaml"]) == 1
        assert "mine.yaml:42:options[1].answers[1]: no point" in capsys.readouterr().out
        assert main(["check", "none.yaml"]) == 1


# ---- the plan, as the browser makes it


@pytest.mark.parametrize("case", CASES["plans"], ids=lambda case: case["name"])
def test_the_plan(case: dict[str, Any]) -> None:
    situation = _case_situation(case["situation"])
    plan = make_plan(situation, case["marks"], case["chosen"], case["role"])
    assert json.loads(json.dumps(plan.to_dict())) == case["plan"]
    assert plan.to_text() == case["text"]


def test_a_passage_is_divided_as_the_browser_does() -> None:
    situation = _case_situation("invented")
    for number, expected in enumerate(CASES["pieces"], start=1):
        found = [
            piece if isinstance(piece, str) else {"id": piece.id}
            for piece in situation.pieces(number)
        ]
        assert found == expected


def _case_situation(name: str) -> Situation:
    return Situation.from_dict(
        {key: value for key, value in CASES["situations"][name].items() if key != "label"}
    )


# ---- the widget


class TestWidget:
    @pytest.fixture
    def scenario(self) -> Scenario:
        return Scenario.from_text(SMALL)

    def test_a_file_of_ones_own(self, tmp_path: Path) -> None:
        path = tmp_path / "own.yaml"
        path.write_text(SMALL, encoding="utf-8")
        assert Scenario(str(path)).situation == Scenario(path).situation == read_situation(path)

    def test_choices_are_seen_in_python(self, scenario: Scenario) -> None:
        assert scenario.points["marked"].tolist() == [False] * 3
        scenario.marks = {"cold": "drug"}
        scenario.chosen = ["door", "tea"]
        scenario.role = "other"
        marked = scenario.points.set_index("id").loc["cold"]
        assert (marked["mark"], marked["part"]) == ("drug", "setting")
        assert scenario.chosen == ["tea", "door"]  # in the order of the file
        assert scenario.options["chosen"].tolist() == [True, True]
        assert scenario.plan.questions == ("What do you see?",)
        assert "1 of 3 phrases marked, 2 of 2 options chosen" in repr(scenario)

    @pytest.mark.parametrize(
        ("trait", "value", "said"),
        [
            ("marks", {"colt": "set"}, "has no phrase “colt”; did you mean “cold”"),
            ("marks", {"cold": "sett"}, "cold is marked “sett”; did you mean “set”"),
            ("chosen", ["coffee"], "has no option “coffee”; write one of: tea, door"),
            ("role", "nobody", "has no role “nobody”; write one of: other"),
        ],
    )
    def test_what_is_not_there_is_refused(
        self, scenario: Scenario, trait: str, value: object, said: str
    ) -> None:
        with pytest.raises(ChoiceError, match=said):
            setattr(scenario, trait, value)
        assert getattr(scenario, trait) in ({}, [], "")

    def test_a_page_starts_from_the_situation(self, scenario: Scenario) -> None:
        state = scenario.page_state()
        assert set(state) == {"_situation", "_options"}
        assert state["_situation"]["label"] == INVENTED
        scenario.role = "other"
        assert scenario.page_state()["role"] == "other"

    @pytest.mark.parametrize("name", PUBLISHED)
    def test_the_plain_text_holds_everything(self, name: str) -> None:
        scenario = Scenario(name)
        situation, html = scenario.situation, scenario.plain()
        texts = [
            situation.label,
            *(each.text for each in situation.care),
            *(point.why for point in situation.points),
            *(text for each in situation.options for text in (each.what, each.limits)),
            *(question for role in situation.roles for question in role.questions),
        ]
        assert all(text in html for text in texts)
        assert all(f'href="{source.url}"' in html for source in situation.sources)
        assert html.count("Invented for teaching") == (2 if name != "jessica" else 0)

    def test_hostile_text_is_escaped(self) -> None:
        evil = '</script><img src=x onerror="alert(1)">'
        value = yaml.safe_load(SMALL)
        value["title"] = value["passages"][0] = value["points"][0]["why"] = evil
        value["points"][0]["phrase"] = value["points"][1]["phrase"] = evil
        value["sources"][0] |= {"title": evil, "url": "javascript:alert(1)"}
        value["points"] = value["points"][:1] + value["points"][2:]
        value["options"][0]["answers"] = ["alone"]
        situation = Situation.from_dict(value)
        html = situation_html(situation)
        assert "<img" not in html
        assert "<script" not in html
        assert 'href="javascript' not in html
        assert "</script><img" not in Scenario(situation).to_html()


def test_an_unknown_scenario_is_refused_with_what_was_meant() -> None:
    with pytest.raises(ValueError, match="did you mean “festival”"):
        Scenario("festval")
