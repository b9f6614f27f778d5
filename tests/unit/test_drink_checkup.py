"""The check-up's Python side: its traits, its file, and how it is shown on a page and on paper."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from traitlets import TraitError

from guidebook import DrinkCheckup
from guidebook.alcohol import Checkup, CheckupFileError
from guidebook.alcohol.file import LARGEST, write_checkup

if TYPE_CHECKING:
    from pathlib import Path

    from guidebook.package import DataPackage

SAID: dict[str, Any] = {
    "country": "US",
    "answers": [3, None, 1, 0, 1, 0, 1, 0, 0, 2],
    "typical_drinks": 3,
    "diary": [0, 0, 2, 0, 3, 5, None],
    "weight_kg": 81.72,
    "evening_drinks": 4,
    "evening_hours": 2,
    "likes": ["evenings with friends"],
    "dislikes": ["the next morning"],
    "goal": "less",
    "day_limit": 3,
    "week_limit": 9,
    "free_days": 4,
    "pace": ["eat-first"],
    "triggers": [{"trigger": "coming home", "instead": "a walk"}],
    "rewards": ["a film"],
    "review_on": "2026-12-24",
}


@pytest.fixture
def checkup() -> DrinkCheckup:
    return DrinkCheckup()


@pytest.fixture
def said() -> DrinkCheckup:
    return DrinkCheckup(**SAID)


def page_state(html: str) -> dict[str, Any]:
    found = re.search(r'class="guidebook-state">(.*?)</script>', html, flags=re.DOTALL)
    assert found
    state: dict[str, Any] = json.loads(found[1])
    return state


class Outline(HTMLParser):
    """The elements of a page, and whether each is closed where it should be."""

    VOID = frozenset({"br", "img", "hr", "input", "meta", "link"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def tags(self) -> set[str]:
        return {tag for tag, _ in self.seen}


class TestTraits:
    def test_begins_empty(self, checkup: DrinkCheckup) -> None:
        assert checkup.checkup == Checkup()
        assert checkup.size == 10
        assert checkup.score.answered == 0
        assert checkup.band.empty
        assert list(checkup.band.columns) == ["hour", "low", "high"]

    def test_says_what_it_comes_to(self, said: DrinkCheckup) -> None:
        assert said.size == 14
        assert said.points == (3, 1, 1, 0, 1, 0, 1, 0, 0, 2)
        assert (said.score.total, said.score.zone) == (9, "II")
        assert (said.week.recorded, said.week.grams) == (6, 140)
        assert said.days["grams"].sum() == 140
        beside = said.beside_limits.set_index("id")
        assert beside.loc["uk-2016", "week"] == "above"
        assert beside.loc["us-2026", "week"] == "none"
        assert beside.loc["mm-men", "days_over"] == 1
        assert said.reasons == ()
        assert said.band.iloc[4].round(4).tolist() == [2.0, 0.0508, 0.1046]

    def test_the_country_turns_drinks_into_points(self, checkup: DrinkCheckup) -> None:
        checkup.typical_drinks = 4
        found = {}
        for code in ("", "GB", "US", "AT"):
            checkup.country = code
            found[code] = checkup.points[1]
        assert found == {"": 1, "GB": 1, "US": 2, "AT": 3}

    @pytest.mark.parametrize(
        ("name", "wrong", "words"),
        [
            ("country", "XX", "“XX” is not known"),
            ("country", "us", "write it as in “US”"),
            ("answers", [0] * 9, "write ten answers"),
            ("answers", "0000000000", "write ten answers"),
            ("answers", [0] * 9 + [3], r"answers\[10\]: write 0, 2, 4 or None"),
            ("diary", [0, 0, -4, 0, 0, 0, 0], r"diary\[3\]: write a number from 0 to 100"),
            ("diary", [float("nan")] * 7, r"diary\[1\]: write a number"),
            ("weight_kg", -70, "weight_kg: write a number from 30 to 300"),
            ("weight_kg", "70", "weight_kg: write a number from 30 to 300"),
            ("weight_kg", 1e9, "weight_kg"),
            ("evening_hours", 49, "evening_hours"),
            ("likes", ["<b>wine</b>"], r"likes\[1\]: write plain words, without markup"),
            ("likes", 7, "likes: write a list"),
            ("goal", "more", "write one of"),
            ("free_days", 3.5, "free_days: write a whole number"),
            ("pace", ["eat-frist"], "did you mean “eat-first”"),
            ("triggers", [{"trigger": "home"}], r"triggers\[1\]: write “trigger” and “instead”"),
            ("review_on", "24.12.2026", "write a day as in"),
        ],
    )
    def test_what_cannot_be_is_refused_and_changes_nothing(
        self, said: DrinkCheckup, name: str, wrong: object, words: str
    ) -> None:
        before = said.checkup
        with pytest.raises(TraitError, match=words):
            setattr(said, name, wrong)
        assert said.checkup == before
        with pytest.raises(ValueError, match=words):
            DrinkCheckup(**{name: wrong})

    def test_an_unknown_trait_names_what_was_meant(self) -> None:
        with pytest.raises(TypeError, match="did you mean “diary”"):
            DrinkCheckup(diry=[0] * 7)

    def test_takes_a_column_of_numbers(self, checkup: DrinkCheckup) -> None:
        checkup.diary = np.arange(7)
        assert checkup.diary == [0, 1, 2, 3, 4, 5, 6]

    def test_two_check_ups_share_nothing(self) -> None:
        one, other = DrinkCheckup(), DrinkCheckup()
        one.likes = [*one.likes, "wine"]
        one.diary.append(3)
        assert other.likes == []
        assert other.diary == [None] * 7

    def test_the_browser_moves_the_traits(self, checkup: DrinkCheckup) -> None:
        checkup.set_state({"country": "GB", "diary": [2, 0, 0, 0, 0, 0, 0], "step": 3})
        assert (checkup.week.grams, checkup.step) == (16, 3)

    def test_nonsense_from_the_browser_changes_nothing(self, checkup: DrinkCheckup) -> None:
        with pytest.raises(TraitError):
            checkup.set_state({"answers": [9] * 10})
        with pytest.raises(TraitError):
            checkup.set_state({"step": 9})
        assert checkup.answers == [None] * 10


class TestFile:
    def test_what_is_saved_is_opened(self, said: DrinkCheckup, tmp_path: Path) -> None:
        file = said.save(tmp_path / "mine.json", on="2026-11-22")
        assert json.loads(file.read_text(encoding="utf-8"))["saved"] == "2026-11-22"
        again = DrinkCheckup(step=5)
        assert again.load(file) is again
        assert again.checkup == said.checkup
        assert again.step == 1

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"{", "unreadable"),
            (b" " * (LARGEST + 1), "too-large"),
            (b'{"format": "guidebook-drinking-checkup", "version": 2}', "newer"),
            (b'{"format": "recipe"}', "not-a-checkup"),
            (
                write_checkup(Checkup()).replace('"country": ""', '"country": "XX"').encode(),
                "damaged",
            ),
            (
                write_checkup(Checkup()).replace('"likes": []', '"likes": ["<b>"]').encode(),
                "markup",
            ),
        ],
    )
    def test_what_is_refused_changes_nothing(
        self, said: DrinkCheckup, tmp_path: Path, data: bytes, kind: str
    ) -> None:
        file = tmp_path / "theirs.json"
        file.write_bytes(data)
        before = said.checkup
        with pytest.raises(CheckupFileError, match=r"Nothing was changed\.$") as caught:
            said.load(file)
        assert caught.value.kind == kind
        assert said.checkup == before

    def test_a_file_that_is_not_there_is_said(self, checkup: DrinkCheckup, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            checkup.load(tmp_path / "none.json")


class TestPrivacy:
    def test_what_is_entered_is_not_written(self, said: DrinkCheckup, tmp_path: Path) -> None:
        file = said.save(tmp_path / "mine.json")
        shown = DrinkCheckup(country="US")
        shown.load(file)
        shown.likes = ["a secret of mine"]
        html = shown.to_html()
        assert shown.likes == ["a secret of mine"]
        for secret in (
            "a secret of mine",
            "evenings with friends</td>",
            "81.72",
            "coming home</td>",
        ):
            assert secret not in html
        assert page_state(html).keys() == {"country", "_payload", "_options"}
        data, _ = shown._repr_mimebundle_()
        assert "secret" not in json.dumps(data)
        assert repr(shown) == "<DrinkCheckup: step 1 of 8, 10 of 10 answered>"

    def test_what_stands_in_the_code_is_shown(self, said: DrinkCheckup) -> None:
        state = page_state(said.to_html())
        assert {name: state[name] for name in SAID} == SAID


class TestPaper:
    def test_holds_the_whole(self, checkup: DrinkCheckup) -> None:
        html = checkup.plain()
        words = checkup._payload  # noqa: SLF001 (what the page is made from)
        page = Outline(html)
        for step in words["steps"]:
            assert step["title"].replace("’", "’") in html
        assert sum(attrs.get("class") == "gb-dcp-question" for _, attrs in page.seen) == 10
        assert html.count("☐") == 8 * 5 + 2 * 3 + 4 + len(words["pace"])
        for day in words["days"]:
            assert f">{day}</th>" in html
        for drink in words["drinks"]:
            assert drink["country"] in html
        for limit in words["guidelines"]:
            assert limit["body"] in html
        for source in words["sources"].values():
            assert source["url"].replace("&", "&amp;") in html

    def test_has_no_dead_control(self, checkup: DrinkCheckup) -> None:
        assert not Outline(checkup.plain()).tags() & {
            "button",
            "input",
            "select",
            "textarea",
            "form",
        }

    def test_adds_up_in_details(self, checkup: DrinkCheckup) -> None:
        assert "<details open><summary>Add up the points</summary>" in checkup.plain()

    def test_warns_before_any_advice(self, checkup: DrinkCheckup) -> None:
        html = checkup.plain()
        order = [
            html.index(f">{one}")
            for one in (
                "1. Where",
                "3. What that",
                "Before you cut down",
                "4. What I like",
                "5. My goal",
            )
        ]
        assert order == sorted(order)

    def test_links_the_validated_form_before_the_questions(self, checkup: DrinkCheckup) -> None:
        html = checkup.plain()
        assert html.index("afro.who.int") < html.index("not been validated") + 500
        assert html.index("afro.who.int") < html.index("gb-dcp-question")

    def test_every_note_has_its_source(self, checkup: DrinkCheckup) -> None:
        html = checkup.plain()
        asked = set(re.findall(r'href="#(check-up-source-\d+)"', html))
        there = re.findall(r'<li id="(check-up-source-\d+)"', html)
        assert len(there) == len(set(there))
        assert asked == set(there)

    def test_writes_in_what_was_said(self, said: DrinkCheckup) -> None:
        html = said.plain()
        Outline(html)
        assert html.count("☑") == 10 + 1 + 1
        assert "Your points: 9." in html
        assert "<td>coming home</td><td>a walk</td>" in html
        assert "56 g of alcohol, 81.72 kg" in html
        assert "2026-12-24" in html
        assert "your week" in html

    def test_says_why_to_ask_first(self) -> None:
        html = DrinkCheckup(answers=[4, 3, 4, 0, 0, 2, 0, 0, 0, 0]).plain()
        assert "You wrote that days began with a drink." in html
        quiet = DrinkCheckup(answers=[0] * 10).plain()
        assert "That does not make stopping safe" in quiet

    def test_hostile_words_stay_words(self) -> None:
        hostile = "a < b & \"c\" 'd'"
        html = DrinkCheckup(likes=[hostile], rewards=[hostile]).to_html()
        Outline(html.replace("<script", "<pre").replace("</script", "</pre"))
        assert hostile not in re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
        assert page_state(html)["likes"] == [hostile]

    def test_is_the_same_each_time(self) -> None:
        assert DrinkCheckup(**SAID).to_html() == DrinkCheckup(**SAID).to_html()


def test_reads_the_package_that_it_is_given(tmp_path: Path) -> None:
    import shutil  # noqa: PLC0415

    from guidebook.package import find_package, open_package  # noqa: PLC0415

    root = tmp_path / "data"
    shutil.copytree(find_package().root, root)
    words = root / "drinking_checkup.yaml"
    changed = words.read_text(encoding="utf-8").replace("Where I am", "Where we are")
    words.write_text(changed, encoding="utf-8")
    package: DataPackage = open_package(root)
    assert "1. Where we are" in DrinkCheckup(package).plain()
