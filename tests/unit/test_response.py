"""The response: its file and rules, the order, the walk, the numbers, the widget and its HTML."""

from __future__ import annotations

import json
import re
import shutil
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from traitlets import TraitError

from guidebook import ResponsePractice
from guidebook.checking import check_package
from guidebook.package import find_package, open_package
from guidebook.problems import DataError
from guidebook.response import call_in, load_response, misplaced, mixed, read_response, walk
from guidebook.response.calling import Call, calls
from guidebook.response.plain import KINDS, number_html, page_html, source_html
from guidebook.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidebook.response import Response

ROOT = Path(__file__).resolve().parents[2]
CASES = json.loads((ROOT / "tests/cases/response.json").read_text(encoding="utf-8"))
DATA = find_package().root


@pytest.fixture(scope="module")
def response() -> Response:
    return load_response()


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[Callable[[dict[str, Any]], object]], Response]:
    """Read the published file after an edit."""

    def edit(change: Callable[[dict[str, Any]], object]) -> Response:
        content = yaml.safe_load((DATA / "response.yaml").read_text(encoding="utf-8"))
        change(content)
        path = tmp_path / "response.yaml"
        path.write_text(
            yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
        return read_response(path)

    return edit


class TestCases:
    """The vectors that the browser's side is held against too."""

    def test_are_about_what_is_published(self) -> None:
        payload = ResponsePractice().page_state()["_payload"]
        skeleton = CASES["skeleton"]
        assert skeleton["steps"] == [
            {"id": step["id"], "after": [each["step"] for each in step.get("after", ())]}
            for step in payload["steps"]
        ]
        assert skeleton["moments"] == [
            {
                "id": moment["id"],
                "choices": [
                    {"id": each["id"], "leads_to": each.get("leads_to", "")}
                    for each in moment.get("choices", ())
                ],
            }
            for moment in payload["moments"]
        ]
        known = {call["code"]: call for call in payload["calls"]}
        for call in skeleton["calls"]:
            assert call == {name: known[call["code"]].get(name, "") for name in call}

    @pytest.mark.parametrize("case", CASES["orders"])
    def test_order(self, response: Response, case: dict[str, Any]) -> None:
        found = [[each.step, each.before] for each in misplaced(response, case["order"])]
        assert found == case["misplaced"]

    @pytest.mark.parametrize("case", CASES["mixed"])
    def test_mixed(self, case: dict[str, Any]) -> None:
        assert mixed(case["ids"]) == case["mixed"]

    @pytest.mark.parametrize("case", CASES["walks"])
    def test_walk(self, response: Response, case: dict[str, Any]) -> None:
        found = walk(response, case["taken"])
        assert len(found.decisions) == case["made"]
        assert found.moment.id == case["at"]
        assert found.finished is case["finished"]

    @pytest.mark.parametrize("case", CASES["calls"])
    def test_call(self, case: dict[str, Any]) -> None:
        call = call_in(case["code"])
        assert call.words == case["words"]
        assert call.remark == case["remark"]


class TestContent:
    def test_every_statement_has_a_source_that_the_book_cites(self, response: Response) -> None:
        cited = (ROOT / "book/references.bib").read_text(encoding="utf-8")
        for source in response.sources:
            entry = re.search(rf"@\w+{{{source.id},.*?\n}}", cited, flags=re.DOTALL)
            assert entry, source.id
            assert f"url = {{{source.url}}}" in entry[0]
            if source.year:
                assert f"year = {{{source.year}}}" in entry[0]
            assert ("note = {As reproduced" in entry[0]) <= (source.evidence == "copy")
        used = {one for step in response.steps for one in step.sources}
        used |= {one for moment in response.moments for one in moment.sources}
        choices = [choice for moment in response.moments for choice in moment.choices]
        used |= {one for choice in choices for one in choice.sources}
        used |= {one for each in response.differs for view in each.views for one in view.sources}
        used |= set(response.avoid.sources)
        assert used == set(response.source)

    def test_the_steps_cite_what_the_page_help_now_cites(self, response: Response) -> None:
        page = (ROOT / "book/help-now.md").read_text(encoding="utf-8")
        steps = page.split("::::{div} help-steps", 1)[1].split("::::\n", 1)[0]
        parts = re.split(r"^\d\. ", steps, flags=re.MULTILINE)[1:]
        assert len(parts) == len(response.steps)
        for step, part in zip(response.steps, parts, strict=True):
            known = set(re.findall(r"now-([\w-]+)", part))
            # The chapters Recognise and respond and Naloxone cite the rest for the same steps.
            assert known & set(step.sources), step.id

    def test_most_orders_that_are_taught_differ_only_where_sources_do(
        self, response: Response
    ) -> None:
        good = [
            order for order in permutations(response.order) if not misplaced(response, list(order))
        ]
        assert sorted(good) == sorted(
            [
                ("wake", "call", "naloxone", "breathe", "again", "side", "stay"),
                ("wake", "call", "breathe", "naloxone", "again", "side", "stay"),
            ]
        )

    def test_every_way_ends_and_meets_every_step(self, response: Response) -> None:
        ways: list[list[str]] = [[]]
        ends = []
        while ways:
            taken = ways.pop()
            here = walk(response, taken)
            if here.finished:
                ends.append(here)
            ways += [
                [*taken, f"{here.moment.id}/{choice.id}"]
                for choice in here.moment.choices
                if choice.leads_to
            ]
        assert ends
        for end in ends:
            met = {made.choice.step for made in end.decisions if made.choice.step}
            assert met | {"stay"} == set(response.order)
            assert end.moment.id == "help"


class TestRules:
    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (lambda c: c["steps"][0].pop("sources"), "steps[1]: there is no “sources”"),
            (lambda c: c["steps"][0].update(sources=[]), "left out of the book"),
            (
                lambda c: c["steps"][0].update(sources=["cdcc"]),
                "steps[1].sources[1]: there is no “cdcc” among the sources; did you mean “cdc”?",
            ),
            (lambda c: c["steps"][3].update(id="wake"), "“wake” stands here twice"),
            (
                lambda c: c["steps"].insert(0, c["steps"].pop(1)),
                "steps[1].after[1].step: “call” stands before “wake”",
            ),
            (lambda c: c["moments"][0]["choices"][0].pop("leads_to"), "leads nowhere"),
            (
                lambda c: c["moments"][0]["choices"][1].update(leads_to="kit"),
                "every other choice leads on",
            ),
            (
                lambda c: c["moments"][3]["choices"][0].update(leads_to="found"),
                "the walk has to end",
            ),
            (lambda c: c["moments"].pop(4), "there is no “spray-now” among the moments"),
            (
                lambda c: c["moments"].append(
                    {"id": "lost", "situation": "A.", "sources": ["cdc"]}
                ),
                "no choice leads to “lost”",
            ),
            (lambda c: c["moments"][-1].pop("sources"), "without a source"),
            (
                lambda c: c["moments"][6]["choices"][0]["wait"].update({"from": 500}),
                "ends before it begins",
            ),
            (lambda c: c["moments"][0]["choices"][0].update(kind="right"), "“right”"),
            (
                lambda c: c["differs"][0]["views"].pop() and c["differs"][0]["views"].pop(),
                "no difference",
            ),
            (lambda c: c["steps"][0].update(do="<script>alert(1)</script>"), "markup or a script"),
            (lambda c: c["sources"][0].update(url="javascript:alert(1)"), "https://"),
            (lambda c: c.update(score=1), "there is no field “score”"),
        ],
    )
    def test_names_line_and_field(
        self,
        edited: Callable[[Callable[[dict[str, Any]], object]], Response],
        change: Callable[[dict[str, Any]], object],
        said: str,
    ) -> None:
        with pytest.raises(DataError) as caught:
            edited(change)
        assert said in str(caught.value)
        assert re.search(r"response\.yaml:\d+:", str(caught.value))

    def test_guidebook_check_reads_it(self, tmp_path: Path) -> None:
        shutil.copytree(DATA, tmp_path / "data")
        file = tmp_path / "data/response.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("leads_to: kit", "leads_to: kitt"), encoding="utf-8")
        problems = check_package(open_package(tmp_path / "data")).problems
        line = text[: text.index("leads_to: kit")].count("\n") + 1
        assert [(one.row, one.column) for one in problems if "kitt" in one.message] == [
            (line, "moments[3].choices[1].leads_to")
        ]


