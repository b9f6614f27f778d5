"""The explorer's Python side: its traits, what it finds, what it answers and how it is shown."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from traitlets import TraitError

from guidebook.directory import Directory, Place, load_directory
from guidebook.explorer import OWN_POSITION, DirectoryExplorer, FilterError
from guidebook.resources import RESOURCES, ResourceError

if TYPE_CHECKING:
    from pathlib import Path

needs_gazetteer = pytest.mark.skipif(
    not (RESOURCES / "places").is_dir(), reason="the gazetteer is not built: make widgets"
)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory()


@pytest.fixture
def explorer(directory: Directory) -> DirectoryExplorer:
    return DirectoryExplorer(directory)


@pytest.fixture
def sent(explorer: DirectoryExplorer, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = []
    monkeypatch.setattr(explorer, "send", lambda content, _buffers=None: messages.append(content))
    return messages


def ask(explorer: DirectoryExplorer, content: object) -> None:
    """Send what the browser would send."""
    explorer._handle_custom_msg(content, [])  # noqa: SLF001 (where ipywidgets takes messages)


def page_state(html: str) -> dict[str, Any]:
    found = re.search(r'class="guidebook-state">(.*?)</script>', html, flags=re.DOTALL)
    assert found
    state: dict[str, Any] = json.loads(found[1])
    return state


class TestTraits:
    def test_shows_everything_at_first(
        self, explorer: DirectoryExplorer, directory: Directory
    ) -> None:
        assert explorer.results["id"].tolist() == directory.frame["id"].tolist()
        assert explorer.selected is None

    def test_every_filter_narrows_the_results(self, directory: Directory) -> None:
        explorer = DirectoryExplorer(directory, services=["naloxone"], countries=["US"])
        found = explorer.results
        assert 0 < len(found) < len(directory)
        assert set(found["country"]) == {"US"}
        assert all("naloxone" in services for services in found["services"])
        explorer.countries = []
        assert len(explorer.results) > len(found)

    def test_agrees_with_the_directory(self, directory: Directory) -> None:
        asked = {"text": "harm", "evidence": ["confirmed", "seen"], "status": ["active"]}
        expected = directory.filter(**asked)
        explorer = DirectoryExplorer(directory, **asked)
        assert explorer.results.equals(expected.frame)
        assert explorer.found.summary == expected.summary

    @pytest.mark.parametrize("given", ["naloxone", ("naloxone",), {"naloxone"}, ["naloxone"] * 2])
    def test_one_id_may_come_as_anything(self, explorer: DirectoryExplorer, given: object) -> None:
        explorer.services = given
        assert explorer.services == ["naloxone"]

    def test_none_takes_a_filter_off(self, explorer: DirectoryExplorer) -> None:
        explorer.services = "naloxone"
        explorer.services = None
        assert explorer.services == []

    def test_an_unknown_id_names_what_was_meant(self, explorer: DirectoryExplorer) -> None:
        with pytest.raises(ValueError, match="did you mean “naloxone”"):
            explorer.services = ["naloxon"]
        assert explorer.services == []

    def test_an_unknown_trait_names_what_was_meant(self, directory: Directory) -> None:
        with pytest.raises(TypeError, match="did you mean “services”"):
            DirectoryExplorer(directory, service="naloxone")

    def test_only_directories_are_explored(self) -> None:
        with pytest.raises(TypeError, match="read_directory"):
            DirectoryExplorer([1, 2])  # type: ignore[arg-type]

    def test_observers_hear_of_changes(self, explorer: DirectoryExplorer) -> None:
        heard: list[object] = []
        explorer.observe(lambda change: heard.append(change["new"]), names="text")
        explorer.text = "exchange"
        assert heard == ["exchange"]

    def test_the_browser_moves_the_traits(self, explorer: DirectoryExplorer) -> None:
        explorer.set_state({"services": ["testing"], "text": "health"})
        assert explorer.query.services == ("testing",)
        assert all("testing" in services for services in explorer.results["services"])

    def test_nonsense_from_the_browser_changes_nothing(self, explorer: DirectoryExplorer) -> None:
        with pytest.raises(TraitError):
            explorer.set_state({"services": ["no-such-service"]})
        assert explorer.services == []


class TestNear:
    @needs_gazetteer
    def test_a_name_becomes_a_place(self, explorer: DirectoryExplorer) -> None:
        explorer.near = "Chicago"
        assert explorer.near["label"] == "Chicago, IL, US"
        assert explorer.near["latitude"] == pytest.approx(41.85, abs=0.1)
        distances = explorer.results["distance_km"]
        assert distances.is_monotonic_increasing
        assert distances.max() <= explorer.within_km

    @needs_gazetteer
    def test_an_unknown_name_is_said_kindly(self, explorer: DirectoryExplorer) -> None:
        with pytest.raises(FilterError, match="no place is found by “Qwghlm”"):
            explorer.near = "Qwghlm"
        assert explorer.near is None

    @pytest.mark.parametrize(
        "given",
        [
            (41.9, -87.6),
            [41.9, -87.6],
            Place("here", 41.9, -87.6),
            {"label": "here", "latitude": 41.9, "longitude": -87.6},
        ],
    )
    def test_positions_are_taken_as_they_are(
        self, explorer: DirectoryExplorer, given: object
    ) -> None:
        explorer.near = given
        assert explorer.near.keys() == {"label", "latitude", "longitude"}
        assert (explorer.near["latitude"], explorer.near["longitude"]) == (41.9, -87.6)

    @pytest.mark.parametrize(
        "given", [(141.2, 9), (1, 2, 3), {"label": "x"}, 7, {"label": "x", "latitude": 1}]
    )
    def test_what_is_no_place_is_refused(self, explorer: DirectoryExplorer, given: object) -> None:
        with pytest.raises(FilterError):
            explorer.near = given
        assert explorer.near is None

    @pytest.mark.parametrize("nothing", [None, ""])
    def test_nothing_takes_it_off(self, explorer: DirectoryExplorer, nothing: object) -> None:
        explorer.near = (41.9, -87.6)
        explorer.near = nothing
        assert explorer.near is None
        assert "distance_km" not in explorer.results

    def test_a_radius_is_a_length(self, explorer: DirectoryExplorer) -> None:
        for wrong in (-1, float("nan"), "far"):
            with pytest.raises(TraitError):
                explorer.within_km = wrong
        explorer.within_km = float("inf")
        assert explorer.within_km is None
        explorer.within_km = 0
        assert explorer.within_km == 0

    def test_what_reaches_further_stands_apart(self, explorer: DirectoryExplorer) -> None:
        explorer.near = (41.9, -87.6)
        wide = {"national", "international", "online"}
        assert not wide & set(explorer.results["reach"])
        assert set(explorer.found.apart.frame["reach"]) <= wide


class TestSelected:
    def test_is_a_row_of_the_frame(self, explorer: DirectoryExplorer, directory: Directory) -> None:
        chosen = directory.frame["id"].iloc[3]
        explorer.selected_id = chosen
        assert explorer.selected is not None
        assert explorer.selected["id"] == chosen

    def test_must_be_known(self, explorer: DirectoryExplorer) -> None:
        with pytest.raises(FilterError, match="no entry has the id"):
            explorer.selected_id = "no-such-entry"
        assert explorer.selected_id == ""


class TestResources:
    @needs_gazetteer
    def test_are_answered(self, explorer: DirectoryExplorer, sent: list[dict[str, Any]]) -> None:
        ask(explorer, {"kind": "resource", "id": 7, "name": "places/index"})
        (answer,) = sent
        assert (answer["kind"], answer["id"], answer["name"]) == ("resource", 7, "places/index")
        assert "shards" in answer["data"]

    @pytest.mark.parametrize("name", ["places/none", "../../pyproject", "/etc/passwd", "", None, 3])
    def test_that_are_not_there_are_refused_in_words(
        self, explorer: DirectoryExplorer, sent: list[dict[str, Any]], name: object
    ) -> None:
        ask(explorer, {"kind": "resource", "id": 1, "name": name})
        (answer,) = sent
        assert "data" not in answer
        assert answer["error"]

    @pytest.mark.parametrize("content", ["resource", None, {}, {"kind": "other"}, ["kind"]])
    def test_other_messages_are_not_answered(
        self, explorer: DirectoryExplorer, sent: list[dict[str, Any]], content: object
    ) -> None:
        ask(explorer, content)
        assert sent == []


class TestShowing:
    def test_says_what_is_shown(self, directory: Directory) -> None:
        shown = DirectoryExplorer(directory, text="no such words")
        assert repr(shown) == f"<DirectoryExplorer: 0 of {len(directory)} shown, 0 not on the map>"

    def test_a_notebook_gets_the_widget_and_html(self, explorer: DirectoryExplorer) -> None:
        data, metadata = explorer._repr_mimebundle_()
        assert metadata == {}
        assert "application/vnd.jupyter.widget-view+json" in data
        assert data["text/plain"] == repr(explorer)
        assert data["text/html"] == explorer.to_html()

    def test_html_is_the_same_each_time(self, directory: Directory) -> None:
        one, other = (DirectoryExplorer(directory, countries="US") for _ in range(2))
        assert one.to_html() == other.to_html()
        assert repr(one) == repr(other)

    def test_html_holds_only_what_differs(self, directory: Directory) -> None:
        html = DirectoryExplorer(directory, services="naloxone", unit="mi").to_html()
        state = page_state(html)
        assert state["services"] == ["naloxone"]
        assert state["unit"] == "mi"
        assert not state.keys() & {"text", "types", "near", "within_km", "_esm", "_css", "height"}

    def test_the_published_directory_is_not_repeated(self, explorer: DirectoryExplorer) -> None:
        assert page_state(explorer.to_html())["_payload"] == {"$resource": "directory"}

    def test_another_directory_is_carried_along(self, directory: Directory) -> None:
        part = directory.filter(countries=["NZ"])
        state = page_state(DirectoryExplorer(part).to_html())
        assert state["_payload"] == part.to_payload()

    def test_the_plain_list_holds_the_results(self, directory: Directory) -> None:
        shown = DirectoryExplorer(directory, countries=["NZ"])
        html = shown.to_html()
        assert "guidebook-plain" in html
        for name in shown.results["name"]:
            assert name.replace("&", "&amp;").replace("'", "&#x27;") in html

    def test_hostile_state_cannot_end_its_script(self, directory: Directory) -> None:
        hostile = "</script><script>alert(1)</script>"
        html = DirectoryExplorer(directory, text=hostile).to_html()
        assert "<script>alert" not in html
        assert page_state(html)["text"] == hostile

    def test_the_readers_own_position_is_never_written(self, explorer: DirectoryExplorer) -> None:
        explorer.near = {"label": OWN_POSITION, "latitude": 41.879, "longitude": -87.624}
        html = explorer.to_html()
        assert "near" not in page_state(html)
        assert "41.87" not in html
        # Nor does the list below tell it, by holding what is near there.
        assert f"{len(explorer.directory)} of {len(explorer.directory)} shown" in html

    def test_options_reach_the_browser(self, directory: Directory) -> None:
        shown = DirectoryExplorer(
            directory, map=False, corrections={"mail": "book@example.org"}, list_url="list.html"
        )
        assert page_state(shown.to_html())["_options"] == {
            "map": False,
            "corrections": {"mail": "book@example.org"},
            "list_url": "list.html",
        }

    def test_says_when_the_browser_side_was_not_built(
        self, directory: Directory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr("guidebook.widget.STATIC", tmp_path)
        with pytest.raises(ResourceError, match="make widgets"):
            DirectoryExplorer(directory)
