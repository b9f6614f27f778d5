"""Laws and deaths: the cases that Python and TypeScript share, and what the real tables say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from traitlets import TraitError

from guidebook.laws import CAUTION, LAWS, STATUSES, Laws, load_laws
from guidebook.policy_map import PolicyMap
from guidebook.policy_plain import plain_html

SHARED = json.loads((Path(__file__).parents[1] / "cases" / "laws.json").read_text(encoding="utf-8"))
CASES = SHARED["cases"]


def frame(rows: list[dict[str, Any]], source: dict[str, Any]) -> pd.DataFrame:
    """Rows as `load_laws` gives them: numbers that may be missing."""
    made = pd.DataFrame([{**row, **source} for row in rows])
    numbers = [name for name in made if name.endswith("year") or "deaths" in name]
    return made.astype(dict.fromkeys(numbers, "Int64"))


@pytest.fixture(scope="module")
def small() -> Laws:
    return Laws(
        frame(SHARED["policy"], SHARED["policy_source"]),
        frame(SHARED["deaths"], SHARED["deaths_source"]),
    )


@pytest.fixture(scope="module")
def laws() -> Laws:
    return load_laws()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['law']}-{case['year']}")
def test_the_shared_cases(small: Laws, case: dict[str, Any]) -> None:
    law, year = case["law"], case["year"]
    states = small.states(law, year)
    assert dict(zip(states["region"], states["status"], strict=True)) == case["statuses"]
    assert list(small.counts(law, year)) == case["counts"]
    assert small.summary(law, year) == case["summary"]
    assert small.deaths_in(year) == case["deaths"]


def test_the_payload_is_the_one_that_the_browser_is_tested_with(small: Laws) -> None:
    payload = small.to_payload()
    assert [law["id"] for law in payload.pop("laws")] == [law.id for law in LAWS]
    assert payload.pop("caution") == CAUTION
    assert payload == SHARED["payload"]
    json.dumps(payload, allow_nan=False)


class TestTheTables:
    def test_a_blank_is_unknown_in_every_year(self, laws: Laws) -> None:
        for law in LAWS:
            blank = set(laws.policy.loc[laws.policy[law.column].isna(), "region"])
            for year in range(laws.first, laws.last + 1):
                states = laws.states(law.id, year)
                assert set(states.loc[states["status"] == "unknown", "region"]) == blank

    def test_the_three_counts_add_up_and_a_law_stays(self, laws: Laws) -> None:
        for law in LAWS:
            counts = [laws.counts(law.id, year) for year in range(laws.first, laws.last + 1)]
            assert {sum(one) for one in counts} == {len(laws.policy)} == {51}
            assert [one.in_force for one in counts] == sorted(one.in_force for one in counts)

    def test_protection_from_arrest_is_never_older_than_its_law(self, laws: Laws) -> None:
        both = laws.policy.dropna(subset=["arrest_protection_year", "good_samaritan_law_year"])
        assert (both["arrest_protection_year"] >= both["good_samaritan_law_year"]).all()

    def test_every_year_has_one_final_count(self, laws: Laws) -> None:
        final = laws.deaths[laws.deaths["series"] == "final"]["year"].tolist()
        assert final == list(range(laws.first, laws.last + 1))


class TestTheWidget:
    def test_traits_move_the_frame(self) -> None:
        chart = PolicyMap()
        before = chart.states["status"].tolist()
        chart.year, chart.law = 2021, "good-samaritan"
        assert set(before) == set(STATUSES)
        assert "not yet" not in chart.states["status"].tolist()
        assert chart.selected is None
        chart.region = "TX"
        assert chart.selected is not None
        assert chart.selected["status"] == "unknown"
        assert "2025" in chart.selected["note"]

    def test_deaths_are_a_copy(self) -> None:
        chart = PolicyMap()
        deaths = chart.deaths
        deaths["deaths"] = 0
        assert (chart.deaths["deaths"] > 0).all()

    @pytest.mark.parametrize(
        ("trait", "value", "said"),
        [
            ("law", "naloxon", "did you mean “naloxone”"),
            ("year", 1998, "between 1999 and 2024"),
            ("year", 2025, "between 1999 and 2024"),
            ("region", "PR", "no state “PR”"),
        ],
    )
    def test_says_what_a_trait_could_be(self, trait: str, value: object, said: str) -> None:
        with pytest.raises(TraitError, match=said):
            PolicyMap(**{trait: value})

    def test_takes_laws_only(self) -> None:
        with pytest.raises(TypeError, match="needs Laws, not DataFrame"):
            PolicyMap(pd.DataFrame())  # type: ignore[arg-type]

    def test_a_page_starts_where_python_stands(self) -> None:
        state = PolicyMap(year=2007, law="good-samaritan", region="NM").page_state()
        assert (state["law"], state["year"], state["region"]) == ("good-samaritan", 2007, "NM")
        assert state["_payload"]["through"] == load_laws().through


class TestPlain:
    def test_holds_every_year_note_and_source(self, laws: Laws) -> None:
        html = plain_html(laws)
        assert CAUTION in html
        for _, row in laws.policy.iterrows():
            assert f'<th scope="row">{row["name"]}</th>' in html
            assert row["note"] in html
        assert html.count("<td>not dated</td>") == sum(
            int(laws.policy[law.column].isna().sum()) for law in LAWS
        )
        for _, row in laws.deaths.iterrows():
            assert f"<td>{row['deaths']:,}</td>" in html
            assert row["source_url"] in html

    def test_escapes_what_the_tables_say(self, small: Laws) -> None:
        hostile = "<img src=x onerror=alert(1)>"
        policy = small.policy.assign(name=hostile, note=hostile, source_title=hostile)
        deaths = small.deaths.assign(note=hostile, source_url="javascript:alert(1)")
        html = plain_html(Laws(policy, deaths))
        assert "<img" not in html
        assert "javascript:" not in html
        assert html.count("&lt;img") > 2