class TestNumbers:
    def test_an_unknown_country_is_refused_with_a_suggestion(self) -> None:
        with pytest.raises(ValueError, match="no country “UK”"):
            call_in("UK")

    def test_every_country_of_the_book_has_words(self) -> None:
        for call in calls():
            assert call.words
            assert call.number or "call the number you know" in call.remark
            assert bool(call.number) == bool(call.source_url)

    def test_a_weakly_sourced_number_is_not_given(self) -> None:
        table = read_table("emergency_numbers")
        weak = set(table.loc[table["evidence"] == "weak", "country"])
        assert weak
        for call in calls():
            assert call.evidence != "weak"
            if call.code in weak:
                assert (call.number, call.dial, call.source_url) == ("", "", "")
                page = ResponsePractice(country=call.code).plain()
                assert "tel:" not in page
                assert page.count("no source good enough") == 2
                assert "Call <strong>your local emergency number</strong>" in page

    def test_only_digits_are_dialled(self) -> None:
        hostile = Call("XX", "X", "1<b>", '1"><script>2', evidence="read")
        assert number_html(hostile) == '<a href="tel:12">1&lt;b&gt;</a>'


class TestWidget:
    def test_starts_mixed_without_clock_country_or_choices(self) -> None:
        practice = ResponsePractice()
        assert practice.order == mixed(practice.steps["id"].tolist())
        assert (practice.country, practice.taken, practice.clock) == ("", [], False)
        assert practice.page_state().keys() == {"_payload", "_options"}
        assert not practice.finished

    def test_state_and_log_follow_what_is_set(self) -> None:
        practice = ResponsePractice(country="gb", clock=True, speed=10)
        practice.taken = CASES["walks"][-1]["taken"]
        assert practice.finished
        assert practice.log["leads_on"].tolist().count(False) == 2
        assert practice.log["said"][0].startswith(KINDS["back"])
        assert practice.page_state()["country"] == "GB"
        assert practice.page_state()["speed"] == 10
        assert repr(practice) == "<ResponsePractice: 12 choices made, at its end; call 999 or 112>"
        practice.order = ["call", "wake", *practice.response.order[2:]]
        assert practice.remarks[["step", "before"]].to_numpy().tolist() == [["call", "wake"]]

    @pytest.mark.parametrize(
        ("name", "value", "said"),
        [
            ("country", "UK", "no country “UK”"),
            ("order", ["wake"], "each step once"),
            ("order", ["wakee"], "did you mean “wake”"),
            ("taken", ["found/wak"], "did you mean “found/wake”"),
            ("taken", ["kit/spray"], "no choice at “found”"),
            ("speed", 3, "speed"),
        ],
    )
    def test_refuses_what_cannot_be(self, name: str, value: object, said: str) -> None:
        practice = ResponsePractice()
        with pytest.raises(TraitError, match=re.escape(said)):
            setattr(practice, name, value)

    def test_the_payload_is_what_python_has(self, response: Response) -> None:
        payload = ResponsePractice().page_state()["_payload"]
        assert [step["id"] for step in payload["steps"]] == list(response.order)
        assert [each["code"] for each in payload["calls"]] == [call.code for call in calls()]
        assert json.loads(json.dumps(payload)) == payload


