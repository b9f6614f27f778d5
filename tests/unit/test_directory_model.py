"""Directories: made of tables, filtered, and never changed."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import guidebook
from guidebook.directory import (
    Directory,
    Entry,
    Place,
    PlaceError,
    Query,
    load_directory,
    read_directory,
)
from guidebook.directory import places as places_module
from guidebook.directory.ask import as_place
from guidebook.directory.entry import FRAME_COLUMNS, LIST_COLUMNS, TABLE_COLUMNS
from guidebook.package import find_package
from guidebook.problems import DataError
from guidebook.resources import ResourceError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.conftest import Workshop


@pytest.fixture(name="directory", scope="module")
def published() -> Directory:
    return load_directory()


@pytest.fixture(name="small")
def of_the_workshop(workshop: Workshop) -> Directory:
    return load_directory(workshop.package)


def test_columns_are_those_of_the_table() -> None:
    assert find_package().resource("directory").columns == TABLE_COLUMNS
    assert (*FRAME_COLUMNS, "distance_km") == Entry._fields


def test_the_published_directory(directory: Directory) -> None:
    frame = directory.frame
    assert tuple(frame.columns) == FRAME_COLUMNS
    assert len(frame) > 300
    assert frame["id"].is_unique
    assert (frame["badge"] != "").all()
    assert set(frame["evidence_grade"]) <= set(directory.vocabularies["evidence"])
    assert frame["latitude"].dtype == "float64"
    for name in LIST_COLUMNS:
        assert all(isinstance(cell, tuple) for cell in frame[name])
    assert not frame.drop(columns=["latitude", "longitude"]).isna().any().any()
    assert {type(cell) for cell in frame["country"]} == {str}


@pytest.mark.parametrize(
    ("text", "name"),
    [("IHRA", "Harm Reduction International"), ("HRC", "National Harm Reduction Coalition")],
)
def test_former_names_lead_to_the_present_ones(directory: Directory, text: str, name: str) -> None:
    assert any(name in entry.name for entry in directory.filter(text=text))


def test_what_the_columns_become(small: Directory) -> None:
    lakeside, prairie, bay, namibia = (
        small[one] for one in ("lakeside", "prairie", "bay", "namibia-network")
    )
    assert lakeside.former_names == ("Lake Street Exchange", "LSE")
    assert lakeside.services == ("syringe-services", "naloxone")
    assert lakeside.region_name == "Illinois"
    assert lakeside.badge == "Confirmed 2025"
    assert prairie.badge == "Historical: closed 2019"
    assert prairie.badge_kind == "historical"
    assert prairie.evidence_grade == "confirmed"
    assert bay.badge == "Listed elsewhere, 2025; not confirmed"
    assert namibia.country == "NA"
    assert namibia.country_name == "Namibia"
    assert namibia.badge == "Named in A page that was read, 2025"
    assert math.isnan(namibia.latitude)


def test_a_working_copy_is_what_is_loaded(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.set("directory", 2, name="Renamed in a spreadsheet")
    below = workshop.root.parent / "project" / "notebooks"
    below.mkdir(parents=True)
    workshop.root.rename(below.parent / "data")
    monkeypatch.chdir(below)
    directory = guidebook.load_directory()
    assert directory["lakeside"].name == "Renamed in a spreadsheet"
    assert "working copy" in repr(directory)


def test_a_bad_table_never_half_loads(workshop: Workshop) -> None:
    workshop.set("directory", 3, type="networkk", latitude="141")
    with pytest.raises(DataError) as caught:
        load_directory(workshop.package)
    text = str(caught.value)
    assert "directory.csv:3:latitude" in text
    assert "directory.csv:3:type" in text


# ---- nothing changes -------------------------------------------------------------------------------


def test_frames_are_copies(directory: Directory) -> None:
    frame = directory.frame
    frame.loc[0, "name"] = "Changed"
    frame.index.name = "row"
    frame["extra"] = 1
    assert directory.frame.loc[0, "name"] != "Changed"
    assert directory.frame.index.name is None
    assert "extra" not in directory.frame


def test_what_it_was_made_of_may_change(directory: Directory) -> None:
    frame = directory.frame
    terms = {"types": dict(directory.vocabularies["types"])}
    mine = Directory(frame, terms, directory.edition)
    frame.loc[0, "name"] = "Changed"
    terms["types"].clear()
    assert mine.frame.loc[0, "name"] != "Changed"
    assert mine.vocabularies["types"]


def test_attributes_are_fixed(directory: Directory) -> None:
    with pytest.raises(AttributeError, match="never changes"):
        directory.edition = directory.edition.replace(year=1999)  # type: ignore[misc]
    with pytest.raises(AttributeError, match="never changes"):
        del directory.origin
    with pytest.raises(TypeError):
        directory.vocabularies["types"]["network"] = ("x", "y")  # type: ignore[index]


# ---- a container -----------------------------------------------------------------------------------


def test_a_container_of_entries(small: Directory) -> None:
    entries = list(small)
    assert len(small) == len(entries) == 4
    assert [entry.name for entry in entries] == sorted(entry.name for entry in entries)
    assert all(isinstance(entry, Entry) for entry in entries)
    assert entries[0] in small
    assert "bay" in small
    assert "nowhere" not in small
    assert 7 not in small
    assert small["bay"].name == "Bay Exchange"
    with pytest.raises(KeyError, match="did you mean “prairie”"):
        small["prairi"]


def test_equality(workshop: Workshop, small: Directory) -> None:
    same = load_directory(workshop.package)
    assert same == small
    assert hash(same) == hash(small)
    assert small.filter(countries="US") != small
    assert small != "a text"


# ---- filters ---------------------------------------------------------------------------------------


def test_values_alone_and_in_lists(small: Directory) -> None:
    assert small.filter(countries="US") == small.filter(countries=["US"])
    assert small.filter(countries=("US", "NA")) == small
    assert small.filter(countries=[]) == small.filter()
    assert len(small.filter(evidence="listed")) == 1
    assert len(small.filter(status=["closed", "unknown"])) == 2


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"services": ["naloxon"]}, "no “naloxon” among the services; did you mean “naloxone”"),
        ({"services": "Syringe-Services"}, "did you mean “syringe-services”"),
        ({"countries": ["Namibia"]}, "no “Namibia” among the countries; did you mean “NA”"),
        ({"countries": ["us"]}, "did you mean “US”"),
        ({"evidence": ["page"]}, "among the evidence; write one of: confirmed, seen"),
        ({"near": (0, 0), "within_km": -1}, "within_km is -1; write a distance in km"),
        ({"near": (0, 0), "within_km": math.nan}, "within_km is nan"),
        ({"near": (0, 0), "within_km": "far"}, "within_km is 'far'"),
        ({"near": (-122.4, 37.8)}, "latitude first"),
        ({"near": (math.nan, 0)}, "no position"),
        ({"near": (0, 1000)}, "no position"),
        ({"near": (1, 2, 3)}, "is no place"),
        ({"near": ("41", "-87")}, "is no place"),
        ({"near": Place("x", 91, 0)}, "no position"),
    ],
)
def test_what_is_refused(small: Directory, query: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        small.filter(**query)


def test_unknown_filters_are_refused(small: Directory) -> None:
    with pytest.raises(TypeError, match="no filter “service”; did you mean “services”"):
        small.facets(service="naloxone")
    with pytest.raises(TypeError, match="text must be a text"):
        small.filter(text=7)  # type: ignore[arg-type]


def test_a_query_of_the_browser_forgives_unknown_ids(small: Directory) -> None:
    assert len(small.select(Query(services=("no-such-service",)))) == 0
    with pytest.raises(ValueError, match="a query has no whereabouts; it has text"):
        Query.from_dict({"whereabouts": 1})


def test_queries_there_and_back() -> None:
    query = Query(text="a", services=("naloxone",), near=Place("Here", 1.0, 2.0), within_km=5.0)
    assert Query.from_dict(json.loads(json.dumps(query.to_dict()))) == query
    assert Query.from_dict(Query().to_dict()) == Query()


def test_near_a_position(small: Directory) -> None:
    found = small.near((41.88, -87.63), within_km=300)
    assert [entry.id for entry in found] == ["lakeside", "prairie"]
    assert found.frame["distance_km"].tolist()[0] == 0
    assert found.frame["distance_km"].tolist()[1] == pytest.approx(286, abs=1)
    assert [entry.id for entry in found.apart] == ["namibia-network"]
    assert found.summary == "2 of 4 shown, 0 not on the map"
    assert "within 300 km of 41.88, -87.63" in repr(found)
    assert not math.isnan(next(iter(found)).distance_km)
    assert small.near((41.88, -87.63), within_km=math.inf) == small.near((41.88, -87.63))


def test_filters_upon_filters(small: Directory) -> None:
    near = small.near((41.88, -87.63))
    again = near.near((37.8, -122.27))
    assert [entry.id for entry in again] == ["bay", "prairie", "lakeside"]
    assert list(again.frame.columns).count("distance_km") == 1
    plain = near.filter(text="exchange")
    assert "distance_km" not in plain.frame
    assert "distance_km" not in again.apart.frame


def test_without_near_nothing_stands_apart(small: Directory) -> None:
    assert len(small.apart) == 0
    assert len(small.filter(text="namibia").apart) == 0
    assert small.not_on_map == 1
    assert small.filter(text="namibia").summary == "1 of 4 shown, 1 not on the map"


def test_places_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    shard = {
        "places": [["Lima", "Lima", "PE", -12.05, -77.04, 9], ["Lima", "OH", "US", 40.7, -84.1, 4]],
        "regions": {},
        "countries": {},
    }
    monkeypatch.setattr(places_module.find, "__defaults__", ({"places/li": shard}.__getitem__,))
    place = as_place("Lima")
    assert place == Place("Lima, PE", -12.05, -77.04)
    assert place.others == ("Lima, OH, US",)


def test_no_place_of_that_name() -> None:
    def load(name: str) -> object:
        if name == "places/index":
            return {}
        raise ResourceError(name)

    with pytest.raises(PlaceError, match=r"no place is found by “Nowhere”; write a town"):
        places_module.find("Nowhere", load)


def test_a_gazetteer_that_was_not_built() -> None:
    def load(name: str) -> object:
        message = f"{name}: run `make widgets`"
        raise ResourceError(message)

    with pytest.raises(ResourceError, match="make widgets"):
        places_module.find("Chicago", load)
    with pytest.raises(ResourceError, match="make widgets"):
        places_module.find("60601", load)


# ---- files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", [{}, {"near": (41.88, -87.63)}, {"text": "exchange"}])
def test_an_exported_table_can_be_read_again(
    workshop: Workshop, small: Directory, tmp_path: Path, query: dict[str, Any]
) -> None:
    shown = small.filter(**query)
    path = tmp_path / "mine.csv"
    assert shown.to_csv(path) is None
    assert path.read_bytes() == (shown.to_csv() or "").encode()
    again = read_directory(path, workshop.package)
    expected = shown.frame.drop(columns="distance_km", errors="ignore")
    pd.testing.assert_frame_equal(
        again.frame.set_index("id"), expected.set_index("id").loc[again.frame["id"]]
    )
    assert again["lakeside"].phone == "+1 312 555 0100"


def test_the_published_directory_there_and_back(directory: Directory, tmp_path: Path) -> None:
    directory.to_csv(tmp_path / "all.csv")
    again = read_directory(tmp_path / "all.csv")
    assert again == directory
    assert read_directory(directory.frame) == directory


def test_geojson_to_a_file(small: Directory, tmp_path: Path) -> None:
    path = tmp_path / "mine.geojson"
    assert small.to_geojson(str(path)) is None
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert len(collection["features"]) == len(small)


def test_a_table_of_ones_own(workshop: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "id,name,type,reach,precision,status,evidence,source_title\n"
        "tea,Tea and Talk,network,local,none,unknown,named,A poster\n",
        encoding="utf-8-sig",
    )
    directory = read_directory(path, workshop.package)
    assert [entry.badge for entry in directory] == ["Named in A poster, undated"]
    assert "mine.csv" in repr(directory)


def test_problems_name_the_file(workshop: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "id,name,type,reach,precision,status,evidence,source_title\n"
        "tea,Tea and Talk,netwrk,local,none,unknown,named,A poster\n",
        encoding="utf-8",
    )
    with pytest.raises(DataError, match=r"mine\.csv:2:type: .*did you mean “network”"):
        read_directory(path, workshop.package)
    with pytest.raises(DataError, match=r"none\.csv: the file cannot be read"):
        read_directory(tmp_path / "none.csv", workshop.package)


def test_an_empty_directory(small: Directory, workshop: Workshop) -> None:
    nothing = small.filter(text="nothing has this")
    assert len(nothing) == 0
    assert list(nothing) == []
    assert nothing.to_payload()["columns"] == {}
    assert (nothing.to_csv() or "").count("\r\n") == 1
    assert nothing.facets()["services"] == {}
    assert "No entries." in nothing._repr_html_()
    assert len(read_directory(small.frame.iloc[:0], workshop.package)) == 0


# ---- the package's public names --------------------------------------------------------------------


def test_public_names() -> None:
    assert guidebook.Directory is Directory
    assert {"DirectoryExplorer", "maps", "load_directory"} <= set(dir(guidebook))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = guidebook.nothing


def test_the_directory_needs_no_widgets() -> None:
    program = (
        "import sys, guidebook; guidebook.load_directory();"
        "print(sorted({'ipywidgets', 'anywidget', 'folium', 'matplotlib'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_frames_of_every_size(directory: Directory) -> None:
    assert isinstance(directory.filter(countries="NZ").frame, pd.DataFrame)
    assert directory.filter(countries="NZ").frame.index.tolist()[:1] in ([], [0])
