"""The drinking model against the cases that the browser's side reads too, and what it refuses."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from guidebook import alcohol
from guidebook.alcohol import CheckupError, CheckupFileError
from guidebook.alcohol.diary import Guideline
from guidebook.alcohol.file import LARGEST, REFUSALS, read_checkup, write_checkup
from guidebook.alcohol.payload import to_payload
from guidebook.alcohol.sources import Source
from guidebook.alcohol.texts import read_texts
from guidebook.package import find_package
from guidebook.problems import DataError

if TYPE_CHECKING:
    from collections.abc import Callable

CASES: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "cases" / "alcohol.json").read_text(encoding="utf-8")
)
SOMEWHERE = Source("A guide", "https://example.org", 2020, "read")


def cases(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", CASES[name], ids=lambda case: case["name"])


def about(value: float) -> object:
    return pytest.approx(value, abs=CASES["tolerance"])


@cache
def known() -> dict[str, Any]:
    payload = to_payload()
    return {
        "country": {drink["code"] for drink in payload["drinks"]},
        "pace": {way["id"] for way in payload["pace"]},
    }


class TestDrinks:
    @cases("typical_day")
    def test_a_typical_day(self, case: dict[str, Any]) -> None:
        drinks, size = case["drinks"], case["size"]
        assert alcohol.audit_drinks(drinks, size) == about(case["audit_drinks"])
        assert alcohol.typical_day_points(drinks, size) == case["points"]

    @cases("pure_alcohol")
    def test_glasses_and_bottles(self, case: dict[str, Any]) -> None:
        assert alcohol.pure_alcohol(case["volume_ml"], case["percent"]) == about(case["grams"])

    @pytest.mark.parametrize(
        ("call", "arguments", "words"),
        [
            (alcohol.audit_drinks, (-1, 10), "the number of drinks is -1"),
            (alcohol.audit_drinks, (float("nan"), 10), "write a number from 0 to 100"),
            (alcohol.audit_drinks, ("3", 10), "write a number"),
            (alcohol.audit_drinks, (True, 10), "write a number"),
            (alcohol.audit_drinks, (3, 0), "a drink is 0 g; write a number from 1 to 50"),
            (alcohol.pure_alcohol, (-750, 13), "the volume is -750 ml"),
            (alcohol.pure_alcohol, (750, 130), "the strength is 130 %"),
            (alcohol.drink_grams, ("XX",), "no standard drink is known for “XX”"),
        ],
    )
    def test_what_cannot_be_is_said(
        self, call: Callable[..., object], arguments: tuple[Any, ...], words: str
    ) -> None:
        with pytest.raises(CheckupError, match=words.replace("(", r"\(")):
            call(*arguments)

    def test_the_higher_figure_counts(self) -> None:
        drinks = alcohol.load_standard_drinks()
        assert (drinks["MX"].grams, drinks["MX"].size) == (13, 14)
        assert drinks["AT"].size == drinks["AT"].grams == 20

    def test_countries_stand_in_the_order_of_their_names(self) -> None:
        names = [drink.country for drink in alcohol.load_standard_drinks().values()]
        assert names == sorted(names)


class TestScoring:
    @cases("points")
    def test_points(self, case: dict[str, Any]) -> None:
        found = alcohol.points(case["answers"], case["typical_drinks"], case["size"])
        assert list(found) == case["points"]

    @cases("score")
    def test_score(self, case: dict[str, Any]) -> None:
        expected = {key: value for key, value in case.items() if key not in ("name", "points")}
        assert alcohol.score(case["points"]).to_dict() == expected

    @cases("bad_answers")
    def test_bad_answers(self, case: dict[str, Any]) -> None:
        with pytest.raises(CheckupError, match="write"):
            alcohol.score(case["answers"])

    def test_every_sum_has_one_zone(self) -> None:
        from guidebook.alcohol.scoring import ZONES, zone_of  # noqa: PLC0415

        assert [zone_of(total) for total in range(41)] == [
            name for name, low, high in ZONES for _ in range(low, high + 1)
        ]
        with pytest.raises(CheckupError, match="between 0 and 40"):
            zone_of(41)

    @cases("reasons")
    def test_reasons_for_help_before_stopping(self, case: dict[str, Any]) -> None:
        found = alcohol.stopping_reasons(case["points"], case["diary"], case["size"])
        assert list(found) == case["reasons"]


class TestDiary:
    @cases("week")
    def test_week(self, case: dict[str, Any]) -> None:
        found = alcohol.week(case["diary"], case["size"]).to_dict()
        expected = case["week"]
        assert found.keys() == expected.keys()
        for name, value in expected.items():
            assert found[name] == (value if value is None else about(value)), name

    @cases("bad_diaries")
    def test_bad_diaries(self, case: dict[str, Any]) -> None:
        with pytest.raises(CheckupError, match="write"):
            alcohol.week(case["diary"])

    @cases("compare")
    def test_compare(self, case: dict[str, Any]) -> None:
        limit = Guideline(
            id="a",
            body="A body",
            country="US",
            year=2020,
            applies_to="everyone",
            day_limit=None,
            week_limit=None,
            day_grams=case["day_grams"],
            week_grams=case["week_grams"],
            free_days="",
            kind="guideline",
            text="",
            source=SOMEWHERE,
        )
        found = alcohol.compare(case["diary"], case["size"], limit)
        assert (found.days_over, found.week) == (case["days_over"], case["week"])

    def test_grams_of_the_limits_are_their_drinks(self) -> None:
        drinks = alcohol.load_standard_drinks()
        for limit in alcohol.load_guidelines():
            for count, grams in (
                (limit.day_limit, limit.day_grams),
                (limit.week_limit, limit.week_grams),
            ):
                expected = None if count is None else about(count * drinks[limit.country].size)
                assert grams == expected, limit.id

    def test_the_group_is_told_apart_from_public_bodies(self) -> None:
        groups = {one.body for one in alcohol.load_guidelines() if one.kind == "group"}
        assert groups == {"Moderation Management"}


class TestWidmark:
    @cases("blood_alcohol")
    def test_one_curve(self, case: dict[str, Any]) -> None:
        found = alcohol.blood_alcohol(
            case["grams"],
            case["weight_kg"],
            case["hours"],
            r=case["r"],
            per_hour=case["per_hour"],
        )
        assert found == about(case["percent"])

    def test_the_published_example(self) -> None:
        assert round(alcohol.blood_alcohol(56, 81.72), 4) == 0.1008
        assert round(alcohol.blood_alcohol(56, 81.72, 2), 4) == 0.0708

    @cases("band")
    def test_band(self, case: dict[str, Any]) -> None:
        band = alcohol.blood_alcohol_band(case["grams"], case["weight_kg"], case["hours"])
        assert (band.low, band.high) == (about(case["low"]), about(case["high"]))

    @cases("zero")
    def test_hours_to_zero(self, case: dict[str, Any]) -> None:
        hours = alcohol.hours_to_zero(case["grams"], case["weight_kg"])
        assert (hours.soonest, hours.latest) == (about(case["soonest"]), about(case["latest"]))

    @cases("curve")
    def test_curve(self, case: dict[str, Any]) -> None:
        found = alcohol.band_curve(case["grams"], case["weight_kg"], case["hours"], case["steps"])
        for point, expected in zip(found, case["points"], strict=True):
            assert point.hour == about(expected["hour"])
            assert (point.low, point.high) == (about(expected["low"]), about(expected["high"]))

    @cases("bad_estimates")
    def test_absurd_values_are_refused(self, case: dict[str, Any]) -> None:
        for estimate in (alcohol.blood_alcohol, alcohol.blood_alcohol_band):
            with pytest.raises(CheckupError, match="write a number from"):
                estimate(case["grams"], case["weight_kg"], case["hours"])

    @pytest.mark.parametrize("wrong", [{"r": 0}, {"r": 68}, {"per_hour": 0}, {"per_hour": 1.5}])
    def test_constants_in_other_units_are_refused(self, wrong: dict[str, float]) -> None:
        with pytest.raises(CheckupError, match="write a number from"):
            alcohol.blood_alcohol(56, 80, **wrong)


class TestTidy:
    @cases("tidy")
    def test_tidy(self, case: dict[str, Any]) -> None:
        assert alcohol.tidy_text(case["text"]) == case["tidy"]

    @cases("tidy")
    def test_what_is_tidy_can_be_kept(self, case: dict[str, Any]) -> None:
        text = alcohol.tidy_text(case["text"])
        assert alcohol.tidy_text(text) == text
        if text:
            alcohol.Checkup(likes=(text,))


class TestFile:
    @pytest.mark.parametrize("case", CASES["files"]["read"], ids=lambda case: case["name"])
    def test_is_read(self, case: dict[str, Any]) -> None:
        found = read_checkup(case["content"].encode(), known())
        assert found.to_dict() == {**alcohol.Checkup().to_dict(), **case["fields"]}

    @pytest.mark.parametrize("case", CASES["files"]["refused"], ids=lambda case: case["name"])
    def test_is_refused(self, case: dict[str, Any]) -> None:
        self.refused(case["content"].encode(), case)

    @pytest.mark.parametrize("case", CASES["files"]["repeated"], ids=lambda case: case["name"])
    def test_sizes(self, case: dict[str, Any]) -> None:
        self.refused(case["unit"].encode() * case["times"], case)

    @pytest.mark.parametrize("case", CASES["files"]["bytes"], ids=lambda case: case["name"])
    def test_bytes(self, case: dict[str, Any]) -> None:
        self.refused(bytes.fromhex(case["hex"]), case)

    def refused(self, data: bytes, case: dict[str, Any]) -> None:
        with pytest.raises(CheckupFileError) as caught:
            read_checkup(data, known())
        assert (caught.value.kind, caught.value.field) == (case["kind"], case["field"])
        said = str(caught.value)
        assert "{" not in said
        assert said.endswith("Nothing was changed.")
        assert case.get("words", "") in said
        assert case["field"] in said or case["kind"] == "newer"

    def test_deep_nesting_is_refused(self) -> None:
        with pytest.raises(CheckupFileError) as caught:
            read_checkup(b"[" * 100_000)
        assert caught.value.kind == "unreadable"

    @pytest.mark.parametrize("fields", [*CASES["files"]["round"], {}])
    def test_what_is_written_is_read(self, fields: dict[str, Any]) -> None:
        given = alcohol.Checkup.from_dict(fields)
        assert read_checkup(write_checkup(given, "2026-11-22").encode(), known()) == given

    def test_the_fullest_check_up_can_be_read_again(self) -> None:
        texts = ("🚶" * 200,) * 20
        full = alcohol.Checkup(
            likes=texts,
            dislikes=texts,
            rewards=texts,
            triggers=(alcohol.Trigger("🚶" * 200, "🚶" * 200),) * 20,
        )
        data = write_checkup(full).encode()
        assert len(data) < LARGEST
        assert read_checkup(data) == full

    def test_every_refusal_says_that_nothing_was_changed(self) -> None:
        assert all(words.endswith("Nothing was changed.") for words in REFUSALS.values())


class TestCheckup:
    def test_says_which_field_is_wrong(self) -> None:
        with pytest.raises(CheckupError, match=r"diary\[3\]: write a number from 0 to 100"):
            alcohol.Checkup(diary=(0, 0, -2, 0, 0, 0, 0))
        with pytest.raises(CheckupError, match="there is no “mood”"):
            alcohol.Checkup.from_dict({"mood": "fine"})

    def test_takes_numbers_of_numpy(self) -> None:
        import numpy as np  # noqa: PLC0415

        given = alcohol.Checkup(
            diary=tuple(np.array([0, 1, 2, 3, 4, 5, 6])), weight_kg=np.float64(70)
        )
        assert given.diary == (0, 1, 2, 3, 4, 5, 6)
        assert given.weight_kg == 70


class TestWords:
    def test_stand_in_the_payload_as_plain_values(self) -> None:
        payload = to_payload()
        assert json.loads(json.dumps(payload, allow_nan=False)) == payload

    def test_ten_questions_give_the_points_of_audit(self) -> None:
        questions = to_payload()["questions"]
        assert [one["number"] for one in questions] == list(range(1, 11))
        assert sum(max(o["points"] for o in one["options"]) for one in questions) == 40

    def test_both_thresholds_are_shown(self) -> None:
        marks = {(one["scale"], one["from"]) for one in to_payload()["thresholds"]}
        assert {("audit", 8), ("audit", 7), ("audit-c", 4), ("audit-c", 3)} <= marks

    def test_never_clears_anybody_and_never_diagnoses(self) -> None:
        said = json.dumps(to_payload(), ensure_ascii=False).lower()
        for words in (
            "safe to drive",
            "fit to drive",
            "under the limit",
            "you are dependent",
            "an alcoholic",
        ):
            assert words not in said

    def test_the_validated_form_is_named_first(self) -> None:
        form = to_payload()["form"]
        assert "afro.who.int" in form["links"][0]["url"]
        assert any("not been validated" in text for text in form["text"])

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ("scale: often", "scale: ever", "write “often”"),
            ("widmark-hk, jones2010", "widmark-hk, jones2011", "there is no source “jones2011”"),
            ('{ points: 2, label: "yes', '{ points: 1, label: "yes', "not the points of AUDIT"),
            ("  - id: where\n", "  - id: elsewhere\n", "is not one of the values"),
            ("id: eat-first", "id: measure", "stands twice"),
            ("rewards:\n", "reward:\n", "did you mean “rewards”"),
        ],
    )
    def test_a_slip_is_said_with_its_place(
        self, tmp_path: Path, old: str, new: str, words: str
    ) -> None:
        root = find_package().root
        text = (root / "drinking_checkup.yaml").read_text(encoding="utf-8")
        assert old in text
        (tmp_path / "schemas").mkdir()
        schema = "schemas/drinking_checkup.json"
        (tmp_path / schema).write_bytes((root / schema).read_bytes())
        changed = text.replace(old, new, 1)
        (tmp_path / "drinking_checkup.yaml").write_text(changed, encoding="utf-8")
        with pytest.raises(DataError, match=words) as caught:
            read_texts(tmp_path)
        assert all(problem.row for problem in caught.value.problems)