class TestPlain:
    def test_holds_everything_and_no_control(self, response: Response) -> None:
        html = ResponsePractice(country="GB").plain()
        assert '<a href="tel:999">999 or 112</a>' in html
        assert '<a href="../help-now.html">Help now</a>' in html
        assert html.count("<details>") == len(response.moments) - 1
        for step in response.steps:
            assert html.count(step.do.replace("'", "&#x27;")) == 1
        for moment in response.moments:
            assert moment.situation in html
            assert all(choice.because in html for choice in moment.choices)
        assert all(each.question in html for each in response.differs)
        assert all(
            f'href="{source.url.replace("&", "&amp;")}"' in html for source in response.sources
        )
        assert not re.search(r"<(button|input|select|script|img|audio|video)", html)
        assert "edition of" in html

    def test_hostile_text_stays_text(self, response: Response) -> None:
        from dataclasses import replace  # noqa: PLC0415 (one test)

        bad = "<script>alert(1)</script>&\"'"
        step = replace(response.steps[0], label=bad, do=bad, why=bad, card=bad)
        source = replace(response.sources[0], title=bad, url="javascript:alert(1)", evidence="weak")
        spoilt = replace(
            response,
            content_note=bad,
            steps=(step, *response.steps[1:]),
            sources=(source, *response.sources[1:]),
        )
        html = page_html(spoilt, Call("XX", bad, bad, bad), bad, 'x"><script>')
        assert "<script" not in html
        assert "javascript:" not in html
        assert source_html(source).endswith("(weak source)")
